using AiNewsBot.Feeds;
using AiNewsBot.News.Items;

namespace AiNewsBot.Tests.News.Rendering;

/// <summary>Entries of feeds as they come back from the database.</summary>
internal static class GoldenItems
{
    public static NewsItem From(FeedEntry entry)
    {
        var text = ItemText.From(entry, null);
        return new NewsItem
        {
            Id = 1,
            Title = text.Title,
            Summary = text.Summary,
            Link = entry.Link,
            DatedAt = 1_700_000_000_000,
            FirstSeenAt = 1_700_000_000_000,
            Revision = 1,
            DetailsJson = ItemDetailsJson.Write(ItemDetails.From(entry)),
        };
    }
}
