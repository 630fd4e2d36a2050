using System.Collections.Immutable;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Questions.Cues;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Questions.Propositions;

/// <summary>Names of kinds of licences in a text, which are the name of no licence: "a RAIL licence", "OpenRAIL".</summary>
internal static class LicenceKindNames
{
    /// <summary>The names, with those of a text among them.</summary>
    public static ImmutableArray<EntityLink> Add(ImmutableArray<Token> tokens, ImmutableArray<EntityLink> links, FactBase facts)
    {
        var found = links.ToBuilder();
        for (var i = 0; i < tokens.Length; i++)
        {
            if (!links.Any(link => link.Start <= i && i < link.End) && Read(tokens, i, facts.LicenceKinds) is { } link)
                found.Add(link);
        }

        if (found.Count == links.Length)
            return links;
        found.Sort((one, other) => one.Start.CompareTo(other.Start));
        return found.ToImmutable();
    }

    private static EntityLink? Read(ImmutableArray<Token> tokens, int start, LicenceKinds kinds)
    {
        if (
            kinds.Acronyms.FirstOrDefault(one => tokens[start].Text.Contains(one, StringComparison.Ordinal)) is not { } acronym
            || tokens[start].Text == acronym && !IsOfLicence(tokens, start) && !IsTold(tokens, start)
            || !kinds.Find(tokens[start].Text).Any()
        )
            return null;
        var end = start + 1;
        while (end < tokens.Length && tokens[end].IsAttached && kinds.Find(Raw(tokens, start, end + 1)).Any())
            end++;
        var typed = Raw(tokens, start, end);
        return new EntityLink([kinds.Find(typed).First()], start, end - start, typed, false, null);
    }

    /// <summary>The kind that a name means, as it is written; null where it means one licence.</summary>
    public static string? KindOf(PropositionClause clause, EntityLink link)
    {
        var count = link.Count;
        while (count > 1 && PropositionWords.Shipped.Is("licences", clause.Tokens[link.Start + count - 1].Text))
            count--;
        var name = string.Concat(
            clause
                .Tokens.Slice(link.Start, count)
                .Select((token, index) => index == 0 ? token.Raw : $"{(token.IsAttached ? token.Joint : ' ')}{token.Raw}")
        );
        return clause.Facts.LicenceKinds.Contains(name) ? name : null;
    }

    // "BLOOM is RAIL" ends with it, "RAIL tickets are cheap" does not.
    private static bool IsTold(ImmutableArray<Token> tokens, int index) =>
        tokens[index].Raw.All(char.IsAsciiLetterUpper)
        && (index + 1 == tokens.Length || tokens[index + 1].Clause != tokens[index].Clause || tokens[index + 1].IsAttached);

    // Trains run on rails, too.
    private static bool IsOfLicence(ImmutableArray<Token> tokens, int index) =>
        index > 0 && PropositionWords.Shipped.Is("licences", tokens[index - 1].Text)
        || index + 1 < tokens.Length && PropositionWords.Shipped.Is("licences", tokens[index + 1].Text);

    private static string Raw(ImmutableArray<Token> tokens, int from, int to) =>
        string.Join('-', tokens.Skip(from).Take(to - from).Select(token => token.Raw));
}
