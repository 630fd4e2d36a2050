using System.Text.Json;
using AiNewsBot.Feeds.Parsing.Dates;

namespace AiNewsBot.Feeds.Parsing.Formats;

/// <summary>Reads an item of a JSON Feed.</summary>
internal static class JsonEntry
{
    /// <summary>Reads the object at whose beginning the reader is; null where it is empty.</summary>
    public static FeedEntry? Read(ref Utf8JsonReader json, Uri? address, FeedLocale? locale)
    {
        string? id = null,
            page = null,
            elsewhere = null,
            title = null,
            image = null,
            banner = null;
        EntryText? summary = null,
            text = null,
            html = null;
        var details = new EntryDetails();
        DateTimeOffset? published = null,
            updated = null;
        var isEmpty = true;
        while (JsonFields.NextName(ref json) is { } name)
        {
            isEmpty = false;
            switch (name)
            {
                case "id":
                    id = JsonFields.Text(ref json);
                    break;
                case "url":
                    page = JsonFields.Link(JsonFields.Text(ref json), address);
                    break;
                case "external_url":
                    elsewhere = JsonFields.Link(JsonFields.Text(ref json), address);
                    break;
                case "title":
                    title = JsonFields.Line(JsonFields.Words(ref json));
                    break;
                case "summary":
                    summary = JsonFields.Block(JsonFields.Words(ref json), isHtml: false, address);
                    break;
                case "content_text":
                    text = JsonFields.Block(JsonFields.Words(ref json), isHtml: false, address);
                    break;
                case "content_html":
                    html = JsonFields.Block(JsonFields.Words(ref json), isHtml: true, address);
                    break;
                case "date_published":
                    published = FeedDate.TryParse(JsonFields.Text(ref json), locale);
                    break;
                case "date_modified":
                    updated = FeedDate.TryParse(JsonFields.Text(ref json), locale);
                    break;
                case "image":
                    image = JsonFields.Link(JsonFields.Text(ref json), address);
                    break;
                case "banner_image":
                    banner = JsonFields.Link(JsonFields.Text(ref json), address);
                    break;
                case "author" or "authors":
                    JsonDetails.ReadAuthors(ref json, details);
                    break;
                case "tags":
                    JsonDetails.ReadTags(ref json, details);
                    break;
                case "attachments":
                    JsonDetails.ReadAttachments(ref json, details, address);
                    break;
                default:
                    json.Skip();
                    break;
            }
        }

        if (isEmpty)
            return null;
        foreach (var picture in new[] { image, banner }.OfType<string>())
            details.AddPicture(new EntryPicture(picture), 0);
        string?[] plain = [summary?.Plain, text?.Plain, html?.Plain];
        var shown = EntryText.Show(summary, html ?? text);
        return new FeedEntry(
            FieldLimits.Id(id),
            page ?? elsewhere,
            title,
            plain.FirstOrDefault(words => !string.IsNullOrEmpty(words)),
            published,
            updated
        )
        {
            // Alone, "url" is often the page that a commentary links to. Beside another "external_url" it is what its name says.
            Canonical = elsewhere is not null && elsewhere != page ? page : null,
            Text = shown?.Text,
            Author = details.Author,
            Categories = details.Categories,
            Pictures = details.PicturesWith([.. html?.Pictures ?? [], .. summary?.Pictures ?? []]),
            Comments = shown?.Comments,
            Submitted = shown?.Submitted,
        };
    }
}
