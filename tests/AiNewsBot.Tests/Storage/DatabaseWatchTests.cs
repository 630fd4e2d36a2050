using System.Threading.Channels;
using AiNewsBot.Jobs;
using AiNewsBot.Storage;
using AiNewsBot.Storage.Sqlite;
using AiNewsBot.Tests.Harness;
using AiNewsBot.Tests.News.Running;
using Dapper;
using Microsoft.Extensions.Time.Testing;
using Moq;

namespace AiNewsBot.Tests.Storage;

public sealed class DatabaseWatchTests : IAsyncLifetime
{
    // A wait that nothing cancels ends in the moment in which it is woken.
    private static readonly CancellationToken Never = CancellationToken.None;

    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 29, 9, 0, 0, TimeSpan.Zero));
    private readonly DatabaseFile _database;
    private readonly DatabaseWatch _watch;
    private Wakeup? _wakeup;

    public DatabaseWatchTests()
    {
        _database = new DatabaseFile($"Data Source={_folder["facts.db"]}");
        _watch = new DatabaseWatch(Task.CompletedTask, new SqliteDatabase(_database), _time);
        using (var connection = _database.Open())
            connection.Execute("CREATE TABLE words (word TEXT)");
    }

    public async ValueTask InitializeAsync()
    {
        await _watch.CheckAsync();
        _wakeup = _watch.CreateWakeup();
    }

    public ValueTask DisposeAsync()
    {
        _watch.Dispose();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Wakes_what_waits_when_another_connection_wrote()
    {
        var waiting = WaitAsync(null);
        using (var other = new DatabaseFile($"Data Source={_folder["facts.db"]}").Open())
            other.Execute("INSERT INTO words VALUES ('new')");

        await _watch.CheckAsync();

        Assert.True(waiting.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Wakes_nothing_where_the_database_was_only_read()
    {
        var waiting = WaitAsync(null);
        using (var other = _database.Open())
            other.Query<string>("SELECT word FROM words");

        await _watch.CheckAsync();

        Assert.False(waiting.IsCompleted);
    }

    [Fact]
    public async Task Wakes_what_is_due_when_its_time_has_come()
    {
        var waiting = WaitAsync(_time.GetUtcNow() + TimeSpan.FromSeconds(1));

        await _watch.CheckAsync();
        Assert.False(waiting.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1));
        await _watch.CheckAsync();

        Assert.True(waiting.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Wakes_all_when_the_clock_was_set_back()
    {
        var clock = new ShiftedClock();
        using var watch = new DatabaseWatch(Task.CompletedTask, new SqliteDatabase(_database), clock);
        await watch.CheckAsync();
        var waiting = watch.CreateWakeup().WaitAsync(clock.GetUtcNow() + TimeSpan.FromHours(1), Never);
        clock.Shift = TimeSpan.FromDays(-1);

        await watch.CheckAsync();

        Assert.True(waiting.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Wakes_all_where_the_database_is_gone_so_that_they_find_it()
    {
        var waiting = WaitAsync(null);
        File.Delete(_folder["facts.db"]);

        await _watch.CheckAsync();

        Assert.True(waiting.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Hears_of_what_another_process_writes()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells of a change at once.");
        using var listener = new FileChangeListener(_database.File);
        await listener.WaitAsync(Never);
        var waiting = listener.WaitAsync(Never);

        using (var other = new DatabaseFile($"Data Source={_folder["facts.db"]}").Open())
            other.Execute("INSERT INTO words VALUES ('new')");

        await waiting;
    }

    [Fact]
    public void Does_not_listen_where_there_is_no_folder()
    {
        using var listener = new FileChangeListener(_folder["absent/facts.db"]);

        var waiting = listener.WaitAsync(Never);

        Assert.False(waiting.IsCompleted);
        Assert.False(listener.IsListening);
    }

    // Word of a change may be lost, so the counter is read now and then all the same.
    [Theory]
    [InlineData(true, 2_000, 30, 3)]
    [InlineData(false, 500, 120, 120)]
    public async Task Wakes_seldom_at_rest_where_the_database_tells_of_changes(bool tells, int interval, int ticks, int reads)
    {
        var (clock, database) = (new ArmedClock(), Resting(tells));
        using var watch = await StartAsync(clock, database);

        for (var minute = TimeSpan.FromMinutes(1); minute > TimeSpan.Zero; ticks--)
        {
            var sleep = await clock.NextSleepAsync();
            Assert.Equal(TimeSpan.FromMilliseconds(interval), sleep);
            minute -= sleep;
            clock.Advance(sleep);
        }

        await clock.NextSleepAsync();
        Assert.Equal(0, ticks);
        database.Verify(each => each.ReadChangeCounterAsync(), Times.Exactly(reads + 1));
    }

    [Theory]
    [InlineData(1_200, 1_200)]
    [InlineData(1, 500)]
    [InlineData(-1_000, 500)]
    public async Task Sleeps_until_the_next_time_is_due_though_another_comes_first(int due, int sleep)
    {
        var clock = new ArmedClock();
        using var watch = await StartAsync(clock, Resting(tells: true));
        var (first, second) = (watch.CreateWakeup(), watch.CreateWakeup());
        Assert.Equal(TimeSpan.FromSeconds(2), await clock.NextSleepAsync());

        var later = first.WaitAsync(clock.GetUtcNow() + TimeSpan.FromHours(1), Never);
        var waiting = second.WaitAsync(clock.GetUtcNow() + TimeSpan.FromMilliseconds(due), Never);
        Assert.Equal(TimeSpan.FromMilliseconds(sleep), await clock.NextSleepAsync());
        clock.Advance(TimeSpan.FromMilliseconds(sleep));

        await waiting;
        Assert.False(later.IsCompleted);
    }

    [Fact]
    public async Task Sleeps_no_longer_than_what_waits_since_before()
    {
        var clock = new ArmedClock();
        using var watch = await StartAsync(clock, Resting(tells: true));
        var waiting = watch.CreateWakeup().WaitAsync(clock.GetUtcNow() + TimeSpan.FromSeconds(3), Never);

        foreach (var seconds in (int[])[2, 1, 2])
        {
            Assert.Equal(TimeSpan.FromSeconds(seconds), await clock.NextSleepAsync());
            clock.Advance(TimeSpan.FromSeconds(seconds));
        }

        await waiting;
    }

    private static Mock<IDatabase> Resting(bool tells)
    {
        var database = new Mock<IDatabase>();
        database.Setup(each => each.TellsChanges).Returns(tells);
        database.Setup(each => each.WaitForHintAsync(It.IsAny<CancellationToken>())).Returns(new TaskCompletionSource().Task);
        database.Setup(each => each.ReadChangeCounterAsync()).ReturnsAsync(1);
        return database;
    }

    private static async Task<DatabaseWatch> StartAsync(ArmedClock clock, Mock<IDatabase> database)
    {
        var watch = new DatabaseWatch(Task.CompletedTask, database.Object, clock);
        await watch.CheckAsync();
        await watch.StartAsync(Never);
        return watch;
    }

    // Says for how long each sleep is, so that a test can let just that much time pass.
    private sealed class ArmedClock : FakeTimeProvider
    {
        private readonly Channel<TimeSpan> _sleeps = Channel.CreateUnbounded<TimeSpan>();

        public ValueTask<TimeSpan> NextSleepAsync() => _sleeps.Reader.ReadAsync(Never);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            new ArmedTimer(base.CreateTimer(callback, state, dueTime, period), _sleeps.Writer);

        private sealed class ArmedTimer(ITimer timer, ChannelWriter<TimeSpan> sleeps) : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period)
            {
                var isChanged = timer.Change(dueTime, period);
                sleeps.TryWrite(dueTime);
                return isChanged;
            }

            public void Dispose() => timer.Dispose();

            public ValueTask DisposeAsync() => timer.DisposeAsync();
        }
    }

    private Task WaitAsync(DateTimeOffset? due) => _wakeup!.WaitAsync(due, Never);
}
