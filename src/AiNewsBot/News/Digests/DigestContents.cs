using System.Collections.Immutable;
using AiNewsBot.Answering;
using AiNewsBot.News.Rendering;
using AiNewsBot.News.Subscriptions;
using AiNewsBot.Scheduling;

namespace AiNewsBot.News.Digests;

/// <summary>What a digest tells, by the facts as its server knows them.</summary>
internal sealed class DigestContents(SnapshotHolder snapshots)
{
    public async Task<ImmutableArray<DigestGroup>> GroupAsync(
        IEnumerable<StoryView> stories,
        string? server,
        CancellationToken cancellationToken = default
    ) => DigestGrouping.Create(stories, (await snapshots.ForAsync(server, cancellationToken)).Facts);

    /// <summary>What became more or less open for a subscription between two instants. One that follows a single feed is told what that
    /// says, and nothing else.</summary>
    /// <param name="since">In Unix milliseconds; null for a digest without that section.</param>
    public async Task<ImmutableArray<string>> ChangesAsync(
        Subscription? subscription,
        long? since,
        long until,
        CancellationToken cancellationToken = default
    )
    {
        if (since is not { } begin || subscription is null or { FeedId: not null })
            return [];
        var facts = (await snapshots.ForAsync(subscription.ServerId, cancellationToken)).Facts;
        return OpennessLines.Create(facts, OpennessChanges.Find(facts, DayOf(begin), DayOf(until), subscription.About));
    }

    private static DateOnly DayOf(long milliseconds) => DateOnly.FromDateTime(milliseconds.ToDateTimeOffset().UtcDateTime);
}
