using AiNewsBot.Chat.Cards;
using AiNewsBot.Chat.Texts;
using AiNewsBot.News.Commands.Selection;
using AiNewsBot.News.Feeds;
using AiNewsBot.Storage;
using Dapper;

namespace AiNewsBot.News.Commands.FeedLists;

/// <summary>How much each feed brought a server lately.</summary>
internal sealed class FeedStatistics(IDatabase database)
{
    /// <summary>A line for each feed that brought something since then: entries that came in, and posts that were made of them.</summary>
    public async Task<IReadOnlyList<string>> DescribeAsync(string server, long since, CancellationToken cancellationToken = default)
    {
        var rows = await database.ReadAsync(
            async connection =>
                (
                    await connection.QueryAsync<FeedRow>(
                        $"""
                        SELECT feeds.url AS Url, feeds.title AS Title, COUNT(DISTINCT sightings.id) AS Entries,
                            COUNT(DISTINCT outbox.id) AS Posts
                        FROM feeds JOIN sightings ON sightings.feed_id = feeds.id AND sightings.is_baseline = 0
                                AND sightings.first_seen_at > @since
                            LEFT JOIN outbox ON outbox.item_id = sightings.item_id AND outbox.server_id = @server AND outbox.kind = 'item'
                                AND outbox.state IN ('sent', 'stale')
                        WHERE {FeedStore.IsVisible} GROUP BY feeds.id, feeds.url, feeds.title
                        ORDER BY COUNT(DISTINCT outbox.id) DESC, COUNT(DISTINCT sightings.id) DESC, feeds.id
                        """,
                        new { server, since }
                    )
                ).ToArray(),
            cancellationToken
        );
        return
        [
            .. rows.Select(row =>
                $"- {Markdown.Escape(FeedNames.Short(new FeedRecord { Url = row.Url, Title = row.Title }.Name))}: "
                + $"{ChatTexts.Current.Count("count.entries", row.Entries)}, {ChatTexts.Current.Count("count.posts", row.Posts)}"
            ),
        ];
    }

    internal sealed record FeedRow
    {
        public required string Url { get; init; }

        public string? Title { get; init; }

        public int Entries { get; init; }

        public int Posts { get; init; }
    }
}
