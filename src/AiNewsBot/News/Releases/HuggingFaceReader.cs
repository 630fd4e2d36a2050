using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using AiNewsBot.Feeds;

namespace AiNewsBot.News.Releases;

/// <summary>Reads the hub's list of an organisation's newest models as a feed: an
/// entry for each repository, told apart by its name.</summary>
internal static class HuggingFaceReader
{
    private const string LicenceTag = "license:";

    /// <exception cref="FeedFormatException">It is no such list.</exception>
    public static Feed Read(ReadOnlyMemory<byte> body, Uri address)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            if (document.RootElement.ValueKind != JsonValueKind.Array)
                throw new FeedFormatException($"{address.IdnHost} sent no list of models.");
            var hub = address.GetLeftPart(UriPartial.Authority);
            return new Feed(
                null,
                null,
                null,
                [.. document.RootElement.EnumerateArray().Select(model => EntryOf(model, hub)).OfType<FeedEntry>()]
            );
        }
        catch (JsonException exception)
        {
            throw new FeedFormatException($"{address.IdnHost} sent no JSON that can be read.", exception);
        }
    }

    private static RepositoryEntry? EntryOf(JsonElement model, string hub)
    {
        if (Text(model, "id") is not { } id || id.Split('/') is not [{ Length: > 0 } owner, { Length: > 0 } name] || Flag(model, "private"))
            return null;
        var tags = Tags(model);
        var licence = tags.FirstOrDefault(tag => tag.StartsWith(LicenceTag, StringComparison.Ordinal))?[LicenceTag.Length..];
        var gated = Flag(model, "gated") || Text(model, "gated") is { Length: > 0 } and not "false";
        return new RepositoryEntry(hub, new Discovery(owner, name, Licence: licence), SummaryOf(model, gated), Date(model, "createdAt"));
    }

    private static string? SummaryOf(JsonElement model, bool isGated)
    {
        var parts = new List<string>();
        if (Text(model, "pipeline_tag") is { } task)
            parts.Add($"Made for {task.Replace('-', ' ')}.");
        if (isGated)
            parts.Add("The files are gated: the hub asks for consent before it hands them out.");
        return parts.Count == 0 ? null : string.Join(' ', parts);
    }

    private static ImmutableArray<string> Tags(JsonElement model) =>
        model.TryGetProperty("tags", out var tags) && tags.ValueKind == JsonValueKind.Array
            ? [.. tags.EnumerateArray().Where(tag => tag.ValueKind == JsonValueKind.String).Select(tag => tag.GetString()!)]
            : [];

    private static string? Text(JsonElement model, string name) =>
        model.ValueKind == JsonValueKind.Object && model.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static bool Flag(JsonElement model, string name) =>
        model.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    private static DateTimeOffset? Date(JsonElement model, string name) =>
        DateTimeOffset.TryParse(Text(model, name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? date
            : null;
}
