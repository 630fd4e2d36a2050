using AiNewsBot.Feeds.Fetching;

namespace AiNewsBot.News.Releases;

/// <summary>Feeds of releases: their titles are versions, which say nothing without the name of what was released.</summary>
internal static class ReleaseFeeds
{
    /// <summary>The repository of a feed of releases or tags at GitHub, as "owner/name:"; null for other feeds.</summary>
    public static string? PrefixOf(string url) =>
        FeedAddress.TryParse(url)?.Url.AbsolutePath.Trim('/').Split('/')
            is [{ Length: > 0 } owner, { Length: > 0 } name, "releases.atom" or "tags.atom"]
            ? $"{owner}/{name}:"
            : null;

    /// <summary>The release that an entry of a feed of releases tells of; null for other feeds.</summary>
    public static Discovery? Discover(string url, string? title) =>
        FeedAddress.TryParse(url)?.Url.AbsolutePath.Split('/') is [.., { Length: > 0 } owner, { Length: > 0 } name, "releases.atom"]
            ? new Discovery(owner, name, string.IsNullOrWhiteSpace(title) ? null : title.Trim())
            : null;
}
