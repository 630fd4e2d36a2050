using System.Collections.Immutable;

namespace AiNewsBot.Feeds.Parsing.Text;

/// <summary>Tells pictures that show something from those that count readers, adorn, or are too large to be looked at in a chat.</summary>
internal static class PictureRules
{
    private const int MinPixels = 80;
    private const long MaxBytes = 10 * 1024 * 1024;
    private const int MaxUrlLength = 2048;

    private static readonly ImmutableArray<string> Unwanted =
    [
        .. EmbeddedLines.Read(typeof(PictureRules), "unwanted-pictures.txt").Select(line => line.Trim()),
    ];

    /// <param name="bytes">The size of its file; null where it is not said.</param>
    public static bool Shows(EntryPicture picture, long? bytes)
    {
        if (picture.Url.Length > MaxUrlLength || picture.Width < MinPixels || picture.Height < MinPixels || bytes > MaxBytes)
            return false;
        if (!WebAddress.IsOne(picture.Url))
            return false;
        var address = new Uri(picture.Url);

        // Drawings of vectors and icons are not shown by Discord.
        if (
            address.AbsolutePath.EndsWith(".svg", StringComparison.OrdinalIgnoreCase)
            || address.AbsolutePath.EndsWith(".ico", StringComparison.OrdinalIgnoreCase)
        )
            return false;
        var place = address.IdnHost + address.PathAndQuery;
        return !Unwanted.Any(part => place.Contains(part, StringComparison.OrdinalIgnoreCase));
    }
}
