using System.Collections.Immutable;
using System.Globalization;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Questions.Propositions;

/// <summary>What is meant by "both", "the former", "the big one": of the models that were named last.</summary>
internal static class PropositionPairs
{
    // "Both are Apache", "the former published its data"
    public static ImmutableArray<NamedSubject>? Find(PropositionClause clause, int at, List<NamedSubject> named)
    {
        if (named.Count < 2 || clause.Models.Any() || clause.Hits("components").Any(hit => hit.Start < at) && !clause.Has("former"))
            return null;
        bool Says(string group) => clause.Hits(group).Any(hit => hit.Start - clause.Start < 3);
        return Says("larger") || Says("smaller") ? SizedOf(named, isLarge: Says("larger"))
            : Says("former") ? [named[^2]]
            : Says("latter") ? [named[^1]]
            : Says("both") ? [named[^2], named[^1]]
            : null;
    }

    // "The big one"
    private static ImmutableArray<NamedSubject>? SizedOf(List<NamedSubject> named, bool isLarge)
    {
        var sized = named
            .Select(one => (One: one, Size: SizeIn(one.Name)))
            .Where(pair => pair.Size > 0)
            .OrderBy(pair => pair.Size)
            .ToArray();
        return sized.Length < 2 ? null : [isLarge ? sized[^1].One : sized[0].One];
    }

    private static decimal SizeIn(string name) =>
        Tokenizer
            .Split(name)
            .Where(token => token.Text is [>= '0' and <= '9', .., 'b'])
            .Select(token => decimal.TryParse(token.Text[..^1], CultureInfo.InvariantCulture, out var size) ? size : 0)
            .LastOrDefault();
}
