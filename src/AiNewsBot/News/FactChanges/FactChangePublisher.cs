using AiNewsBot.Answering;
using AiNewsBot.News.Ingest;
using AiNewsBot.News.Items;
using AiNewsBot.News.Subscriptions;
using AiNewsBot.Outbox;
using AiNewsBot.Scheduling;
using AiNewsBot.Storage;
using Dapper;

namespace AiNewsBot.News.FactChanges;

/// <summary>Facts that change are news by themselves: a promise kept, a licence changed, weights out.</summary>
internal sealed class FactChangePublisher(IDatabase database, SnapshotHolder snapshots, OutboxSignal signal, TimeProvider time)
{
    /// <summary>Makes a change news for all who follow its subject. The same change twice is one story.</summary>
    /// <returns>Whether it was new.</returns>
    public async Task<bool> PublishAsync(ChangedFact change, CancellationToken cancellationToken = default)
    {
        // With everything that the subject belongs to: who follows a maker follows its models.
        var facts = snapshots.Current.Facts;
        var subjects = new List<string> { change.Subject };
        if (facts.Find(change.Subject) is { } subject)
            subjects.AddRange(
                new[] { facts.FamilyOf(subject), facts.MakerOf(subject) }
                    .OfType<AiNewsBot.Facts.Model.SubjectView>()
                    .Select(above => above.Id)
            );
        var isNew = await database.WriteAsync(
            async connection =>
            {
                var key = $"fact:{change.Key}";
                if (
                    await connection.ExecuteScalarAsync<long>(
                        "SELECT COUNT(*) FROM items WHERE canonical = @key AND kind = 'Fact'",
                        new { key }
                    ) > 0
                )
                    return false;
                var now = time.Milliseconds();
                var item = await ItemWriter.InsertAsync(
                    connection,
                    ItemKind.Fact,
                    change.Server,
                    new ItemText(change.Title, change.Summary, null),
                    change.Link,
                    key,
                    null,
                    now,
                    now
                );
                await ItemWriter.TagAsync(connection, item, subjects.Distinct());
                await SubscriptionMatcher.MatchAsync(connection, [new NewItem(item, [.. subjects], ServerId: change.Server)], null, now);
                return true;
            },
            cancellationToken
        );
        if (isNew)
            signal.Raise();
        return isNew;
    }
}
