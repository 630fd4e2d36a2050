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

    [Theory]
    [InlineData(true, 15_000)]
    [InlineData(false, 500)]
    public async Task Counter_is_read_seldom_where_the_database_tells_of_changes(bool tells, int milliseconds)
    {
        var (reads, listens) = (new SemaphoreSlim(0), new SemaphoreSlim(0));
        var database = new Mock<IDatabase>();
        database.Setup(each => each.TellsChanges).Returns(tells);
        database
            .Setup(each => each.WaitForHintAsync(It.IsAny<CancellationToken>()))
            .Returns(new TaskCompletionSource().Task)
            .Callback(() => listens.Release());
        database.Setup(each => each.ReadChangeCounterAsync()).ReturnsAsync(1).Callback(() => reads.Release());
        using var watch = new DatabaseWatch(Task.CompletedTask, database.Object, _time);
        await watch.CheckAsync();
        await reads.WaitAsync(Never);
        await watch.StartAsync(Never);
        await listens.WaitAsync(Never);

        _time.Advance(TimeSpan.FromMilliseconds(milliseconds - 1));
        _time.Advance(TimeSpan.FromMilliseconds(1));
        await reads.WaitAsync(Never);

        database.Verify(each => each.ReadChangeCounterAsync(), Times.Exactly(2));
    }

    private Task WaitAsync(DateTimeOffset? due) => _wakeup!.WaitAsync(due, Never);
}
