using AiNewsBot.Jobs;
using AiNewsBot.Storage;
using AiNewsBot.Tests.Harness;
using Dapper;
using Microsoft.Extensions.Time.Testing;

namespace AiNewsBot.Tests.Storage;

public sealed class DatabaseWatchTests : IDisposable
{
    // A wait that nothing cancels ends in the moment in which it is woken.
    private static readonly CancellationToken Never = CancellationToken.None;

    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 29, 9, 0, 0, TimeSpan.Zero));
    private readonly Database _database;
    private readonly DatabaseWatch _watch;
    private readonly Wakeup _wakeup;

    public DatabaseWatchTests()
    {
        _database = new Database($"Data Source={_folder["facts.db"]}");
        _watch = new DatabaseWatch(Task.CompletedTask, _database, _time);
        using (var connection = _database.Open())
            connection.Execute("CREATE TABLE words (word TEXT)");
        _watch.Look();
        _wakeup = _watch.CreateWakeup();
    }

    public void Dispose()
    {
        _watch.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Wakes_what_waits_when_another_connection_wrote()
    {
        var waiting = WaitAsync(null);
        using (var other = new Database($"Data Source={_folder["facts.db"]}").Open())
            other.Execute("INSERT INTO words VALUES ('new')");

        _watch.Look();

        Assert.True(waiting.IsCompletedSuccessfully);
    }

    [Fact]
    public void Wakes_nothing_where_the_database_was_only_read()
    {
        var waiting = WaitAsync(null);
        using (var other = _database.Open())
            other.Query<string>("SELECT word FROM words");

        _watch.Look();

        Assert.False(waiting.IsCompleted);
    }

    [Fact]
    public void Wakes_what_is_due_when_its_time_has_come()
    {
        var waiting = WaitAsync(_time.GetUtcNow() + TimeSpan.FromSeconds(1));

        _watch.Look();
        Assert.False(waiting.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1));
        _watch.Look();

        Assert.True(waiting.IsCompletedSuccessfully);
    }

    [Fact]
    public void Wakes_all_when_the_clock_was_set_back()
    {
        var waiting = WaitAsync(_time.GetUtcNow() + TimeSpan.FromSeconds(5));
        _time.AdjustTime(_time.GetUtcNow() - TimeSpan.FromDays(1));

        _watch.Look();

        Assert.True(waiting.IsCompletedSuccessfully);
    }

    [Fact]
    public void Wakes_all_where_the_database_is_gone_so_that_they_find_it()
    {
        var waiting = WaitAsync(null);
        File.Delete(_folder["facts.db"]);

        _watch.Look();

        Assert.True(waiting.IsCompletedSuccessfully);
    }

    private Task WaitAsync(DateTimeOffset? due) => _wakeup.WaitAsync(due, Never);
}
