using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using AiNewsBot.Facts.Model;

namespace AiNewsBot.Facts.DatasetReading;

/// <summary>All facts as one JSON document: {"subjects": [{id, kind, name, …,
/// "statements": [{property, value, …, "sources": […]}]}]}.</summary>
public static class FactsJson
{
    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the document.</summary>
    public static void Write(Stream stream, IEnumerable<Subject> subjects)
    {
        using var json = new Utf8JsonWriter(stream, Readable);
        JsonSerializer.Serialize(json, new DocumentPayload(subjects.Select(SubjectPayload.From)), DocumentJson.Default.DocumentPayload);
    }
}

/// <summary>The document.</summary>
internal sealed record DocumentPayload(IEnumerable<SubjectPayload> Subjects);

/// <summary>A subject in it; what is empty is left out.</summary>
internal sealed record SubjectPayload(
    string Id,
    SubjectKind Kind,
    string Name,
    string? Parent,
    string? About,
    ImmutableArray<string>? Aliases,
    ImmutableSortedDictionary<string, string>? Details,
    ImmutableArray<string>? Related,
    ImmutableArray<string>? Asks,
    IEnumerable<StatementPayload> Statements
)
{
    public static SubjectPayload From(Subject subject) =>
        new(
            subject.Id,
            subject.Kind,
            subject.Name,
            subject.Parent,
            subject.About,
            NullIfEmpty(subject.Aliases),
            subject.Details.IsEmpty ? null : subject.Details,
            NullIfEmpty(subject.Related),
            NullIfEmpty(subject.Asks),
            subject.Statements.Select(StatementPayload.From)
        );

    private static ImmutableArray<string>? NullIfEmpty(ImmutableArray<string> texts) => texts.IsEmpty ? null : texts;
}

/// <summary>A statement in it.</summary>
internal sealed record StatementPayload(
    string Property,
    string Value,
    FactDate? ValidFrom,
    FactDate? ValidTo,
    DateOnly VerifiedOn,
    Rank Rank,
    string? Note,
    ImmutableSortedDictionary<string, string>? Qualifiers,
    ImmutableArray<Source> Sources
)
{
    public static StatementPayload From(Statement statement) =>
        new(
            statement.Property,
            statement.Value,
            statement.ValidFrom,
            statement.ValidTo,
            statement.VerifiedOn,
            statement.Rank,
            statement.Note,
            statement.Qualifiers.IsEmpty ? null : statement.Qualifiers,
            statement.Sources
        );
}

/// <summary>The writer, made at compile time.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [
        typeof(FactDateConverter),
        typeof(KebabCaseConverter<SubjectKind>),
        typeof(KebabCaseConverter<Rank>),
        typeof(KebabCaseConverter<SourceKind>),
    ]
)]
[JsonSerializable(typeof(DocumentPayload))]
internal sealed partial class DocumentJson : JsonSerializerContext;

/// <summary>Members of an enumeration as words with a hyphen between them.</summary>
internal sealed class KebabCaseConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.KebabCaseLower)
    where T : struct, Enum;
