using AiNewsBot.Feeds.Parsing.Text;

namespace AiNewsBot.Feeds.Parsing.Formats;

/// <summary>The page on which an entry is talked about.</summary>
internal static class CommentPage
{
    /// <summary>Its address where it is on another site than the entry's own page, which has its comments below itself; else
    /// null.</summary>
    public static string? From(string? comments, string? link) =>
        FieldLimits.Link(comments) is { } address
        && WebAddress.IsOne(address)
        && link is not null
        && WebAddress.IsOne(link)
        && !new Uri(address).IdnHost.Equals(new Uri(link).IdnHost, StringComparison.OrdinalIgnoreCase)
            ? address
            : null;
}
