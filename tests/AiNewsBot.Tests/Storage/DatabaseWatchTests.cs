using AiNewsBot.Jobs;
using AiNewsBot.Storage;
using AiNewsBot.Tests.Harness;
using Dapper;
using Microsoft.Extensions.Time.Testing;

namespace AiNewsBot.Tests.Storage;

public sealed class DatabaseWatchTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 29, 9, 0, 0, TimeSpan.Zero));
    private readonly Database _database;
    private readonly DatabaseWatch _watch;
    private readonly Wakeup _wakeup;

    // Raised by each tick before the one under test is: after it, the tick is over.
    private readonly Wakeup _ticked;

    public DatabaseWatchTests()
    {
        _database = new Database($"Data Source={_folder["facts.db"]}");
        _watch = new DatabaseWatch(Task.CompletedTask, _database, _time);
        _wakeup = _watch.CreateWakeup();
        _ticked = _watch.CreateWakeup();
    }

    public async ValueTask InitializeAsync()
    {
        using (var connection = _database.Open())
            connection.Execute("CREATE TABLE words (word TEXT)");
        await _watch.StartAsync(TestContext.Current.CancellationToken);

        // What was written before it began may not have been seen.
        var first = WaitAsync(null);
        await TickAsync();
        await first;
    }

    public async ValueTask DisposeAsync()
    {
        await _watch.StopAsync(CancellationToken.None);
        _watch.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Wakes_within_a_second_of_what_another_connection_wrote()
    {
        var waiting = WaitAsync(null);
        using (var other = new Database($"Data Source={_folder["facts.db"]}").Open())
            other.Execute("INSERT INTO words VALUES ('new')");

        await TickAsync();

        await waiting;
    }

    [Fact]
    public async Task Wakes_nothing_where_the_database_was_only_read()
    {
        var waiting = WaitAsync(null);
        using (var other = _database.Open())
            other.Query<string>("SELECT word FROM words");

        await TickAsync();

        Assert.False(waiting.IsCompleted);
    }

    [Fact]
    public async Task Wakes_what_is_due_when_its_time_has_come()
    {
        var waiting = WaitAsync(_time.GetUtcNow() + TimeSpan.FromSeconds(0.8));

        await TickAsync();
        Assert.False(waiting.IsCompleted);
        await TickAsync();

        await waiting;
    }

    [Fact]
    public async Task Wakes_all_when_the_clock_was_set_back()
    {
        var waiting = WaitAsync(_time.GetUtcNow() + TimeSpan.FromSeconds(5));
        _time.AdjustTime(_time.GetUtcNow() - TimeSpan.FromDays(1));

        await TickAsync();

        await waiting;
    }

    [Fact]
    public async Task Wakes_all_where_the_database_is_gone_so_that_they_find_it()
    {
        var waiting = WaitAsync(null);
        File.Delete(_folder["facts.db"]);

        await TickAsync();

        await waiting;
    }

    private Task WaitAsync(DateTimeOffset? due) => _wakeup.WaitAsync(due, TestContext.Current.CancellationToken);

    private async Task TickAsync()
    {
        var over = _ticked.WaitAsync(DateTimeOffset.MinValue, TestContext.Current.CancellationToken);
        _time.Advance(TimeSpan.FromMilliseconds(500));
        await over;
    }
}
