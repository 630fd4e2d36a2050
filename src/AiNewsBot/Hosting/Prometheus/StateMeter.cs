using System.Data.Common;
using System.Diagnostics.Metrics;
using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Outbox.Partitions;
using AiNewsBot.Scheduling;
using AiNewsBot.Storage;

namespace AiNewsBot.Hosting.Prometheus;

/// <summary>Gauges of how the bot is: its shards, its facts, and what waits in its database.</summary>
internal sealed class StateMeter : IDisposable
{
    public const string Name = "AiNewsBot.State";

    private readonly Meter _meter;
    private readonly BotStateReader _reader;
    private readonly SnapshotHolder _snapshots;
    private readonly FactsSettings _facts;
    private readonly IBackups _backups;
    private readonly TimeProvider _time;
    private volatile BotState? _state;
    private (FactBase? Facts, DateOnly Day, FactStats Stats, int Promises)? _counted;

    public StateMeter(
        IChatTransport transport,
        SnapshotHolder snapshots,
        FactsSettings facts,
        BotStateReader reader,
        NewsPartitions partitions,
        IBackups backups,
        TimeProvider time
    )
    {
        (_snapshots, _facts, _reader, _backups, _time) = (snapshots, facts, reader, backups, time);
        _meter = new Meter(new MeterOptions(Name) { Scope = this });
        OfShards("ainewsbot.shard.ready", "{shard}", "Whether events come in on a shard", transport, shard => shard.IsReady ? 1 : 0);
        OfShards("ainewsbot.shard.servers", "{server}", "Servers of a shard", transport, shard => shard.Servers);
        OfShards(
            "ainewsbot.shard.heartbeat.age",
            "s",
            "Time since a shard's heartbeat was answered",
            transport,
            shard => shard.LastAck is { } last ? (time.GetUtcNow() - last).TotalSeconds : double.NaN
        );
        OfFacts(
            "ainewsbot.facts.age",
            "s",
            "Time since the facts were loaded",
            () => (time.GetUtcNow() - snapshots.Current.BuiltAt).TotalSeconds
        );
        OfFacts("ainewsbot.facts.stale", "{statement}", "Statements whose last check is older than allowed", () => Count().Stats.Stale);
        OfFacts("ainewsbot.facts.statements", "{statement}", "Statements", () => Count().Stats.Claims);
        OfFacts("ainewsbot.promises.overdue", "{promise}", "Promises whose day has passed", () => Count().Promises);
        OfState("ainewsbot.feeds.active", "{feed}", "Feeds that are read", state => state.FeedsActive);
        OfState("ainewsbot.feeds.failing", "{feed}", "Feeds whose last reading failed", state => state.FeedsFailing);
        OfState("ainewsbot.feeds.overdue", "{feed}", "Feeds that were to be read ten minutes ago", state => state.FeedsOverdue);
        OfState("ainewsbot.feeds.success.age", "s", "Time since a feed was read without a fault", state => AgeOf(state.FeedSucceededAt));
        OfState("ainewsbot.posts.pending", "{post}", "Posts that wait to be sent", state => state.PostsPending);
        OfState(
            "ainewsbot.posts.pending.age",
            "s",
            "Age of the oldest post that waits",
            state => AgeOf(state.OldestPostAt) is var age && double.IsNaN(age) ? 0 : age
        );
        OfState("ainewsbot.posts.held", "{post}", "Posts that wait for a moderator's decision", state => state.PostsHeld);
        OfState("ainewsbot.subscriptions.paused", "{subscription}", "Subscriptions that are paused", state => state.SubscriptionsPaused);
        OfState("ainewsbot.suggestions.pending", "{suggestion}", "Suggestions that wait for a review", state => state.SuggestionsPending);
        OfState(
            "ainewsbot.news.fence",
            "{acquisition}",
            "How often the lease on the news was taken",
            state => state.NewsFence ?? double.NaN
        );
        _meter.CreateObservableGauge(
            "ainewsbot.news.partitions",
            () => partitions.Held,
            "{partition}",
            "Partitions of the news that this process holds"
        );
        _meter.CreateObservableGauge("ainewsbot.backup.age", BackupAge, "s", "Time since the newest daily backup");
    }

    /// <summary>Counts again what is in the database; while that cannot be read, nothing of it is shown.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken = default)
    {
        if (!_snapshots.IsLoaded)
            return;
        try
        {
            _state = await _reader.ReadAsync(cancellationToken);
        }
        catch (DbException)
        {
            // The health check tells it.
            _state = null;
        }
    }

    public void Dispose() => _meter.Dispose();

    private void OfShards(string name, string unit, string description, IChatTransport transport, Func<ShardState, double> value) =>
        _meter.CreateObservableGauge(
            name,
            () =>
                transport.State.Shards.Select(shard => new Measurement<double>(
                    value(shard),
                    new KeyValuePair<string, object?>("shard", shard.Id)
                )),
            unit,
            description
        );

    private void OfFacts(string name, string unit, string description, Func<double> value) =>
        _meter.CreateObservableGauge(
            name,
            () => _snapshots.IsLoaded ? [new Measurement<double>(value())] : Array.Empty<Measurement<double>>(),
            unit,
            description
        );

    private void OfState(string name, string unit, string description, Func<BotState, double> value) =>
        _meter.CreateObservableGauge(
            name,
            () => _state is { } state ? [new Measurement<double>(value(state))] : Array.Empty<Measurement<double>>(),
            unit,
            description
        );

    private double AgeOf(long? milliseconds) =>
        milliseconds is { } at ? (_time.GetUtcNow() - at.ToDateTimeOffset()).TotalSeconds : double.NaN;

    private double BackupAge()
    {
        try
        {
            return _backups.Newest() is { } newest ? (_time.GetUtcNow() - newest).TotalSeconds : double.NaN;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return double.NaN;
        }
    }

    // Once a day and for each change of the facts.
    private (FactBase? Facts, DateOnly Day, FactStats Stats, int Promises) Count()
    {
        var (facts, day) = (_snapshots.Current.Facts, _time.Today());
        if (_counted is { } counted && counted.Facts == facts && counted.Day == day)
            return counted;
        Subject[] subjects = [.. facts.All.Select(view => view.Subject)];
        var promises = subjects.SelectMany(subject => subject.Statements).Count(statement => IsOverdue(statement, day));
        counted = (facts, day, FactStats.Count([.. subjects], day, _facts.StaleAfterDays), promises);
        _counted = counted;
        return counted;
    }

    private static bool IsOverdue(Statement statement, DateOnly day) =>
        statement.Property == Properties.Promise
        && statement.Qualifier("fulfilled") is null
        && FactDate.TryParse(statement.Qualifier("due"), out var due)
        && due.Latest < day;
}
