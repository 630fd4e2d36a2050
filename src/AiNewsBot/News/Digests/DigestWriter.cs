using System.Globalization;
using AiNewsBot.Jobs;
using AiNewsBot.News.Rendering;
using AiNewsBot.News.Subscriptions;
using AiNewsBot.Outbox;
using AiNewsBot.Scheduling;
using AiNewsBot.Storage;
using Dapper;

namespace AiNewsBot.News.Digests;

/// <summary>Turns what waits for a subscription's digest into posts when its hour has
/// come: one digest, however many hours passed meanwhile.</summary>
internal sealed class DigestWriter(
    IDatabase database,
    SubscriptionStore subscriptions,
    StoryReader stories,
    DigestContents contents,
    ModeratorPosts posts,
    OutboxSignal signal,
    DatabaseWatch watch,
    TimeProvider time
)
{
    private readonly Wakeup _wakeup = watch.CreateWakeup();

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var full = await FullAsync(cancellationToken);
            var digests = (await subscriptions.GatheringAsync(cancellationToken))
                .Where(one => one.Cadence != Cadence.Instant || full.ContainsKey(one.Id))
                .ToArray();
            var isWritten = await posts.ReleaseAsync(cancellationToken) > 0;
            foreach (var digest in digests)
                isWritten |= await WriteIfDueAsync(digest, cancellationToken);
            if (isWritten)
                signal.Raise();
            DateTimeOffset?[] due =
            [
                await posts.NextDueAsync(cancellationToken),
                .. digests.Select(one => (DateTimeOffset?)DueOf(one, LastOf(one, full.GetValueOrDefault(one.Id)))),
            ];
            await _wakeup.WaitAsync(due.Min(), cancellationToken);
        }
    }

    /// <summary>Whether a digest was due and had something in it.</summary>
    public async Task<bool> WriteIfDueAsync(Subscription subscription, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        var last = LastOf(subscription, (await FullAsync(cancellationToken)).GetValueOrDefault(subscription.Id));

        // A digest that was made by a clock that went wrong would keep the next ones away for as long.
        if (last > now + TimeSpan.FromDays(subscription.Cadence == Cadence.Weekly ? 8 : 2))
            last = now;
        else if (DueOf(subscription, last) > now)
            return false;
        var waiting = await WaitingAsync(subscription, cancellationToken);
        var since = subscription.Cadence == Cadence.Weekly ? last.ToUnixTimeMilliseconds() : (long?)null;
        var changes = await contents.ChangesAsync(subscription, since, now.ToUnixTimeMilliseconds(), cancellationToken);
        var groups = await contents.GroupAsync(
            await stories.ReadAsync(waiting, subscription.ServerId, cancellationToken),
            subscription.ServerId,
            cancellationToken
        );
        var parts = DigestCards.Split(groups, !changes.IsEmpty);
        var title = TitleOf(subscription, now);
        return await database.WriteAsync(
            async connection =>
            {
                // Another process that found it due has written it by now.
                if (
                    await connection.ExecuteAsync(
                        "UPDATE subscriptions SET digested_to = @now WHERE id = @Id AND digested_to IS NOT DISTINCT FROM @DigestedTo",
                        new
                        {
                            subscription.Id,
                            subscription.DigestedTo,
                            now = now.ToUnixTimeMilliseconds(),
                        }
                    ) == 0
                )
                    return false;
                for (var i = 0; i < parts.Length; i++)
                {
                    var items = parts[i].Select(story => story.Item.Id).ToArray();
                    var row = await OutboxWriter.AddAsync(
                        connection,
                        new NewPost(
                            new DigestPayload(i + 1, parts.Length, title, [.. items])
                            {
                                ChangesSince = i == parts.Length - 1 && !changes.IsEmpty ? since : null,
                            },
                            subscription.ChannelId
                        )
                        {
                            ServerId = subscription.ServerId,
                            SubscriptionId = subscription.Id,
                            NotBefore = subscription.UserId is null
                                ? null
                                : await PersonalPace.NextAsync(connection, now.ToUnixTimeMilliseconds()),
                        },
                        now.ToUnixTimeMilliseconds()
                    );
                    await connection.ExecuteAsync(
                        "UPDATE digest_items SET outbox_id = @row WHERE subscription_id = @Id AND item_id = @item",
                        items.Select(item => new
                        {
                            row,
                            subscription.Id,
                            item,
                        })
                    );
                }

                return parts.Length > 0;
            },
            cancellationToken
        );
    }

    /// <summary>What the next digest would show.</summary>
    public async Task<IReadOnlyList<long>> WaitingAsync(Subscription subscription, CancellationToken cancellationToken = default) =>
        await database.ReadAsync(
            async connection =>
                (
                    await connection.QueryAsync<long>(
                        """
                        SELECT items.id FROM digest_items JOIN items ON items.id = digest_items.item_id
                        WHERE subscription_id = @Id AND outbox_id IS NULL ORDER BY items.dated_at, items.id
                        """,
                        new { subscription.Id }
                    )
                ).ToArray(),
            cancellationToken
        );

    public static string TitleOf(Subscription subscription, DateTimeOffset now)
    {
        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(subscription.Timezone ?? "Etc/UTC", out var found) ? found : TimeZoneInfo.Utc;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{subscription.Cadence switch { Cadence.Weekly => "The week's", Cadence.Daily => "The day's", _ => "More" }} news, "
                + $"{TimeZoneInfo.ConvertTime(now, zone):d MMMM yyyy}"
        );
    }

    // Of subscriptions that post at once and had too much for that: since when the first of the rest waits.
    private async Task<Dictionary<long, long>> FullAsync(CancellationToken cancellationToken) =>
        (
            await database.ReadAsync(
                async connection =>
                    (
                        await connection.QueryAsync<Rest>(
                            """
                            SELECT subscription_id AS Subscription, MIN(digest_items.added_at) AS Since FROM digest_items
                                JOIN subscriptions ON subscriptions.id = digest_items.subscription_id
                            WHERE outbox_id IS NULL AND subscriptions.cadence = 'Instant' GROUP BY subscription_id
                            """
                        )
                    ).ToArray(),
                cancellationToken
            )
        ).ToDictionary(rest => rest.Subscription, rest => rest.Since);

    private static DateTimeOffset LastOf(Subscription subscription, long waitingSince) =>
        Math.Max(subscription.DigestedTo ?? subscription.CreatedAt, waitingSince).ToDateTimeOffset();

    // What is due in a quiet time waits for its end, as what is posted at once does.
    private DateTimeOffset DueOf(Subscription subscription, DateTimeOffset last)
    {
        var (due, now) = (Schedule.ForDigest(subscription).Next(last), time.GetUtcNow());
        return QuietHours.EndOf(subscription, due > now ? due : now) ?? due;
    }

    internal sealed record Rest
    {
        public long Subscription { get; init; }

        public long Since { get; init; }
    }
}
