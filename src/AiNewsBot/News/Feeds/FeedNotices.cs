using System.Data.Common;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Outbox;
using Dapper;

namespace AiNewsBot.News.Feeds;

/// <summary>
/// What moderators are told of their feeds' health, where they have named a channel for it: each thing once, also over restarts.
/// </summary>
internal static class FeedNotices
{
    /// <summary>Ends feeds that their servers call gone, and tells those who follow them.</summary>
    /// <returns>How many notices were added.</returns>
    public static async Task<int> AddGoneAsync(DbConnection connection, IReadOnlyCollection<FeedPollUpdate> notes, long now)
    {
        var added = 0;
        foreach (var note in notes)
        {
            if (
                await connection.ExecuteAsync("UPDATE feeds SET gone_at = @now WHERE id = @Id AND gone_at IS NULL", new { note.Id, now })
                == 0
            )
                continue;
            var feed = await connection.QueryFirstAsync<FeedRecord>(
                $"SELECT {FeedRecord.Columns} FROM feeds WHERE id = @Id",
                new { note.Id }
            );
            var why = FeedFaults.Sentence(FeedFaults.Restore(note.Fault ?? ""));
            var text =
                $"{NameOf(feed)} has ended: {Markdown.Escape(why)} It is not asked for any more. "
                + "If it has a new address, add that with `/feeds add`.";
            added += await AddAsync(connection, feed, text, isForAll: feed.Origin is FeedOrigin.Shipped or FeedOrigin.Configured, now);
        }

        return added;
    }

    /// <summary>Feeds that fail since then, and whose moderators were not told yet.</summary>
    public static async Task<IReadOnlyList<FeedRecord>> FailingAsync(DbConnection connection, long before) =>
        (
            await connection.QueryAsync<FeedRecord>(
                $"""
                SELECT {FeedRecord.Columns} FROM feeds
                WHERE fault IS NOT NULL AND is_active = 1 AND gone_at IS NULL AND failure_told_at IS NULL AND failing_since <= @before
                """,
                new { before }
            )
        ).ToArray();

    /// <returns>How many notices were added.</returns>
    public static async Task<int> AddFailingAsync(DbConnection connection, long before, long now)
    {
        var added = 0;
        foreach (var feed in await FailingAsync(connection, before))
        {
            await connection.ExecuteAsync("UPDATE feeds SET failure_told_at = @now WHERE id = @Id", new { feed.Id, now });
            var text =
                $"{NameOf(feed)} could not be read for a day: {Markdown.Escape(feed.FaultSentence!)} The bot keeps trying. "
                + "`/feeds check` tells more.";
            added += await AddAsync(connection, feed, text, isForAll: false, now);
        }

        return added;
    }

    // Its moderators are those of servers that added it or follow it by name. Where
    // all of the operator's news is followed, it is part of that.
    private static async Task<int> AddAsync(DbConnection connection, FeedRecord feed, string text, bool isForAll, long now)
    {
        var servers = (
            await connection.QueryAsync<string>(
                """
                SELECT servers.id FROM servers WHERE servers.audit_channel IS NOT NULL AND servers.left_at IS NULL
                    AND (EXISTS (SELECT 1 FROM server_feeds WHERE feed_id = @Id AND server_id = servers.id)
                        OR EXISTS (SELECT 1 FROM subscriptions WHERE server_id = servers.id AND is_active = 1
                            AND (feed_id = @Id OR @isForAll AND feed_id IS NULL)))
                """,
                new { feed.Id, isForAll }
            )
        ).ToArray();
        var added = 0;
        foreach (var server in servers)
            added += await OutboxWriter.AddNoticeAsync(connection, server, text, now) ? 1 : 0;
        return added;
    }

    /// <summary>Tells those who follow a feed that most of its entries look new and wait for them.</summary>
    public static async Task AddHeldAsync(DbConnection connection, FeedRecord feed, FeedDoubt doubt, long now)
    {
        var text = $"News of {Markdown.Escape(feed.Name)} is held back: {doubt.Sentence}. `/news list` shows it.";
        var servers = (
            await connection.QueryAsync<string>(
                """
                SELECT servers.id FROM servers WHERE servers.audit_channel IS NOT NULL AND servers.left_at IS NULL
                    AND (@isForAll OR EXISTS (SELECT 1 FROM server_feeds WHERE feed_id = @Id AND server_id = servers.id))
                    AND EXISTS (SELECT 1 FROM subscriptions
                        WHERE server_id = servers.id AND is_active = 1 AND (feed_id IS NULL OR feed_id = @Id))
                """,
                new { feed.Id, isForAll = feed.Origin is FeedOrigin.Shipped or FeedOrigin.Configured }
            )
        ).ToArray();
        foreach (var server in servers)
            await OutboxWriter.AddNoticeAsync(connection, server, text, now);
    }

    private static string NameOf(FeedRecord feed) => Markdown.Link(feed.Name, feed.Url);
}
