using System.Globalization;
using AiNewsBot.Feeds.Parsing.Markup;
using AiNewsBot.Feeds.Parsing.Text;

namespace AiNewsBot.Feeds.Parsing.Formats;

/// <summary>Elements that say what they say in attributes: pictures, and categories of Atom.</summary>
internal static class ElementAttributes
{
    /// <summary>Reads an element by its attributes; false where its content is to be read.</summary>
    public static bool TryRead(IElement element, FeedElement part, int rank, EntryDetails details, string? @base)
    {
        switch (part)
        {
            case FeedElement.Category when (element.Attribute("label") ?? element.Attribute("term")) is { Length: > 0 } category:
                details.AddCategory(category);
                return true;
            case FeedElement.Picture:
                AddPicture(element, rank, details, @base);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Reads a link to a picture as Atom has it; false where it is no such link.</summary>
    public static bool TryReadEnclosure(IElement element, int rank, EntryDetails details, string? @base)
    {
        if (!"enclosure".Equals(element.Attribute("rel")?.Trim(), StringComparison.OrdinalIgnoreCase))
            return false;
        AddPicture(element, rank, details, @base);
        return true;
    }

    private static void AddPicture(IElement element, int rank, EntryDetails details, string? @base)
    {
        var isNamedPicture =
            element.LocalName.Equals("thumbnail", StringComparison.OrdinalIgnoreCase)
            || element.LocalName.Equals("image", StringComparison.OrdinalIgnoreCase);
        if (
            (element.Attribute("url") ?? element.Attribute("href")) is not { Length: > 0 } reference
            || !isNamedPicture && !IsPicture(element.Attribute("medium"), element.Attribute("type"), reference)
        )
            return;
        var picture = new EntryPicture(
            UriReference.Resolve(@base, reference),
            null,
            PictureCollector.PixelsOf(element.Attribute("width")),
            PictureCollector.PixelsOf(element.Attribute("height"))
        );
        var bytes = long.TryParse(
            element.Attribute("length") ?? element.Attribute("fileSize"),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var size
        )
            ? size
            : (long?)null;

        // A thumbnail is the smaller of two, where there is another.
        details.AddPicture(picture, isNamedPicture ? rank + FeedLimits.Depth * 10 : rank, bytes);
    }

    private static bool IsPicture(string? medium, string? type, string url) =>
        "image".Equals(medium?.Trim(), StringComparison.OrdinalIgnoreCase)
        || type?.TrimStart().StartsWith("image/", StringComparison.OrdinalIgnoreCase) == true
        || string.IsNullOrWhiteSpace(medium)
            && string.IsNullOrWhiteSpace(type)
            && url.Split('?', '#')[0].ToLowerInvariant() is var path
            && (
                path.EndsWith(".jpg", StringComparison.Ordinal)
                || path.EndsWith(".jpeg", StringComparison.Ordinal)
                || path.EndsWith(".png", StringComparison.Ordinal)
                || path.EndsWith(".webp", StringComparison.Ordinal)
            );
}
