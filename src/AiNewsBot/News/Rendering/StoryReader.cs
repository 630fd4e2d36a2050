using System.Collections.Immutable;
using AiNewsBot.News.Feeds;
using AiNewsBot.News.Items;
using AiNewsBot.Storage;
using Dapper;
using Microsoft.Data.Sqlite;

namespace AiNewsBot.News.Rendering;

/// <summary>Reads stories to be shown in one server: of feeds that other servers added nothing is told.</summary>
public sealed class StoryReader(DatabaseWriter database)
{
    public StoryView? Read(long item, string? server) => Read([item], server).FirstOrDefault();

    /// <summary>In the order of the ids; those that are no longer there are left out.</summary>
    public ImmutableArray<StoryView> Read(IReadOnlyCollection<long> items, string? server) => database.Read(connection =>
    {
        var found = ImmutableArray.CreateBuilder<StoryView>();
        foreach (var id in items)
        {
            if (connection.QueryFirstOrDefault<NewsItem>($"SELECT {NewsItem.Columns} FROM items WHERE id = @id", new { id }) is { } item)
                found.Add(new StoryView(item, Tellers(connection, item.Id, server), Subjects(connection, item.Id)));
        }

        return found.ToImmutable();
    });

    private static ImmutableArray<(string, string?)> Tellers(SqliteConnection connection, long item, string? server) =>
    [
        .. connection.Query<Teller>(
            $"""
            SELECT coalesce(feeds.title, feeds.url) AS Title, feeds.url AS Url, sightings.link AS Link FROM sightings JOIN feeds ON feeds.id = sightings.feed_id
            WHERE sightings.item_id = @item AND (feeds.origin <> '{nameof(FeedOrigin.Added)}' OR EXISTS (SELECT 1 FROM server_feeds WHERE feed_id = feeds.id AND server_id = @server)
                OR EXISTS (SELECT 1 FROM subscriptions WHERE subscriptions.feed_id = feeds.id AND config_key IS NOT NULL))
            ORDER BY sightings.id
            """, new { item, server }).Select(row => (new FeedRecord { Url = row.Url, Title = row.Title == row.Url ? null : row.Title }.Name, row.Link)),
    ];

    private static ImmutableArray<string> Subjects(SqliteConnection connection, long item) =>
        [.. connection.Query<string>("SELECT subject FROM item_subjects WHERE item_id = @item ORDER BY rowid", new { item })];

    internal sealed record Teller
    {
        public required string Title { get; init; }

        public required string Url { get; init; }

        public string? Link { get; init; }
    }
}
