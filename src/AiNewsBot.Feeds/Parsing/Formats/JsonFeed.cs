using System.Text.Json;
using AiNewsBot.Feeds.Parsing.Dates;
using AiNewsBot.Feeds.Parsing.Text;

namespace AiNewsBot.Feeds.Parsing.Formats;

/// <summary>Reads JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/) token by token.</summary>
internal static class JsonFeed
{
    private const string Sign = "jsonfeed.org/version/";

    private static readonly JsonReaderOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <exception cref="FeedFormatException">It is no JSON Feed.</exception>
    public static Feed Read(ReadOnlySpan<byte> utf8, Uri? address)
    {
        try
        {
            return Read(utf8, address, keepsWhatCame: false);
        }
        catch (JsonException)
        {
            // Line ends within texts are the commonest fault; any other fault leaves the entries before it intact.
            return Read(JsonEscapes.WithoutControls(utf8), address, keepsWhatCame: true);
        }
    }

    private static Feed Read(ReadOnlySpan<byte> utf8, Uri? address, bool keepsWhatCame)
    {
        var json = new Utf8JsonReader(utf8, Options);
        var isFeed = false;
        string? title = null,
            link = null,
            icon = null;
        FeedLocale? locale = null;
        var entries = new List<FeedEntry>();
        try
        {
            // The object that is all of it.
            json.Read();
            while (JsonFields.NextName(ref json) is { } name)
            {
                switch (name)
                {
                    case "version":
                        isFeed = JsonFields.Text(ref json)?.Contains(Sign, StringComparison.OrdinalIgnoreCase) == true;
                        break;
                    case "title":
                        title = JsonFields.Line(JsonFields.Words(ref json));
                        break;
                    case "home_page_url":
                        link = JsonFields.Link(JsonFields.Text(ref json), address);
                        break;
                    case "icon":
                        icon = JsonFields.Link(JsonFields.Text(ref json), address);
                        break;
                    case "language":
                        locale = FeedLocale.TryParse(JsonFields.Text(ref json));
                        break;
                    case "items" when json.TokenType == JsonTokenType.StartArray:
                        ReadItems(ref json, entries, address, locale);
                        break;
                    default:
                        json.Skip();
                        break;
                }
            }
        }
        catch (JsonException exception) when (keepsWhatCame)
        {
            if (!isFeed || entries.Count == 0)
                throw new FeedFormatException(new FeedFault(FeedFaultCode.JsonBroken, $"{exception.LineNumber + 1}"), exception);
        }

        return isFeed
            ? new Feed(title, link, null, [.. entries])
            {
                Language = locale?.Language,
                Icon = icon is not null && PictureRules.Shows(new EntryPicture(icon), null) ? icon : null,
            }
            : throw new FeedFormatException(new FeedFault(FeedFaultCode.JsonWithoutVersion));
    }

    private static void ReadItems(ref Utf8JsonReader json, List<FeedEntry> entries, Uri? address, FeedLocale? locale)
    {
        for (var count = 0; json.Read() && json.TokenType != JsonTokenType.EndArray; count++)
        {
            if (json.TokenType != JsonTokenType.StartObject)
            {
                json.Skip();
                continue;
            }

            if (count == FeedLimits.Entries)
                throw new FeedFormatException(new FeedFault(FeedFaultCode.EntriesTooMany, $"{FeedLimits.Entries}"));
            if (JsonEntry.Read(ref json, address, locale) is { } entry)
                entries.Add(entry);
        }
    }
}
