using System.Text.Json;
using AiNewsBot.Facts.Model;

namespace AiNewsBot.Storage;

/// <summary>A row of subjects. Dapper fills init properties; it cannot fill positional records from SQLite's types.</summary>
internal sealed record SubjectRow
{
    public required string Id { get; init; }

    public required string Kind { get; init; }

    public required string Name { get; init; }

    public string? Parent { get; init; }

    public string? About { get; init; }

    public required string Aliases { get; init; }

    public required string Details { get; init; }

    public required string Related { get; init; }

    public required string Asks { get; init; }

    public long Position { get; init; }

    public string Layer { get; init; } = StatementRow.Global;

    public static SubjectRow From(Subject subject, int position) =>
        new()
        {
            Id = subject.Id,
            Kind = subject.Kind.ToString().ToLowerInvariant(),
            Name = subject.Name,
            Parent = subject.Parent,
            About = subject.About,
            Aliases = JsonSerializer.Serialize(subject.Aliases, FactJson.Default.ImmutableArrayString),
            Details = JsonSerializer.Serialize(subject.Details, FactJson.Default.ImmutableSortedDictionaryStringString),
            Related = JsonSerializer.Serialize(subject.Related, FactJson.Default.ImmutableArrayString),
            Asks = JsonSerializer.Serialize(subject.Asks, FactJson.Default.ImmutableArrayString),
            Position = position,
        };

    public Subject ToSubject(IEnumerable<StatementRow> rows, ValueInterner shared)
    {
        // An added alias is a name, and no claim.
        var statements = rows.ToLookup(row => row.Property == Properties.Alias);
        return ToSubject(statements[false], statements[true].Select(row => row.Value), shared);
    }

    private Subject ToSubject(IEnumerable<StatementRow> statements, IEnumerable<string> aliases, ValueInterner shared) =>
        new()
        {
            Kind = Enum.Parse<SubjectKind>(Kind, ignoreCase: true),
            Id = Id,
            Name = Name,
            Parent = Parent,
            About = About,
            Aliases = FactJson.Texts(Aliases).AddRange(aliases),
            Details = FactJson.Map(Details),
            Related = FactJson.Texts(Related),
            Asks = FactJson.Texts(Asks),
            Statements = [.. statements.Select(row => row.ToStatement(shared))],
        };
}
