using AiNewsBot.Feeds.Parsing.Encodings;
using AiNewsBot.Feeds.Parsing.Text;

namespace AiNewsBot.Feeds.Fetching;

/// <summary>
/// Finds the picture by which a page wants to be shown elsewhere (https://ogp.me): for entries whose feed names none.
/// </summary>
public sealed class PagePictureFinder(FeedFetcher fetcher)
{
    // What a page says of itself is in its head.
    private const int MaxPageLength = 256 * 1024;

    /// <summary>The picture of a page; null where it names none, or cannot be had.</summary>
    /// <param name="page">The address of an article.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async Task<EntryPicture?> FindAsync(FeedAddress page, CancellationToken cancellationToken) =>
        await fetcher.FetchAsync(page, null, cancellationToken) is FetchResult.Fetched answer && IsPage(answer.MediaType)
            ? Find(answer)
            : null;

    private static bool IsPage(string? mediaType) => mediaType is null or "text/html" or "application/xhtml+xml";

    private static EntryPicture? Find(FetchResult.Fetched answer)
    {
        var head = answer.Body.Span[..Math.Min(answer.Body.Length, MaxPageLength)];
        var (encoding, markLength) = EncodingResolver.Resolve(head, answer.Charset);
        string? address = null,
            second = null,
            alternative = null;
        int? width = null,
            height = null;
        foreach (var tag in HtmlTagScanner.Find(encoding.GetString(head[markLength..]), ["meta", "link", "body"]))
        {
            if (tag.Name == "body")
                break;
            var value = tag["content"];
            switch ((tag["property"] ?? tag["name"] ?? tag["rel"])?.Trim().ToLowerInvariant())
            {
                case "og:image:secure_url":
                case "og:image" or "og:image:url" when address is null:
                    address = value;
                    break;
                case "og:image:alt":
                    alternative ??= value;
                    break;
                case "og:image:width":
                    width ??= PictureCollector.PixelsOf(value);
                    break;
                case "og:image:height":
                    height ??= PictureCollector.PixelsOf(value);
                    break;
                case "twitter:image" or "twitter:image:src":
                    second ??= value;
                    break;
                case "twitter:image:alt":
                    alternative ??= value;
                    break;
                case "image_src":
                    second ??= tag["href"];
                    break;
            }
        }

        return
            (string.IsNullOrWhiteSpace(address) ? second : address) is { } reference && answer.Address.Follow(reference, out _) is { } found
            ? Shown(new EntryPicture(found.ToString(), string.IsNullOrWhiteSpace(alternative) ? null : alternative.Trim(), width, height))
            : null;
    }

    private static EntryPicture? Shown(EntryPicture picture) => PictureRules.Shows(picture, null) ? picture : null;
}
