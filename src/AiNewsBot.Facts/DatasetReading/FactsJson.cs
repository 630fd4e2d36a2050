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
        JsonSerializer.Serialize(json, new ExportedDocument(subjects.Select(ExportedSubject.From)), DocumentJson.Default.ExportedDocument);
    }

    /// <summary>Reads a document; null when the file is something else. What it lacks is empty, and its values are as they were written: to
    /// be checked.</summary>
    /// <exception cref="JsonException">It is no JSON, or has values of other kinds.</exception>
    public static IReadOnlyList<ExportedSubject>? Read(byte[] file)
    {
        ExportedSubject[] subjects = [.. JsonSerializer.Deserialize(file, DocumentJson.Bounded.ExportedDocument)?.Subjects ?? []];
        return subjects.Length == 0 ? null : subjects;
    }
}

/// <summary>The document.</summary>
internal sealed record ExportedDocument(IEnumerable<ExportedSubject>? Subjects);

/// <summary>The reader and writer, made at compile time.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(ExportedDocument))]
internal sealed partial class DocumentJson : JsonSerializerContext
{
    private const int MaxDepth = 8;

    /// <summary>For files from outside.</summary>
    public static DocumentJson Bounded =>
        field ??= new DocumentJson(new JsonSerializerOptions(Default.GeneratedSerializerOptions!) { MaxDepth = MaxDepth });
}
