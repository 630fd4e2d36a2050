using AiNewsBot.Chat.Discord;
using AiNewsBot.Storage;
using AiNewsBot.Storage.Leases;
using AiNewsBot.Tests.Harness;
using AiNewsBot.Tests.Outbox.Partitions;
using Dapper;
using DiscordSimulator;
using Microsoft.Extensions.Logging;
using Moq;

namespace AiNewsBot.Tests.Chat.Discord;

/// <summary>A process runs the shards that it holds leases on, and no others.</summary>
public sealed class ShardLeasesTests : IAsyncLifetime
{
    private const string Living = "another-machine/pid:[1]/17/4711 0123 partitioned";

    private readonly TemporaryFolder _folder = new();
    private readonly SteppedClock _time = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly EventLog<int> _begun = new();
    private readonly EventLog<int> _ended = new();
    private readonly LogCollector _log = new();
    private readonly InterruptedDatabase _database;
    private readonly ILoggerFactory _loggers;
    private Task _running = Task.CompletedTask;

    public ShardLeasesTests()
    {
        _database = new InterruptedDatabase(TestDatabase.OpenEmpty(_folder));
        _loggers = LoggerFactory.Create(logging => logging.AddProvider(_log));
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        _loggers.Dispose();
        _database.Dispose();
        _stop.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Process_alone_runs_all_shards_and_gives_them_back_at_its_end()
    {
        Begin(Create(3));
        await _begun.ReachAsync(3, "all shards to run");

        await _stop.CancelAsync();
        await _running;

        Assert.Equal([0, 1, 2], _begun.All.Order());
        Assert.Equal([0, 1, 2], _ended.All.Order());
        Assert.Equal(3, await CountAsync("name LIKE 'shards%' AND holder IS NULL"));
    }

    [Fact]
    public async Task Half_of_the_shards_end_when_a_second_process_comes()
    {
        Begin(Create(4));
        await _begun.ReachAsync(4, "all shards to run");
        var second = Create(4);
        await second.CheckAsync();

        while (await CountAsync("name LIKE 'shards%' AND holder IS NULL") < 2)
            await _time.PassAsync();
        await second.CheckAsync();

        Assert.Equal([2, 3], _ended.All.Order());
        Assert.Equal([2, 3], second.Open.Select(partition => partition.Index));
    }

    [Fact]
    public async Task Shards_of_a_process_that_is_silent_for_nine_seconds_are_run_by_another()
    {
        await HoldAsync(0, 1);
        Begin(Create(2));
        var began = _time.GetTimestamp();

        while (await CountAsync("name LIKE 'shards%' AND fence = 2") < 2)
            await _time.PassAsync();
        await _begun.ReachAsync(2, "the shards to run here");

        Assert.True(_time.GetElapsedTime(began) >= ShardLeases.MissedBeats * ShardLeases.HeartbeatInterval);
    }

    // Then they connect, each while the one before it waits for its turn.
    [Fact]
    public async Task Three_lost_shards_of_one_key_may_identify_within_22_seconds()
    {
        await HoldAsync(0, 1, 2);
        var (began, next, turns) = (_time.GetTimestamp(), _time.GetUtcNow(), new EventLog<TimeSpan>());
        var database = new Mock<IDatabase>(MockBehavior.Strict);
        database
            .Setup(one => one.ReserveTurnsAsync("discord-identify/0", 1, It.IsAny<TimeSpan>()))
            .Returns<string, int, TimeSpan>(
                (_, _, interval) =>
                {
                    lock (turns)
                    {
                        var turn = next > _time.GetUtcNow() ? next : _time.GetUtcNow();
                        next = turn + interval;
                        turns.Add(turn - _time.GetUtcNow());
                        return Task.FromResult(turn - _time.GetUtcNow());
                    }
                }
            );
        var pace = new SharedIdentifyPace(database.Object, _time);
        _running = Create(3).RunAsync((_, end) => pace.WaitAsync(0, end).ContinueWith(_ => { }, TaskScheduler.Default), _stop.Token);

        var look = await _time.NextWaitAsync();
        while (await CountAsync("name LIKE 'shards%' AND fence = 2") < 3)
        {
            _time.Advance(look);
            look = await _time.NextWaitAsync();
        }

        var takenAfter = _time.GetElapsedTime(began);
        await turns.ReachAsync(3, "the shards to ask for their turns");

        Assert.InRange(takenAfter + turns.All.Max(), TimeSpan.Zero, TimeSpan.FromSeconds(22));
    }

    [Fact]
    public async Task Shards_run_on_while_the_database_is_away()
    {
        Begin(Create(2));
        await _begun.ReachAsync(2, "all shards to run");

        _database.Failure = new StorageException("The server is away.");
        await _time.PassAsync(waits: 60);
        _database.Failure = null;
        await _time.PassAsync(waits: 2);

        Assert.Empty(_ended.All);
        Assert.Single(_log.Entries, entry => entry.Level == LogLevel.Warning);
    }

    [Fact]
    public async Task Holder_that_could_not_reach_the_database_either_is_given_nine_seconds_again()
    {
        await HoldAsync(0, 1);
        var leases = Create(2);
        await leases.CheckAsync();

        _database.Failure = new StorageException("The server is away.");
        _time.Advance(TimeSpan.FromMinutes(1));
        await Assert.ThrowsAsync<StorageException>(() => leases.CheckAsync());
        _database.Failure = null;
        await leases.CheckAsync();

        Assert.Empty(leases.Open);
    }

    [Fact]
    public async Task Process_more_than_there_are_shards_is_a_spare_one()
    {
        var (first, second) = (Create(1), Create(1));
        await first.CheckAsync();

        await second.CheckAsync();

        Assert.Equal((false, true), (first.IsSpare, second.IsSpare));
    }

    private ShardLeases Create(int count) => new(_database, count, () => Task.CompletedTask, _time, _loggers.CreateLogger<ShardLeases>());

    private void Begin(ShardLeases leases) => _running = leases.RunAsync(RunAsync, _stop.Token);

    private async Task RunAsync(int shard, CancellationToken end)
    {
        _begun.Add(shard);
        await Task.Delay(Timeout.Infinite, end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _ended.Add(shard);
    }

    // As a process of another machine would.
    private async Task HoldAsync(params int[] shards)
    {
        foreach (var name in shards.Select(shard => Lease.NameOf("shards", shard)).Append(Lease.NameOfProcess("shards", "0123")))
            await _database.WriteAsync(connection =>
                connection.ExecuteAsync(
                    "INSERT INTO leases (name, holder, fence, beats) VALUES (@name, @Living, 1, 1)",
                    new { name, Living }
                )
            );
    }

    private Task<long> CountAsync(string condition) =>
        _database.ReadAsync(connection => connection.ExecuteScalarAsync<long>($"SELECT COUNT(*) FROM leases WHERE {condition}"));
}
