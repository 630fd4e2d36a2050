using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using AiNewsBot.Facts.DatasetReading;
using AiNewsBot.Facts.Model;
using AiNewsBot.Storage;

namespace AiNewsBot.Curation.Transfer;

/// <summary>A statement in a file of facts: what it says, and of what.</summary>
internal sealed record TransferEntry : StatementContent
{
    // A file may lack what a statement needs: checking it says so.
    [JsonConstructor]
    [SetsRequiredMembers]
    public TransferEntry() => (Value, VerifiedOn) = ("", "");

    [SetsRequiredMembers]
    private TransferEntry(StatementContent content)
        : base(content) { }

    public string Subject { get; set; } = "";

    public string Property { get; set; } = "";

    /// <summary>The global statement that it overrides; null for one of its own.</summary>
    public string? InPlaceOf { get; set; }

    internal static TransferEntry Create(StatementRow row) =>
        new(row.Content)
        {
            Subject = row.Subject,
            Property = row.Property,
            InPlaceOf = row.Base,
        };

    /// <summary>Of a file with all facts, which has other names for the kinds of sources.</summary>
    internal static TransferEntry From(string subject, ExportedStatement statement) =>
        new()
        {
            Subject = subject,
            Property = statement.Property,
            Value = statement.Value,
            ValidFrom = statement.ValidFrom,
            ValidTo = statement.ValidTo,
            Sources =
            [
                .. (statement.Sources.IsDefault ? [] : statement.Sources).Select(source => source with { Kind = KindOf(source.Kind) }),
            ],
            VerifiedOn = statement.VerifiedOn,
            Note = statement.Note,
            Rank = statement.Rank,
            Qualifiers = statement.Qualifiers,
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
    /// <summary>Makers and models that the server added; null for none.</summary>
    public TransferSubject[]? Subjects { get; set; }

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
