using System.Collections.Immutable;
using System.Globalization;
using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Chat.Texts;
using AiNewsBot.News.Commands.Selection;
using AiNewsBot.News.Feeds;
using AiNewsBot.Outbox;
using AiNewsBot.Scheduling;
using AiNewsBot.Storage;
using Dapper;
using CommandDefinition = AiNewsBot.Chat.CommandDefinition;

namespace AiNewsBot.News.Commands.FeedLists;

/// <summary>/news log: what was posted lately and what was not, in all or of one feed.</summary>
internal sealed class NewsLogCommand(IDatabase database, FeedStore feeds, FeedStatistics statistics, TimeProvider time) : Command
{
    private const string Feed = "feed";
    private const int MaxCount = 15;
    private const int MaxLength = 100;
    private const int Days = 30;
    private const int MaxFeeds = 12;

    private static ChatTexts Texts => ChatTexts.Current;

    public override CommandDefinition Definition { get; } =
        new(
            "news log",
            "What was posted lately and what was not, with numbers of the past 30 days",
            new OptionDefinition(Feed, "A single feed; all feeds where it is left out", Completes: true, MaxLength: MaxLength)
        );

    public override bool IsPrivate(Request request) => true;

    public override async Task<ImmutableArray<OptionChoice>> CompleteAsync(Request request, CancellationToken cancellationToken) =>
        FeedNames.Complete(await feeds.ForServerAsync(request.Caller.Server, cancellationToken), request.Option(Feed) ?? "");

    public override ValueTask<AccessRule> GetAccessAsync(Request request) => new(AccessRule.For(Permission.News));

    public override async ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        var server = request.Caller.Server!;
        FeedRecord? feed = null;
        if (request.Option(Feed) is { } wanted)
        {
            feed = FeedNames.Find(await feeds.ForServerAsync(server, cancellationToken), wanted);
            if (feed is null)
                return Replies.Ephemeral(Texts["log.no_feed", ("name", wanted)]);
        }

        var rows = await RowsAsync(server, feed?.Id, cancellationToken);
        var counts = await CountsAsync(server, feed?.Id, cancellationToken);
        var days = ("days", $"{Days}");
        var writer = new CardWriter(VerdictStyle.Accent(null))
            .Add(feed is null ? Texts["log.title"] : Texts["log.title_of", ("feed", Markdown.Escape(feed.Name))])
            .Add(
                [.. rows.Select(LineOf), .. rows.Length == 0 ? [Texts["log.nothing"]] : Array.Empty<string>()],
                AnswerText.More,
                reserve: 1600
            )
            .Add(
                counts.Length == 0
                    ? $"-# {Texts["log.no_posts", days]}"
                    : $"-# {Texts["log.counts", days, ("counts", string.Join(", ", counts.Select(Format)))]}"
            );
        if (
            feed is null
            && await statistics.DescribeAsync(server, time.GetUtcNow().AddDays(-Days).ToUnixTimeMilliseconds(), cancellationToken)
                is { Count: > 0 } lines
        )
            writer.Add([Texts["log.by_feed", days], .. lines.Take(MaxFeeds)], AnswerText.More, isApart: true);
        return new Reply.Show(writer.ToCard(), IsPrivate: true);
    }

    private static string Format(StateCount count) =>
        Texts["log.count", ("count", count.Number.ToString(CultureInfo.InvariantCulture)), ("state", NameOf(count.State))];

    private static string LineOf(LogRow row) =>
        Texts[
            "log.line",
            ("time", (row.SentAt ?? row.CreatedAt).FormatTag('R')),
            ("channel", Mentions.Channel(row.Channel)),
            ("title", Markdown.Escape(FeedNames.Short(row.Title ?? Texts["log.digest"]))),
            ("state", NameOf(row.State))
        ];

    private static string NameOf(string state) =>
        Texts[
            state switch
            {
                OutboxState.Sent or OutboxState.Stale => "log.posted",
                OutboxState.Pending or OutboxState.Sending => "log.waiting",
                OutboxState.Scheduled => "log.later",
                OutboxState.Held => "log.held",
                OutboxState.Refused => "log.refused",
                OutboxState.Covered => "log.covered",
                _ => "log.not_posted",
            }
        ];

    private const string Wanted = """
        FROM outbox LEFT JOIN items ON items.id = outbox.item_id
        WHERE outbox.server_id = @server AND outbox.kind IN ('item', 'digest') AND (@feed IS NULL OR EXISTS (SELECT 1 FROM sightings
            WHERE sightings.item_id = outbox.item_id AND sightings.feed_id = @feed))
        """;

    private Task<LogRow[]> RowsAsync(string server, long? feed, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async connection =>
                (
                    await connection.QueryAsync<LogRow>(
                        $"""
                        SELECT outbox.channel_id AS Channel, outbox.state AS State, outbox.sent_at AS SentAt, outbox.created_at AS
                            CreatedAt,
                            items.title AS Title {Wanted} ORDER BY outbox.id DESC LIMIT @most
                        """,
                        new
                        {
                            server,
                            feed,
                            most = MaxCount,
                        }
                    )
                ).ToArray(),
            cancellationToken
        );

    private Task<StateCount[]> CountsAsync(string server, long? feed, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async connection =>
                (
                    await connection.QueryAsync<StateCount>(
                        $"""
                        SELECT CASE WHEN outbox.state = 'stale' THEN 'sent' ELSE outbox.state END AS State, COUNT(*) AS Number {Wanted}
                            AND outbox.created_at > @since
                        GROUP BY CASE WHEN outbox.state = 'stale' THEN 'sent' ELSE outbox.state END ORDER BY COUNT(*) DESC
                        """,
                        new
                        {
                            server,
                            feed,
                            since = time.GetUtcNow().AddDays(-Days).ToUnixTimeMilliseconds(),
                        }
                    )
                ).ToArray(),
            cancellationToken
        );

    internal sealed record LogRow
    {
        public required string Channel { get; init; }

        public required string State { get; init; }

        public long? SentAt { get; init; }

        public long CreatedAt { get; init; }

        public string? Title { get; init; }
    }

    internal sealed record StateCount
    {
        public required string State { get; init; }

        public long Number { get; init; }
    }
}
