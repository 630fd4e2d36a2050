using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
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
        json.WriteStartObject();
        json.WriteStartArray("subjects");
        foreach (var subject in subjects)
            Write(json, subject);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Subject subject)
    {
        json.WriteStartObject();
        json.WriteString("id", subject.Id);
        json.WriteString("kind", subject.Kind.ToString().ToLowerInvariant());
        json.WriteString("name", subject.Name);
        Optional(json, "parent", subject.Parent);
        Optional(json, "about", subject.About);
        Texts(json, "aliases", subject.Aliases);
        Map(json, "details", subject.Details);
        Texts(json, "related", subject.Related);
        Texts(json, "asks", subject.Asks);
        json.WriteStartArray("statements");
        foreach (var statement in subject.Statements)
            Write(json, statement);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Statement statement)
    {
        json.WriteStartObject();
        json.WriteString("property", statement.Property);
        json.WriteString("value", statement.Value);
        Optional(json, "validFrom", statement.ValidFrom?.Text);
        Optional(json, "validTo", statement.ValidTo?.Text);
        json.WriteString("verifiedOn", statement.VerifiedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteString("rank", statement.Rank.ToString().ToLowerInvariant());
        Optional(json, "note", statement.Note);
        Map(json, "qualifiers", statement.Qualifiers);
        json.WriteStartArray("sources");
        foreach (var source in statement.Sources)
        {
            json.WriteStartObject();
            json.WriteString("url", source.Url);
            json.WriteString("title", source.Title);
            json.WriteString("publisher", source.Publisher);
            json.WriteString(
                "kind",
                source.Kind switch
                {
                    SourceKind.FirstHand => "first-hand",
                    SourceKind.Secondary => "secondary",
                    _ => "index",
                }
            );
            Optional(json, "locator", source.Locator);
            Optional(json, "published", source.Published?.Text);
            Optional(json, "archived", source.Archived);
            Optional(json, "dead", source.Dead?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Optional(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }

    private static void Texts(Utf8JsonWriter json, string name, IReadOnlyCollection<string> texts)
    {
        if (texts.Count == 0)
            return;
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static void Map(Utf8JsonWriter json, string name, ImmutableSortedDictionary<string, string> map)
    {
        if (map.Count == 0)
            return;
        json.WriteStartObject(name);
        foreach (var (key, value) in map)
            json.WriteString(key, value);
        json.WriteEndObject();
    }
}
