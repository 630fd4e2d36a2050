using System.Collections.Immutable;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Cues;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Questions.Names;

/// <summary>What is written as a name and names no model: files, data sets, ids of licences, words of the language. None of them is told as
/// an unknown model beside one that is asked about.</summary>
internal sealed class NamelessWords(NameIndex names, Lexicon lexicon)
{
    private const int MaxFileEnding = 12;
    private const int MinWord = 3;

    private static readonly string[] LicenceWords = ["licence", "license"];

    /// <summary>The licence that an unknown name is the id of: grok2-community is the Grok 2 Community License; null for other
    /// names.</summary>
    public EntityLink? LicenceOf(Mention mention, ImmutableArray<Token> tokens)
    {
        if (!mention.IsUnknown)
            return null;
        var (start, end) = Written(tokens, mention);
        var key = string.Concat(tokens.Skip(start).Take(end - start).Select(token => token.Text));
        return
            end - start > 1
            && start <= mention.Start
            && mention.End <= end
            && names.Find(key).IsEmpty
            && LicenceWords.Select(word => names.Find(key + word)).FirstOrDefault(found => found is [Licence])
                is { IsDefaultOrEmpty: false } found
            ? new EntityLink(found, start, end - start, MentionFinder.Written(tokens, start, end), false, null)
            : null;
    }

    /// <summary>Whether an unknown name names no model.</summary>
    /// <param name="mention">The name.</param>
    /// <param name="mentions">All names.</param>
    /// <param name="tokens">The words.</param>
    public bool Is(Mention mention, ImmutableArray<Mention> mentions, ImmutableArray<Token> tokens)
    {
        if (!mention.IsUnknown || !mentions.Any(other => other != mention && other is not { Candidates: [Licence, ..] }))
            return false;
        var (start, end) = Written(tokens, mention);
        return IsFile(tokens, start, end)
            || IsCue(tokens, start, end)
            || mention.Nearest.IsEmpty
                && (
                    IsDataSet(tokens, start, end)
                    || IsPartOfKnown(mention, mentions, tokens)
                    || IsCompound(tokens, mention)
                        && mentions.Any(other => other is { IsUnknown: false, Candidates: [{ IsModel: true }, ..] })
                );
    }

    // All that is written without a space around a name.
    private static (int Start, int End) Written(ImmutableArray<Token> tokens, Mention mention)
    {
        var (start, end) = (mention.Start, mention.End);
        while (start > 0 && tokens[start].IsAttached)
            start--;
        while (end < tokens.Length && tokens[end].IsAttached)
            end++;
        return (start, end);
    }

    // model.pt, x.safetensors; LICENSE_WEIGHTS
    private bool IsFile(ImmutableArray<Token> tokens, int start, int end)
    {
        if (end - start < 2)
            return false;
        var last = tokens[end - 1];
        if (last is { Joint: '.', Raw.Length: > 1 and <= MaxFileEnding } && last.Raw.All(char.IsAsciiLetterOrDigit) && !last.IsNumber)
            return char.IsAsciiLetterLower(last.Raw[0]);
        var all = Enumerable.Range(start, end - start);
        return all.Skip(1).All(index => tokens[index].Joint == '_')
            && all.All(index => tokens[index].Raw.All(character => !char.IsAsciiLetterLower(character)))
            && all.Any(index => lexicon.IsLicenceWord(tokens[index].Text));
    }

    // "Open-source" is a word for what is asked, also with a capital.
    private bool IsCue(ImmutableArray<Token> tokens, int start, int end) =>
        lexicon
            .CuesFrom(tokens[start].Text)
            .Any(cue =>
                cue.Words.Length == end - start
                && cue.Words.Length > 1
                && Enumerable.Range(start, end - start).All(index => tokens[index].Text == cue.Words[index - start])
            );

    // "The Emilia dataset", "due to Emilia": what a model was fed is not the model that is asked about.
    private bool IsDataSet(ImmutableArray<Token> tokens, int start, int end) =>
        end < tokens.Length && tokens[end].Joint == ' ' && !tokens[end - 1].IsPossessive && IsDataSet(tokens[end].Text)
        || start > 0 && tokens[start].Clause == tokens[start - 1].Clause && tokens[start - 1].Text is "dataset" or "datasets"
        || start > 1
            && tokens[start].Clause == tokens[start - 2].Clause
            && (tokens[start - 2].Text, tokens[start - 1].Text) is ("due", "to") or ("because", "of");

    // The data of a model are asked about as those of Foo; a dataset has a name of its own.
    private bool IsDataSet(string word)
    {
        if (word == "data")
            return false;
        foreach (var cue in lexicon.CuesFrom(word))
        {
            if (cue is { Group: "components", Value: Components.TrainingData, Words.Length: 1 })
                return true;
        }

        return false;
    }

    // "Of the released klein models" behind FLUX.2 klein
    private static bool IsPartOfKnown(Mention mention, ImmutableArray<Mention> mentions, ImmutableArray<Token> tokens) =>
        mention.Count == 1
        && mentions.Any(other =>
            other is { IsUnknown: false, Count: > 1 }
            && other.Start < mention.Start
            && Enumerable.Range(other.Start, other.Count).Any(index => tokens[index].Text == tokens[mention.Start].Text)
        );

    // "Codebase is MIT": two nouns in one word, with a capital because it begins what is said.
    private static bool IsCompound(ImmutableArray<Token> tokens, Mention mention)
    {
        var token = tokens[mention.Start];
        return mention.Count == 1
            && mention.Start > 0
            && token.Clause != tokens[mention.Start - 1].Clause
            && mention.End < tokens.Length
            && PropositionWords.Shipped.Is("auxiliaries", tokens[mention.End].Text)
            && token.Raw.AsSpan(1).ContainsAnyExceptInRange('a', 'z') is false
            && Enumerable
                .Range(MinWord, Math.Max(0, token.Text.Length - 2 * MinWord + 1))
                .Any(at => IsNoun(token.Text.AsSpan(0, at)) && IsNoun(token.Text.AsSpan(at)));
    }

    private static bool IsNoun(ReadOnlySpan<char> word) =>
        CommonEnglishWords.Find(word) is var classes && (classes & WordClasses.Noun) != 0 && (classes & WordClasses.Everyday) != 0;
}
