using System.Globalization;
using System.Text.Json;
using AiNewsBot.Feeds;
using AiNewsBot.Feeds.Fetching;
using AiNewsBot.Json;
using AiNewsBot.News.Feeds;

namespace AiNewsBot.News.Releases;

/// <summary>Reads lists of the hub as feeds: an organisation's newest models, an entry for each repository, told apart by its name; and the
/// papers of the day.</summary>
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
                throw new FeedFormatException(new FeedFault(FeedFaultCode.HubNoList, address.IdnHost));
            var hub = address.GetLeftPart(UriPartial.Authority);
            return new Feed(
                FeedAddress.TryParse(address.AbsoluteUri) is { } asked ? HubFeeds.TitleOf(asked) : null,
                null,
                null,
                [
                    .. document
                        .RootElement.EnumerateArray()
                        .Select(element =>
                            element.Field("paper") is { } paper ? PaperEntry.Read(element, paper, hub) : EntryOf(element, hub)
                        )
                        .OfType<FeedEntry>(),
                ]
            );
        }
        catch (JsonException exception)
        {
            throw new FeedFormatException(new FeedFault(FeedFaultCode.HubNoJson, address.IdnHost), exception);
        }
    }

    private static RepositoryEntry? EntryOf(JsonElement model, string hub)
    {
        if (
            model.Text("id") is not { } id
            || id.Split('/') is not [{ Length: > 0 } owner, { Length: > 0 } name]
            || model.Flag("private") == true
        )
            return null;
        var licence = model
            .Items("tags")
            .Where(tag => tag.ValueKind == JsonValueKind.String)
            .Select(tag => tag.GetString()!)
            .FirstOrDefault(tag => tag.StartsWith(LicenceTag, StringComparison.Ordinal))
            ?[LicenceTag.Length..];
        var isGated = model.Flag("gated") == true || model.Text("gated") is not null and not "false";
        return new RepositoryEntry(
            hub,
            new Discovery(owner, name, Licence: licence),
            SummaryOf(model, isGated),
            DateOf(model.Text("createdAt"))
        );
    }

    private static string? SummaryOf(JsonElement model, bool isGated)
    {
        var parts = new List<string>();
        if (model.Text("pipeline_tag") is { } task)
            parts.Add($"Made for {task.Replace('-', ' ')}.");
        if (isGated)
            parts.Add("The files are gated: the hub asks for consent before it hands them out.");
        return parts.Count == 0 ? null : string.Join(' ', parts);
    }

    internal static DateTimeOffset? DateOf(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null;
}
