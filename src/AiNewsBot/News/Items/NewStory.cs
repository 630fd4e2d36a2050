namespace AiNewsBot.News.Items;

/// <summary>An entry that is new in its feed, as far as it tells whether others told the same.</summary>
/// <param name="Feed">The feed.</param>
/// <param name="Canonical">The address of its own article; null where it has none.</param>
/// <param name="TitleKey">Its title's form; null where it has none, or where the document has the title several times.</param>
/// <param name="Link">Its link.</param>
/// <param name="Summary">Its text.</param>
/// <param name="Dated">When it was published or came in.</param>
internal sealed record NewStory(long Feed, string? Canonical, string? TitleKey, string? Link, string? Summary, long Dated)
{
    /// <summary>Whether another item under the same title has the same link or the same text.</summary>
    public bool AgreesWith(string? link, string? summary) =>
        PageOf(Link) is { } page && page == PageOf(link)
        || AiNewsBot.News.Items.TitleKey.Normalize(Summary) is { } text && text == AiNewsBot.News.Items.TitleKey.Normalize(summary);

    private static string? PageOf(string? link) =>
        CanonicalUrl.Normalize(link) is { } canonical && CanonicalUrl.IsPage(canonical) ? canonical + CanonicalUrl.FragmentOf(link) : null;
}
