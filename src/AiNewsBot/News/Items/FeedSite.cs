namespace AiNewsBot.News.Items;

/// <summary>The site of a feed: the hosts of its own address and of the page that it says it belongs to.</summary>
internal sealed class FeedSite(params string?[] addresses)
{
    private readonly string[] _hosts = [.. addresses.Select(HostOf).OfType<string>()];

    /// <summary>The canonical address of an entry's own article: the page that it declares, or else its link where that leads to a page of
    /// this site; null otherwise.</summary>
    /// <param name="countsFragment">Whether the fragment tells the entries of the feed apart.</param>
    public string? ArticleOf(string? link, string? declared, bool countsFragment) =>
        PageOf(declared, countsFragment) ?? (IsHere(link) ? PageOf(link, countsFragment) : null);

    private static string? PageOf(string? link, bool countsFragment) =>
        CanonicalUrl.Normalize(link) is not { } canonical || !CanonicalUrl.IsPage(canonical) ? null
        : countsFragment ? canonical + CanonicalUrl.FragmentOf(link)
        : canonical;

    private bool IsHere(string? link) => HostOf(link) is { } host && _hosts.Any(own => AreOneSite(own, host));

    // blog.lab.example is of lab.example, as are feeds.lab.example and www.lab.example.
    private static bool AreOneSite(string one, string other) => one == other || IsPartOf(one, other) || IsPartOf(other, one);

    private static bool IsPartOf(string part, string whole) =>
        whole.Contains('.', StringComparison.Ordinal) && part.EndsWith($".{whole}", StringComparison.Ordinal);

    private static string? HostOf(string? address)
    {
        if (!Uri.TryCreate(address?.Trim(), UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            return null;
        var host = url.IdnHost.ToLowerInvariant();
        return host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
    }
}
