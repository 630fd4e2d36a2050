using System.Collections.Immutable;

namespace AiNewsBot.Facts.Reading;

/// <summary>Reads claims into statements.</summary>
internal sealed class ClaimReader(SourceBook sources, Faults faults, List<(Statement Statement, Place Place)> written)
{
    /// <summary>The claims of a property: one, or a list that supersede each other.</summary>
    /// <param name="subject">Id of what they are claims of.</param>
    /// <param name="property">Slug of the property.</param>
    /// <param name="node">As written; null for no claim.</param>
    /// <param name="file">Where it is written.</param>
    /// <param name="add">Takes each claim.</param>
    /// <param name="known">A key that the caller has read already.</param>
    public void Read(string subject, string property, Node? node, string file, Action<Statement> add, string? known = null)
    {
        var nodes = node switch { null => [], ListNode list => list.Items, _ => (IReadOnlyList<Node>)[node] };
        var claims = new List<(Statement Statement, Place Place)>();
        foreach (var item in nodes)
        {
            if (MapReader.Of(item, file, faults, $"a claim of '{property}'") is { } map && ReadOne(subject, property, map, known) is { } claim)
                claims.Add((claim, map.Place));
        }

        CheckSuccession(property, [.. claims.Where(claim => claim.Statement.Rank is Rank.Normal or Rank.Preferred)]);
        foreach (var claim in claims)
            add(claim.Statement);
    }

    /// <summary>A claim of another shape, whose value, dates and qualifiers the caller has read already.</summary>
    public Statement? ReadRest(MapReader map, Statement draft, string what)
    {
        var cited = sources.Cited(map);
        var day = map.TakeDay("checked");
        var note = map.TakeText("note");
        var rank = map.TakeText("rank") is { } text ? RankOf(map, text) : Rank.Normal;
        map.Close(what);
        if (cited is not { } found || draft.Value.Length == 0)
            return null;
        var statement = draft with { Sources = found.Sources, VerifiedOn = day ?? found.Read, Note = note, Rank = rank };
        written.Add((statement, map.Place));
        return statement;
    }

    private Statement? ReadOne(string subject, string property, MapReader map, string? known)
    {
        if (known is not null)
            map.Take(known);
        var value = map.Require("is");
        var (since, until) = (map.TakeDate("since"), map.TakeDate("until"));
        if (value.Length > 0 && Values.Fault(property, value) is { } fault)
            faults.Add(map.PlaceOf("is"), fault);
        if (since is { } from && until is { } to && from.Latest >= to.Latest)
            faults.Add(map.PlaceOf("until"), $"dates out of order: since {from}, until {to}");
        var qualifiers = Properties.OfUse.Contains(property) && map.TakeText("text") is { } text
            ? ImmutableSortedDictionary<string, string>.Empty.Add("text", text)
            : ImmutableSortedDictionary<string, string>.Empty;
        var draft = new Statement
        {
            Subject = subject,
            Property = property,
            Value = value,
            ValidFrom = since,
            ValidTo = until,
            Sources = [],
            VerifiedOn = default,
            Qualifiers = qualifiers,
        };
        var statement = ReadRest(map, draft, "a claim");
        // Weights that somebody only claimed came out on no day.
        if (property == Components.Weights && since is null && AvailabilityText.TryParse(value)?.IsPublished() == true && statement?.Rank != Rank.Deprecated)
            faults.Add(map.Place, "published weights need 'since', the day on which they came out");
        return statement;
    }

    // Each value ends where the next begins: a gap would leave questions about it unanswered, an overlap would answer them twice.
    private void CheckSuccession(string property, ImmutableArray<(Statement Statement, Place Place)> claims)
    {
        for (var i = 0; i < claims.Length; i++)
        {
            var (claim, place) = claims[i];
            var next = i + 1 < claims.Length ? claims[i + 1].Statement : null;
            if (next is null && claim.ValidTo is not null)
                faults.Add(place, $"'{property}' leaves a gap: it ends on {claim.ValidTo} and nothing follows");
            else if (next is not null && claim.ValidTo is null)
                faults.Add(place, $"'{property}' overlaps: it has no 'until', and another claim follows");
            else if (next is not null && next.ValidFrom?.Text != claim.ValidTo?.Text)
                faults.Add(place, $"'{property}' leaves a gap or overlap: it ends on {claim.ValidTo}, and the next begins {(next.ValidFrom is { } from ? $"on {from}" : "on no date")}");
        }
    }

    private Rank RankOf(MapReader map, string text)
    {
        switch (text)
        {
            case "preferred": return Rank.Preferred;
            case "normal": return Rank.Normal;
            case "disputed": return Rank.Disputed;
            case "deprecated": return Rank.Deprecated;
            default:
                faults.Add(map.PlaceOf("rank"), $"'{text}' is no rank: write preferred, normal, disputed or deprecated");
                return Rank.Normal;
        }
    }
}
