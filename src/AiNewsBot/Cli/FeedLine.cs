using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using AiNewsBot.Feeds;

namespace AiNewsBot.Cli;

/// <summary>A feed as a line of JSON.</summary>
internal sealed record FeedLine(string File, string? Title, IEnumerable<EntryLine> Entries)
{
    public static FeedLine From(string file, Feed feed) => new(file, feed.Title, feed.Entries.Select(EntryLine.From));
}

/// <summary>An entry of it.</summary>
/// <param name="Published">In seconds since 1970.</param>
internal sealed record EntryLine(string? Title, string? Link, string? Id, long? Published)
{
    public static EntryLine From(FeedEntry entry) =>
        new(entry.Title, entry.Link, entry.Id, (entry.Published ?? entry.Updated)?.ToUnixTimeSeconds());
}

/// <summary>A file that is no feed.</summary>
internal sealed record UnreadableFeedLine(string File, string? Error);

/// <summary>The writer, made at compile time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(FeedLine))]
[JsonSerializable(typeof(UnreadableFeedLine))]
internal sealed partial class FeedLineJson : JsonSerializerContext
{
    /// <summary>As people read it: no letter beyond ASCII as a number.</summary>
    public static FeedLineJson Readable =>
        field ??= new FeedLineJson(
            new JsonSerializerOptions(Default.GeneratedSerializerOptions!) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
        );
}
