using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using AiNewsBot.Facts.Model;
using AiNewsBot.Storage;

namespace AiNewsBot.Curation.Transfer;

/// <summary>A statement in a file of facts. What a file leaves out has its default, which a
/// reader made at compile time keeps only where it can set.</summary>
internal sealed record TransferEntry
{
    public string Subject { get; set; } = "";

    public string Property { get; set; } = "";

    /// <summary>The global statement that it overrides; null for one of its own.</summary>
    public string? InPlaceOf { get; set; }

    /// <summary>stated or retracted.</summary>
    public string State { get; set; } = StatementContent.Stated;

    public string Value { get; set; } = "";

    public string? ValidFrom { get; set; }

    public string? ValidTo { get; set; }

    public string VerifiedOn { get; set; } = "";

    public string? Note { get; set; }

    public string Rank { get; set; } = "normal";

    public ImmutableSortedDictionary<string, string>? Qualifiers { get; set; }

    public bool IsLocked { get; set; }

    public ImmutableArray<SourceJson> Sources { get; set; } = [];

    internal static TransferEntry From(StatementRow row)
    {
        var content = StatementContent.From(row);
        return new TransferEntry
        {
            Subject = row.Subject,
            Property = row.Property,
            InPlaceOf = row.Base,
            State = content.State,
            Value = content.Value,
            ValidFrom = content.ValidFrom,
            ValidTo = content.ValidTo,
            VerifiedOn = content.VerifiedOn,
            Note = content.Note,
            Rank = content.Rank,
            Qualifiers = content.Qualifiers.IsEmpty ? null : content.Qualifiers,
            IsLocked = content.IsLocked,
            Sources = content.Sources,
        };
    }

    /// <summary>Of a file with all facts, which says of a statement neither its subject nor what became of it, and has other names for the
    /// kinds of sources.</summary>
    public TransferEntry For(string subject) =>
        this with
        {
            Subject = subject,
            InPlaceOf = null,
            State = StatementContent.Stated,
            IsLocked = false,
            Sources = Sources.IsDefault ? [] : [.. Sources.Select(source => source with { Kind = KindOf(source.Kind) })],
        };

    public StatementContent ToContent() =>
        new()
        {
            State = State,
            Value = Value,
            ValidFrom = ValidFrom,
            ValidTo = ValidTo,
            VerifiedOn = VerifiedOn,
            Note = Note,
            Rank = Rank,
            Qualifiers = Qualifiers ?? StatementContent.None,
            IsLocked = IsLocked,
            Sources = Sources.IsDefault ? [] : Sources,
        };

    private static string KindOf(string kind) =>
        kind switch
        {
            "first-hand" => nameof(SourceKind.FirstHand),
            "secondary" => nameof(SourceKind.Secondary),
            "index" => nameof(SourceKind.Index),
            _ => kind,
        };
}

/// <summary>A file of facts.</summary>
/// <param name="Format">Tells such a file from any other.</param>
internal sealed record TransferFile(string Format, ImmutableArray<TransferEntry> Statements)
{
    public const string ThisFormat = "ainewsbot-facts-1";
}

/// <summary>The reader and writer, made at compile time.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = true
)]
[JsonSerializable(typeof(TransferFile))]
internal sealed partial class TransferJson : JsonSerializerContext
{
    /// <summary>Names in any script stay readable.</summary>
    public static TransferJson Readable =>
        field ??= new TransferJson(
            new JsonSerializerOptions(Default.GeneratedSerializerOptions!) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
        );
}
