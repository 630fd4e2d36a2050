using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using AiNewsBot.Facts.Model;

namespace AiNewsBot.Storage;

/// <summary>What a statement says, as a revision keeps it. Dates are in the dataset's forms.</summary>
internal sealed record StatementContent
{
    /// <summary>The state of a statement that holds.</summary>
    public const string Stated = "stated";

    /// <summary>The state of one that was taken back.</summary>
    public const string Retracted = "retracted";

    /// <summary>The state of a server's statement that no longer differs from the global one.</summary>
    public const string Inherits = "inherits";

    /// <summary>Stated, retracted or inherits.</summary>
    public string State { get; init; } = Stated;

    public required string Value { get; init; }

    public string? ValidFrom { get; init; }

    public string? ValidTo { get; init; }

    public ImmutableArray<SourceJson> Sources { get; init; } = [];

    public required string VerifiedOn { get; init; }

    public string? Note { get; init; }

    public string Rank { get; init; } = "normal";

    public ImmutableSortedDictionary<string, string> Qualifiers { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    public bool IsLocked { get; init; }

    /// <summary>No qualifiers.</summary>
    public static ImmutableSortedDictionary<string, string> None => ImmutableSortedDictionary<string, string>.Empty;

    [JsonIgnore]
    public bool IsStated => State == Stated;

    /// <summary>What a row says.</summary>
    internal static StatementContent From(StatementRow row) =>
        new()
        {
            State = row.State,
            Value = row.Value,
            ValidFrom = row.ValidFrom,
            ValidTo = row.ValidTo,
            Sources = [.. JsonSerializer.Deserialize(row.Sources, FactJson.Default.SourceJsonArray)!],
            VerifiedOn = row.VerifiedOn,
            Note = row.Note,
            Rank = row.Rank,
            Qualifiers = FactJson.Map(row.Qualifiers),
            IsLocked = row.Locked != 0,
        };

    /// <summary>What a statement says whose row is made already, without reading the row's JSON again.</summary>
    internal static StatementContent From(Statement statement, StatementRow row) =>
        new()
        {
            Value = row.Value,
            ValidFrom = row.ValidFrom,
            ValidTo = row.ValidTo,
            Sources = [.. statement.Sources.Select(SourceJson.From)],
            VerifiedOn = row.VerifiedOn,
            Note = row.Note,
            Rank = row.Rank,
            Qualifiers = statement.Qualifiers,
        };

    public static StatementContent Parse(string json) => JsonSerializer.Deserialize(json, FactJson.Default.StatementContent)!;

    public string ToJson() => JsonSerializer.Serialize(this, FactJson.Default.StatementContent);

    /// <summary>Equal in all that it says; arrays are compared by what they hold.</summary>
    public bool Equals(StatementContent? other) => other is not null && ToJson() == other.ToJson();

    public override int GetHashCode() => ToJson().GetHashCode(StringComparison.Ordinal);
}
