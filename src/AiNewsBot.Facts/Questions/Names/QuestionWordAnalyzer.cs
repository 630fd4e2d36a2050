using System.Collections.Immutable;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Questions.Cues;
using AiNewsBot.Facts.Questions.Dates;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Questions.Names;

/// <summary>What the words of a question tell beside the names: its language, misspelt cues, and unknown words.</summary>
internal sealed class QuestionWordAnalyzer(EntityLinker linker, Lexicon lexicon)
{
    /// <summary>Whether a word is part of a name.</summary>
    public static bool IsName(ImmutableArray<EntityLink> links, int index)
    {
        foreach (var link in links)
        {
            if (link.Start <= index && index < link.End)
                return true;
        }

        return false;
    }

    /// <summary>The language of a question, by the words that mark it and those that no other language has.</summary>
    public string LanguageOf(ImmutableArray<Token> tokens, ImmutableArray<EntityLink> links, ImmutableArray<CueHit> cues)
    {
        if (LanguageOfScript(tokens) is { } written)
            return written;
        var votes = new Dictionary<string, int>();
        var shown = new HashSet<string>();
        for (var i = 0; i < tokens.Length; i++)
        {
            if (IsName(links, i))
                continue;
            foreach (var language in lexicon.Markers.GetValueOrDefault(tokens[i].Text, []))
                Vote(language, 1, lexicon.Knows(tokens[i].Text, isEnglish: true));
            if (tokens[i].Text.Length > 1 && lexicon.LanguageOf(tokens[i].Text) is { } only)
                Vote(only, 1, isEnglish: false);
        }

        foreach (var hit in cues)
        {
            if (hit.Cue.IsUnspaced)
                Vote(hit.Cue.Language, 2, isEnglish: false);
        }

        var best = lexicon.Languages[0];
        foreach (var language in lexicon.Languages)
        {
            if (shown.Contains(language) && votes.GetValueOrDefault(language) > votes.GetValueOrDefault(best))
                best = language;
        }

        return best;

        // "Licence" and "on" are French and English: what English shares speaks for another language only beside a word of its own.
        void Vote(string language, int count, bool isEnglish)
        {
            votes[language] = votes.GetValueOrDefault(language) + count;
            if (!isEnglish)
                shown.Add(language);
        }
    }

    // Chinese characters without any kana are Chinese.
    private static string? LanguageOfScript(ImmutableArray<Token> tokens)
    {
        string? language = null;
        foreach (var token in tokens)
        {
            if (Tokenizer.Script(token.Raw[0]) is 1 or 2)
                return "ja";
            language =
                Tokenizer.IsCjk(token.Raw[0]) ? "zh"
                : token.Raw[0] is >= '\u0900' and <= '\u097F' ? "hi-Latn"
                : language;
        }

        return language;
    }

    /// <summary>The words, where those that are neither names nor known are read as the cue that they are one letter off.</summary>
    public ImmutableArray<Token> Spelled(ImmutableArray<Token> tokens, ImmutableArray<EntityLink> links)
    {
        ImmutableArray<Token>.Builder? spelled = null;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (
                tokens[i].IsNumber
                || lexicon.Knows(tokens[i].Text)
                || CommonEnglishWords.Contains(tokens[i].Text)
                || IsName(links, i)
                || lexicon.Spellers["en"].Correct(tokens[i].Text) is not { } word
            )
                continue;
            spelled ??= tokens.ToBuilder();
            spelled[i] = tokens[i] with { Text = word };
        }

        return spelled?.ToImmutable() ?? tokens;
    }

    /// <summary>Words that name nothing known, where a name was expected.</summary>
    public ImmutableArray<string> Unknown(
        ImmutableArray<Token> written,
        ImmutableArray<Token> tokens,
        ImmutableArray<EntityLink> links,
        ImmutableArray<CueHit> cues,
        DatePhrase? date
    )
    {
        var unknown = ImmutableArray.CreateBuilder<string>();
        for (var i = 0; i < written.Length; i++)
        {
            if (linker.OtherName(written, i) is var count and > 0 && !IsName(links, i))
            {
                unknown.Add(string.Join(' ', written.Skip(i).Take(count).Select(token => token.Raw)));
                i += count - 1;
                continue;
            }

            var isDate = date is not null && i >= date.Start && i < date.Start + date.Count;
            var isCue = written[i] != tokens[i] && cues.Any(hit => hit.Start <= i && i < hit.End);
            if (
                !isDate
                && !isCue
                && !IsName(links, i)
                && !written[i].IsNumber
                && written[i].Text.Length > 2
                && !lexicon.Knows(written[i].Text)
                && !Tokenizer.IsCjk(written[i].Text[0])
            )
                unknown.Add(written[i].Raw);
        }

        return unknown.ToImmutable();
    }
}
