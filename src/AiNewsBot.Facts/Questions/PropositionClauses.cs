using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Questions;

/// <summary>Cuts a text into clauses: at commas, colons, brackets, quotes and the ends of sentences, and before "and", "but", "while" and "if".</summary>
internal static partial class PropositionClauses
{
    /// <summary>A message without what its author took back: what is struck out. A spoiler and a block of code are sentences of their own.</summary>
    public static string Prepare(string message) =>
        Marks().Replace(StruckOut().Replace(message, " "), "\n");

    /// <summary>The clauses, in order.</summary>
    public static IEnumerable<PropositionClause> Create(ImmutableArray<Token> tokens, List<PhraseHit> hits, ImmutableArray<EntityLink> names, FactBase facts)
    {
        var start = 0;
        for (var i = 1; i <= tokens.Length; i++)
        {
            if (i < tokens.Length && tokens[i].Clause == tokens[i - 1].Clause && !Connects(i))
                continue;
            yield return new PropositionClause(tokens, start, i, hits, names, facts);
            start = i;
        }

        bool Connects(int index) => hits.Exists(hit => hit.Group == "connectives" && hit.Start == index)
            && !hits.Exists(hit => hit.Group is "terms" or "tags" && hit.Start < index && index < hit.End);
    }

    [GeneratedRegex(@"~~.+?~~", RegexOptions.Singleline)]
    private static partial Regex StruckOut();

    [GeneratedRegex(@"\|\||```")]
    private static partial Regex Marks();
}
