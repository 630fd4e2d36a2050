using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Questions.Cues;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Questions.Propositions;

/// <summary>Cuts a text into clauses: at commas, colons, brackets, quotes and the ends of
/// sentences, and before "and", "but", "while" and "if".</summary>
internal static partial class PropositionClauses
{
    /// <summary>
    /// The parts of a message, each with whether it quotes another: lines behind ">", and all behind ">>>". What is struck out is left out,
    /// for its author took it back. A spoiler is a sentence of its own; what is in a block of code is quoted.
    /// </summary>
    public static IEnumerable<(string Text, bool IsQuoted)> Parts(string message)
    {
        var isRest = false;
        var isPartQuoted = false;
        var isCode = false;
        var part = new List<string>();
        foreach (var line in StruckOut().Replace(message, " ").Split('\n'))
        {
            var mark = Quote().Match(line);
            var fences = Fence().Count(line);
            var isQuoted = isRest || mark.Success || isCode || fences > 1 && line.Trim() is ['`', .., '`'];
            isCode ^= fences % 2 != 0;
            isRest |= mark.Groups["rest"].Success;
            if (isQuoted != isPartQuoted && part.Count > 0)
            {
                yield return (Join(part), isPartQuoted);
                part.Clear();
            }

            isPartQuoted = isQuoted;
            part.Add(line[mark.Length..]);
        }

        yield return (Join(part), isPartQuoted);

        static string Join(List<string> lines) => MessageText.Flatten(Marks().Replace(string.Join('\n', lines), "\n"));
    }

    /// <summary>The clauses, in order.</summary>
    public static IEnumerable<PropositionClause> Create(
        ImmutableArray<Token> tokens,
        List<PhraseHit> hits,
        ImmutableArray<EntityLink> names,
        FactBase facts,
        bool isMessage
    )
    {
        var start = 0;
        var exceptions = PropositionExceptions.Find(tokens, hits, names);
        for (var i = 1; i <= tokens.Length; i++)
        {
            if (
                i < tokens.Length
                && (
                    tokens[i].Clause == tokens[i - 1].Clause && !Connects(i) && !Relates(i) && !GivesReason(tokens, hits, names, i)
                    || exceptions.Any(one => one.Start < i && i < one.End || one.Start == i && tokens[i].Text == "but")
                )
            )
                continue;
            yield return new PropositionClause(tokens, start, i, hits, names, facts) { IsMessage = isMessage, AllExceptions = exceptions };
            start = i;
        }

        bool Relates(int index) => PropositionClauses.Relates(tokens, names, index);

        bool Connects(int index) =>
            hits.Exists(hit => hit.Group == "connectives" && hit.Start == index)
            && !hits.Exists(hit => hit.Group is "terms" or "tags" or "denials" && hit.Start < index && index < hit.End)
            && !hits.Exists(hit => hit is { Group: "allowing", Count: > 1 } && hit.Start == index)
            && !IsOtherWord(tokens, index);
    }

    // Portuguese "é" is no "e"; German "aber" within a clause begins none.
    private static bool IsOtherWord(ImmutableArray<Token> tokens, int index) =>
        tokens[index].Raw is "é" or "É" || tokens[index].Text == "aber" && tokens[index].Clause == tokens[index - 1].Clause;

    // "Free for commercial use since they say so": "since" with a subject and a verb behind it, and no date.
    private static bool GivesReason(ImmutableArray<Token> tokens, List<PhraseHit> hits, ImmutableArray<EntityLink> names, int index)
    {
        if (tokens[index].Text != "since")
            return false;
        var verb = names.FirstOrDefault(link => link.Start == index + 1)?.End ?? index + 2;
        return verb < tokens.Length
            && (
                PropositionWords.Shipped.Is("auxiliaries", tokens[verb].Text)
                || PropositionWords.Shipped.Is("copulas", tokens[verb].Text)
                || hits.Exists(hit => hit.Start == verb && hit.Group is "speech" or "makers" or "allowing" or "forbidding")
            );
    }

    // "We moved to Mistral 7B which is Apache"
    private static bool Relates(ImmutableArray<Token> tokens, ImmutableArray<EntityLink> names, int index) =>
        tokens[index].Text is "which" or "that"
        && index + 1 < tokens.Length
        && PropositionWords.Shipped.Is(tokens[index].Text == "which" ? "auxiliaries" : "copulas", tokens[index + 1].Text)
        && names.Any(link => link.End == index);

    [GeneratedRegex(@"~~.+?~~", RegexOptions.Singleline)]
    private static partial Regex StruckOut();

    [GeneratedRegex(@"^[ \t]*(?:(?<rest>>>>)|>)[ \t]+")]
    private static partial Regex Quote();

    [GeneratedRegex("```")]
    private static partial Regex Fence();

    [GeneratedRegex(@"\|\||```")]
    private static partial Regex Marks();
}
