using System.Collections.Immutable;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Yaml;

namespace AiNewsBot.Facts.DatasetReading;

/// <summary>Reads claims into statements.</summary>
internal sealed class StatementReader(
    SourceTable sources,
    DatasetErrorCollector datasetErrorCollector,
    List<(Statement Statement, FileLocation Place)> written
)
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
        var nodes = node switch
        {
            null => [],
            ListNode list => list.Items,
            _ => (IReadOnlyList<Node>)[node],
        };
        var claims = new List<(Statement Statement, FileLocation Place)>();
        foreach (var item in nodes)
        {
            if (
                MapReader.TryCreate(item, file, datasetErrorCollector, $"a claim of '{property}'") is { } map
                && ReadOne(subject, property, map, known) is { } claim
            )
                claims.Add((claim, map.FileLocation));
        }

        CheckSuccession(property, [.. claims.Where(claim => claim.Statement.Rank is Rank.Normal or Rank.Preferred)]);
        foreach (var claim in claims)
            add(claim.Statement);
    }

    /// <summary>A claim of another shape, whose value, dates and qualifiers the caller has read already.</summary>
    public Statement? ReadRest(MapReader map, Statement draft, string what)
    {
        var cited = sources.Cited(map);
        var day = map.ReadDay("checked");
        var note = map.ReadText("note");
        var rank = map.ReadText("rank") is { } text ? RankOf(map, text) : Rank.Normal;
        draft = ReadDated(map, draft);
        var why = ReadWhy(map, draft);
        map.ReportUnknownKeys(what);
        if (cited is not { } found || draft.Value.Length == 0)
            return null;
        var statement = draft with { Sources = found.Sources, VerifiedOn = day ?? found.Read, Note = note, Rank = rank };
        if (why is { } reason)
            statement = WithReason(statement, reason.Text, reason.Sources);
        written.Add((statement, map.FileLocation));
        return statement;
    }

    // Why a licence asks something, or changed, as its maker or another gives the reason.
    private (string Text, ImmutableArray<Source> Sources)? ReadWhy(MapReader map, Statement draft)
    {
        if (draft.Property is not (Properties.Condition or Properties.Event) || map.ReadMap(Qualifiers.Why) is not { } why)
            return null;
        if (draft.Property == Properties.Event && draft.Qualifier(Qualifiers.EventKind) != EventKinds.Licence)
            datasetErrorCollector.Add(map.GetLocation(Qualifiers.Why), "'why' is for events of kind licence");
        var (text, cited) = (why.ReadRequired("text"), sources.Cited(why));
        why.ReportUnknownKeys("a reason");
        return text.Length > 0 && cited is { } found ? (text, found.Sources) : null;
    }

    private static Statement WithReason(Statement statement, string text, ImmutableArray<Source> given) =>
        statement with
        {
            Sources = [.. statement.Sources.Union(given)],
            Qualifiers = statement.Qualifiers.SetItem(Qualifiers.Why, text).SetItem(Qualifiers.WhySource, given[0].Url),
        };

    private Statement ReadDated(MapReader map, Statement draft)
    {
        if (map.ReadText(Qualifiers.Dated) is not { } dated)
            return draft;
        if (dated != Qualifiers.About)
            datasetErrorCollector.Add(map.GetLocation(Qualifiers.Dated), $"'{dated}' is no certainty of a date: write about, or nothing");
        if (draft.ValidFrom is not { IsExact: true })
            datasetErrorCollector.Add(map.GetLocation(Qualifiers.Dated), "'dated' is for a claim that gives one day");
        return draft with { Qualifiers = draft.Qualifiers.SetItem(Qualifiers.Dated, dated) };
    }

    private Statement? ReadOne(string subject, string property, MapReader map, string? known)
    {
        if (known is not null)
            map.Read(known);
        var value = map.ReadRequired("is");
        var (since, until) = (map.ReadDate("since"), map.ReadDate("until"));
        if (value.Length > 0)
            datasetErrorCollector.RequireAllowed(map.GetLocation("is"), property, value);
        if (since is { } from && until is { } to && from.Latest >= to.Latest)
            datasetErrorCollector.Add(map.GetLocation("until"), $"dates out of order: since {from}, until {to}");
        var qualifiers =
            Properties.OfUse.Contains(property) && map.ReadText("text") is { } text
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
        // Weights that were only claimed have no release date.
        if (
            property == Components.Weights
            && since is null
            && AvailabilityText.TryParse(value)?.IsPublished() == true
            && statement?.Rank != Rank.Deprecated
        )
            datasetErrorCollector.Add(map.FileLocation, "published weights need 'since', the day on which they came out");
        return statement;
    }

    // Each value ends where the next begins: a gap would leave questions about it unanswered, an overlap would answer them twice.
    private void CheckSuccession(string property, ImmutableArray<(Statement Statement, FileLocation Place)> claims)
    {
        for (var i = 0; i < claims.Length; i++)
        {
            var (claim, fileLocation) = claims[i];
            var next = i + 1 < claims.Length ? claims[i + 1].Statement : null;
            if (next is null && claim.ValidTo is not null)
                datasetErrorCollector.Add(fileLocation, $"'{property}' leaves a gap: it ends on {claim.ValidTo} and nothing follows");
            else if (next is not null && claim.ValidTo is null)
                datasetErrorCollector.Add(fileLocation, $"'{property}' overlaps: it has no 'until', and another claim follows");
            else if (next is not null && next.ValidFrom?.Text != claim.ValidTo?.Text)
                datasetErrorCollector.Add(
                    fileLocation,
                    $"'{property}' leaves a gap or overlap: it ends on {claim.ValidTo}, and the next begins "
                        + $"{(next.ValidFrom is { } from ? $"on {from}" : "on no date")}"
                );
        }
    }

    private Rank RankOf(MapReader map, string text)
    {
        switch (text)
        {
            case "preferred":
                return Rank.Preferred;
            case "normal":
                return Rank.Normal;
            case "disputed":
                return Rank.Disputed;
            case "deprecated":
                return Rank.Deprecated;
            default:
                datasetErrorCollector.Add(map.GetLocation("rank"), $"'{text}' is no rank: write preferred, normal, disputed or deprecated");
                return Rank.Normal;
        }
    }
}
