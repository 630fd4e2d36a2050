using System.Text;

namespace AiNewsBot.News.Items;

/// <summary>The form of an address by which two of them are the same page.</summary>
internal static class CanonicalUrl
{
    private static readonly string[] Trackers =
    [
        "utm_",
        "mc_cid",
        "mc_eid",
        "fbclid",
        "gclid",
        "igshid",
        "ref_src",
        "cmpid",
        "ns_campaign",
    ];

    /// <summary>Host and path without scheme, www, fragment, closing slash and tracking; null where the text is no web address.</summary>
    public static string? Normalize(string? link)
    {
        if (
            link is null
            || !Uri.TryCreate(link.Trim(), UriKind.Absolute, out var url)
            || url.Scheme is not ("http" or "https")
            || url.Host.Length == 0
        )
            return null;
        var canonical = new StringBuilder(url.IdnHost.ToLowerInvariant());
        if (canonical.Length > 4 && url.IdnHost.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
            canonical.Remove(0, 4);
        if (!url.IsDefaultPort)
            canonical.Append(':').Append(url.Port);
        canonical.Append(url.AbsolutePath.TrimEnd('/'));
        var query = url.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(part => !IsTracker(part)).ToArray();
        if (query.Length > 0)
            canonical.Append('?').AppendJoin('&', query);
        return canonical.ToString();
    }

    /// <summary>The fragment of a web address with its #; null where it has none.</summary>
    public static string? FragmentOf(string? link) =>
        link is not null
        && link.Contains('#', StringComparison.Ordinal)
        && Uri.TryCreate(link.Trim(), UriKind.Absolute, out var url)
        && url.Scheme is ("http" or "https")
        && url.Fragment.Length > 1
            ? url.Fragment
            : null;

    /// <summary>Whether it names a page of its own rather than a whole site: only then does it tell a story.</summary>
    public static bool IsPage(string canonical) => canonical.IndexOfAny(['/', '?']) >= 0;

    private static bool IsTracker(string part) => Trackers.Any(tracker => part.StartsWith(tracker, StringComparison.OrdinalIgnoreCase));
}
