using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using AiNewsBot.Facts.DatasetReading;
using AiNewsBot.Facts.Model;

namespace AiNewsBot.Storage;

/// <summary>What a statement says, as a revision keeps it and a file of facts brings it. Dates are in the dataset's forms. What JSON leaves
/// out has its default, which a reader made at compile time keeps only where it can set.</summary>
internal record StatementContent
{
    /// <summary>The state of a statement that holds.</summary>
    public const string Stated = "stated";

    /// <summary>The state of one that was taken back.</summary>
    public const string Retracted = "retracted";

    /// <summary>The state of a server's statement that no longer differs from the global one.</summary>
    public const string Inherits = "inherits";

    /// <summary>Stated, retracted or inherits.</summary>
    public string State { get; set; } = Stated;

    public required string Value { get; set; }

    public string? ValidFrom { get; set; }

    public string? ValidTo { get; set; }

    public ImmutableArray<SourceText> Sources
    {
        get;
        set => field = value.IsDefault ? [] : value;
    } = [];

    public required string VerifiedOn { get; set; }

    public string? Note { get; set; }

    public string Rank { get; set; } = "normal";

    [AllowNull]
    public ImmutableSortedDictionary<string, string> Qualifiers
    {
        get;
        set => field = value ?? None;
    } = None;

    public bool IsLocked { get; set; }

    /// <summary>No qualifiers.</summary>
    public static ImmutableSortedDictionary<string, string> None => ImmutableSortedDictionary<string, string>.Empty;

    [JsonIgnore]
    public bool IsStated => State == Stated;

    /// <summary>What a statement says.</summary>
    internal static StatementContent From(Statement statement) =>
        new()
        {
            Value = statement.Value,
            ValidFrom = statement.ValidFrom?.Text,
            ValidTo = statement.ValidTo?.Text,
            Sources = [.. statement.Sources.Select(source => SourceText.From(source))],
            VerifiedOn = IsoDay.Format(statement.VerifiedOn),
            Note = statement.Note,
            Rank = statement.Rank.ToString().ToLowerInvariant(),
            Qualifiers = statement.Qualifiers,
        };

    /// <summary>What it says alone, without what a file adds.</summary>
    public StatementContent ToContent() => new(this);

    public static StatementContent Parse(string json) => JsonSerializer.Deserialize(json, FactJson.Default.StatementContent)!;

    public string ToJson() => JsonSerializer.Serialize(this, FactJson.Default.StatementContent);

    /// <summary>Equal in all that it says; arrays are compared by what they hold.</summary>
    public virtual bool Equals(StatementContent? other) => other is not null && ToJson() == other.ToJson();

    public override int GetHashCode() => ToJson().GetHashCode(StringComparison.Ordinal);
}
