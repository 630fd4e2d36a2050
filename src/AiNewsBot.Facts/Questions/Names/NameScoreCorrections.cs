using System.Collections.Immutable;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Questions.Names;

/// <summary>What the build of a question says for certain of whether a word is part of a name, beside what was learned.</summary>
internal sealed class NameScoreCorrections(Lexicon lexicon)
{
    private const int MaxBareLength = 3;
    private const int MinNameLength = 5;
    private const int MinMadeLength = 3;

    /// <summary>Corrects the scores: "Orpheus 3B TTS" says what kind of model it is, "dolphin 2.9 mixtral" is one of another name than
    /// either.</summary>
    public void Apply(ImmutableArray<Token> tokens, ImmutableArray<EntityLink> links, float[] scores)
    {
        if (links.IsEmpty && tokens.Length <= MaxBareLength && FindOnlyNoWord(tokens) is { } bare)
            scores[bare] = Math.Max(scores[bare], 1);
        for (var i = 0; i + 2 < tokens.Length; i++)
        {
            if (IsMadeBy(tokens, links, scores, i))
                scores[i] = Math.Max(scores[i], 1);
        }

        for (var i = 1; i < tokens.Length; i++)
        {
            if (IsRepository(tokens, links, i))
                (scores[i - 1], scores[i]) = (Math.Max(scores[i - 1], 1), Math.Max(scores[i], 1));
            if (IsNumbering(tokens, i))
                scores[i] = float.NegativeInfinity;
        }

        foreach (var link in links)
        {
            if (link.End < tokens.Length && link.Subject is Release { Modality: { } modality } && IsCalled(tokens[link.End].Text, modality))
                scores[link.End] = float.NegativeInfinity;
            if (IsPredicate(tokens, link) || IsPlainWord(tokens, link))
                scores[link.End] = float.NegativeInfinity;
            if (!link.Subject.IsModel)
                continue;
            var at = link.Start - 1;
            while (at > 0 && tokens[at].IsNumber && !tokens[at].IsYear && tokens[at].Sentence == tokens[link.Start].Sentence)
                at--;
            if (at >= 0 && at < link.Start - 1 && scores[at] <= 0 && lexicon.IsOtherName(tokens, at, 1))
                scores[at] = 1;
        }
    }

    // "USO from ByteDance", "layoutreader by FreeOCR": what a maker made and is no word of the language is a name.
    private bool IsMadeBy(ImmutableArray<Token> tokens, ImmutableArray<EntityLink> links, float[] scores, int index) =>
        tokens[index].Text is { Length: >= MinMadeLength } text
        && tokens[index + 1].Text is "by" or "from"
        && tokens[index].Sentence == tokens[index + 2].Sentence
        && char.IsAsciiLetter(text[0])
        && !lexicon.Knows(text)
        && CommonEnglishWords.Find(text) == WordClasses.None
        && (links.Any(link => link.Start == index + 2 && IsMaker(link)) || scores[index + 2] > 0)
        && !links.Any(link => link.Start <= index && index < link.End);

    // "Q1 can the images be sold? Q2 …" numbers the questions.
    private static bool IsNumbering(ImmutableArray<Token> tokens, int index) =>
        tokens[index] is { Text: ['q', >= '1' and <= '9'], IsAttached: false } && tokens[index].Clause != tokens[index - 1].Clause;

    // "pyannote/segmentation" is written as repositories are; "and/or" and "code/weights" are not.
    private bool IsRepository(ImmutableArray<Token> tokens, ImmutableArray<EntityLink> links, int index) =>
        tokens[index].Joint == '/'
        && tokens[index - 1].Text is { Length: >= MinNameLength } owner
        && IsNoWord(owner)
        && !lexicon.Knows(owner)
        && !links.Any(link => link.Start <= index && index - 1 < link.End);

    private static bool IsMaker(EntityLink link) => link.Subject.Subject.Kind == SubjectKind.Organization;

    // "Muskbrain licence": beside a word for what is asked, the only one that is no word of the language is a name.
    private int? FindOnlyNoWord(ImmutableArray<Token> tokens)
    {
        int? found = null;
        var asks = false;
        for (var i = 0; i < tokens.Length; i++)
        {
            var text = tokens[i].Text;
            if (lexicon.CuesFrom(text).Any(cue => cue is { Group: "cues" or "components", Words.Length: 1 }))
                asks = true;
            else if (!lexicon.StopWords.Contains(text) && IsNoWord(text))
            {
                if (found is not null)
                    return null;
                found = i;
            }
        }

        return asks ? found : null;
    }

    private static bool IsNoWord(string text) =>
        text.Length >= MinNameLength
        && text.All(char.IsAsciiLetterLower)
        && CommonEnglishWords.Find(text) == WordClasses.None
        && !CommonEnglishWords.HasNeighbour(text);

    // "Is gpt-oss multimodal" names no model of that name; "is Gemma Vision" may.
    private bool IsPredicate(ImmutableArray<Token> tokens, EntityLink link) =>
        link.End == tokens.Length - 1
        && tokens[0].Text is "is" or "are"
        && !lexicon.Products.ContainsKey(tokens[link.End].Text)
        && lexicon.CuesFrom(tokens[link.End].Text).Any(cue => cue is { Group: "modalities", Words.Length: 1 });

    // "Qwen-Image editing", "gpt4all training": a word of the language in small letters behind a name is no part of it, unless the whole
    // text is written so, or it is one that makes another model of a name.
    private bool IsPlainWord(ImmutableArray<Token> tokens, EntityLink link) =>
        link.End < tokens.Length
        && tokens[link.End] is { Joint: ' ' } token
        && token.Raw.All(char.IsAsciiLetterLower)
        && !lexicon.Products.ContainsKey(token.Text)
        && CommonEnglishWords.Find(token.Text) is var classes
        && (
            (classes & WordClasses.Technical) != 0
            || (classes & WordClasses.Verb) != 0 && token.Text.EndsWith("ing", StringComparison.Ordinal)
            || classes != WordClasses.None && char.IsAsciiLetterUpper(tokens[link.Start].Raw[0])
        )
        && !(
            link.End + 1 < tokens.Length
            && tokens[link.End + 1] is { Joint: ' ' or '-' } next
            && (next.IsNumber && !next.IsYear || NameFeatures.IsSize(next.Text))
        );

    private bool IsCalled(string word, string modality)
    {
        foreach (var cue in lexicon.CuesFrom(word))
        {
            if (cue is { Group: "modalities", Words.Length: 1 } && cue.Value == modality)
                return true;
        }

        return false;
    }
}
