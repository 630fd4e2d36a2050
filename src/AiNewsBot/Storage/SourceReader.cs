using System.Collections.Immutable;
using System.Text.Json;
using AiNewsBot.Facts.Model;

namespace AiNewsBot.Storage;

/// <summary>Reads the sources of a row.</summary>
internal static class SourceReader
{
    /// <summary>Sources from their JSON array. Every start reads thousands, for which the
    /// serializer's machinery takes longer than they do.</summary>
    public static ImmutableArray<Source> Read(ReadOnlySpan<byte> utf8, ValueInterner shared)
    {
        var sources = ImmutableArray.CreateBuilder<Source>(1);
        var json = new Utf8JsonReader(utf8);
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.StartObject)
            sources.Add(ReadOne(ref json, shared));
        return sources.DrainToImmutable();
    }

    private static Source ReadOne(ref Utf8JsonReader json, ValueInterner shared)
    {
        string? url = null,
            title = null,
            publisher = null,
            locator = null,
            published = null,
            archived = null,
            dead = null;
        var kind = SourceKind.Secondary;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = json.ValueSpan;
            if (name.SequenceEqual("url"u8))
                url = Value(ref json);
            else if (name.SequenceEqual("title"u8))
                title = Value(ref json);
            else if (name.SequenceEqual("publisher"u8))
                publisher = Value(ref json);
            else if (name.SequenceEqual("kind"u8))
                kind = Enum.Parse<SourceKind>(Value(ref json)!);
            else if (name.SequenceEqual("locator"u8))
                locator = Value(ref json);
            else if (name.SequenceEqual("published"u8))
                published = Value(ref json);
            else if (name.SequenceEqual("archived"u8))
                archived = Value(ref json);
            else if (name.SequenceEqual("dead"u8))
                dead = Value(ref json);
            else
                throw new JsonException($"a source has no '{json.GetString()}'");
        }

        return new Source(
            Given(url),
            Given(title),
            Given(publisher),
            kind,
            locator,
            published is null ? null : FactDate.Parse(published),
            archived,
            dead is null ? null : IsoDay.Parse(dead)
        );

        string? Value(ref Utf8JsonReader reader)
        {
            reader.Read();
            return reader.TokenType == JsonTokenType.Null ? null : shared.Text(reader.GetString()!);
        }

        static string Given(string? value) => value ?? throw new JsonException("a source lacks its url, title or publisher");
    }
}
