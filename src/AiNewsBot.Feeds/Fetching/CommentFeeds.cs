using System.Text.RegularExpressions;

namespace AiNewsBot.Feeds.Fetching;

/// <summary>Feeds of what readers answer, which blogs name beside that of their articles.</summary>
internal static partial class CommentFeeds
{
    /// <summary>Whether a page's link leads to one.</summary>
    public static bool IsOne(FeedAddress address, string title) => Word().IsMatch(address.Url.PathAndQuery) || Word().IsMatch(title);

    /// <summary>Whether a feed is one: each of its entries is a place on a page.</summary>
    public static bool IsOne(Feed feed) =>
        !feed.Entries.IsEmpty && feed.Entries.All(entry => entry.Link is { } link && Fragment().IsMatch(link));

    // "comments", "Kommentare", "commentaires", "comentarios", "commenti", "komentarze".
    [GeneratedRegex("[ck]omm?ent", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex("#[^#]*[ck]omm?ent[^#]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Fragment();
}
