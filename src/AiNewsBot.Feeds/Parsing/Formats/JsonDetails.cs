using System.Globalization;
using System.Text.Json;

namespace AiNewsBot.Feeds.Parsing.Formats;

/// <summary>Fields of a JSON Feed's item that say more of it. Each may be of another kind than it ought to be.</summary>
internal static class JsonDetails
{
    public static void ReadAuthors(ref Utf8JsonReader json, EntryDetails details)
    {
        if (json.TokenType == JsonTokenType.StartObject)
        {
            ReadAuthor(ref json, details);
            return;
        }

        if (json.TokenType != JsonTokenType.StartArray)
        {
            details.SetAuthor(JsonFields.Words(ref json), 0);
            return;
        }

        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (json.TokenType == JsonTokenType.StartObject)
                ReadAuthor(ref json, details);
            else
                json.Skip();
        }
    }

    public static void ReadTags(ref Utf8JsonReader json, EntryDetails details)
    {
        if (json.TokenType != JsonTokenType.StartArray)
        {
            json.Skip();
            return;
        }

        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
            details.AddCategory(JsonFields.Words(ref json));
    }

    public static void ReadAttachments(ref Utf8JsonReader json, EntryDetails details, Uri? address)
    {
        if (json.TokenType != JsonTokenType.StartArray)
        {
            json.Skip();
            return;
        }

        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (json.TokenType == JsonTokenType.StartObject)
                ReadAttachment(ref json, details, address);
            else
                json.Skip();
        }
    }

    private static void ReadAuthor(ref Utf8JsonReader json, EntryDetails details)
    {
        while (JsonFields.NextName(ref json) is { } name)
        {
            if (name == "name")
                details.SetAuthor(JsonFields.Words(ref json), 0);
            else
                json.Skip();
        }
    }

    private static void ReadAttachment(ref Utf8JsonReader json, EntryDetails details, Uri? address)
    {
        string? url = null,
            type = null,
            size = null;
        while (JsonFields.NextName(ref json) is { } name)
        {
            switch (name)
            {
                case "url":
                    url = JsonFields.Link(JsonFields.Text(ref json), address);
                    break;
                case "mime_type":
                    type = JsonFields.Text(ref json);
                    break;
                case "size_in_bytes":
                    size = JsonFields.Text(ref json);
                    break;
                default:
                    json.Skip();
                    break;
            }
        }

        if (url is not null && type?.StartsWith("image/", StringComparison.OrdinalIgnoreCase) == true)
            details.AddPicture(
                new EntryPicture(url),
                1,
                long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) ? bytes : null
            );
    }
}
