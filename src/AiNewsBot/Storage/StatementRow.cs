using System.Text.Json;
using AiNewsBot.Facts.Model;

namespace AiNewsBot.Storage;

/// <summary>A row of statements.</summary>
internal record StatementRow
{
    /// <summary>The layer of the facts that all servers share.</summary>
    public const string Global = "global";

    public required string Id { get; init; }

    public required string Subject { get; init; }

    public required string Property { get; init; }

    public required string Value { get; init; }

    public string? ValidFrom { get; init; }

    public string? ValidTo { get; init; }

    public required string Sources { get; init; }

    public required string VerifiedOn { get; init; }

    public string? Note { get; init; }

    public required string Rank { get; init; }

    public required string Qualifiers { get; init; }

    public long Position { get; init; }

    public string Layer { get; init; } = Global;

    /// <summary>The global statement that a server's overrides.</summary>
    public string? Base { get; init; }

    public long? BaseRevision { get; init; }

    public string State { get; init; } = StatementContent.Stated;

    public long Locked { get; init; }

    /// <summary>The number of its latest revision.</summary>
    public long Revision { get; init; }

    /// <summary>What it says.</summary>
    public StatementContent Content =>
        new()
        {
            State = State,
            Value = Value,
            ValidFrom = ValidFrom,
            ValidTo = ValidTo,
            Sources = JsonSerializer.Deserialize(Sources, FactJson.Default.ImmutableArraySourceText),
            VerifiedOn = VerifiedOn,
            Note = Note,
            Rank = Rank,
            Qualifiers = FactJson.Map(Qualifiers),
            IsLocked = Locked != 0,
        };

    /// <param name="content">What it says.</param>
    public static StatementRow From(string id, string subject, string property, StatementContent content) =>
        new()
        {
            Id = id,
            Subject = subject,
            Property = property,
            Value = content.Value,
            ValidFrom = content.ValidFrom,
            ValidTo = content.ValidTo,
            Sources = JsonSerializer.Serialize(content.Sources, FactJson.Default.ImmutableArraySourceText),
            VerifiedOn = content.VerifiedOn,
            Note = content.Note,
            Rank = content.Rank,
            Qualifiers = JsonSerializer.Serialize(content.Qualifiers, FactJson.Default.ImmutableSortedDictionaryStringString),
            State = content.State,
            Locked = content.IsLocked ? 1 : 0,
        };

    /// <summary>As the facts hold it. Not by way of its content: every start reads thousands, and shares their texts and sources.</summary>
    public Statement ToStatement(ValueInterner shared) =>
        new()
        {
            Id = Id,
            IsLocal = Layer != Global,
            Subject = shared.Text(Subject),
            Property = shared.Text(Property),
            Value = shared.Text(Value),
            ValidFrom = ValidFrom is null ? null : FactDate.Parse(ValidFrom),
            ValidTo = ValidTo is null ? null : FactDate.Parse(ValidTo),
            Sources = shared.Sources(Sources),
            VerifiedOn = IsoDay.Parse(VerifiedOn),
            Note = Note is null ? null : shared.Text(Note),
            Rank = Enum.Parse<Rank>(Rank, ignoreCase: true),
            Qualifiers = FactJson.Map(Qualifiers),
        };
}
