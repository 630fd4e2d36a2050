using AiNewsBot.Storage;
using AiNewsBot.Tests.Harness;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Moq;

namespace AiNewsBot.Tests.Storage;

/// <summary>What the log says of a database that cannot be used, while many need it.</summary>
public sealed class DatabaseFaultLogTests : IDisposable
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 12, 1, 3, 0, 0, TimeSpan.Zero));
    private readonly LogCollector _log = new();
    private readonly ILoggerFactory _loggers;
    private readonly DatabaseFaultLog _faults;
    private bool _isInUse = true;

    public DatabaseFaultLogTests()
    {
        _loggers = LoggerFactory.Create(logging => logging.AddProvider(_log));
        _faults = new DatabaseFaultLog(() => _isInUse, _time, _loggers.CreateLogger<DatabaseFaultLog>());
    }

    public void Dispose() => _loggers.Dispose();

    [Fact]
    public void Fault_is_logged_once_for_each_kind_until_the_database_can_be_written()
    {
        _faults.Report(Fault(StorageError.Unavailable, "The database is being stopped."));
        _faults.Report(Fault(StorageError.Unavailable, "The database cannot be reached."));
        _faults.Report(Fault(StorageError.ReadOnly, "The database is read-only."));
        _time.Advance(TimeSpan.FromSeconds(90));
        _faults.Recover();
        _faults.Recover();
        _faults.Report(Fault(StorageError.Unavailable, "The database cannot be reached."));

        const string consequence = " Questions are answered from memory; edits are refused and news waits until it can be used";
        Assert.Equal(
            [
                (LogLevel.Error, "The database is being stopped." + consequence),
                (LogLevel.Error, "The database is read-only." + consequence),
                (LogLevel.Information, "The database can be written again, after 00:01:30"),
                (LogLevel.Error, "The database cannot be reached." + consequence),
            ],
            _log.Entries.Select(entry => (entry.Level, entry.Message))
        );
    }

    [Fact]
    public void Fault_of_the_start_is_left_to_the_start()
    {
        _isInUse = false;
        var fault = Fault(StorageError.Unavailable, "The database cannot be reached.");

        _faults.Report(fault);
        _faults.Recover();

        Assert.Empty(_log.Entries);
        Assert.False(fault.IsLogged);
    }

    [Fact]
    public async Task Fault_of_a_running_bots_database_is_logged_where_it_is_found()
    {
        var inner = new Mock<IDatabase>();
        inner.Setup(database => database.ReadChangeCounterAsync()).ThrowsAsync(Fault(StorageError.Locked, "The database is locked."));
        using var database = new FaultLoggingDatabase(inner.Object, _faults);

        var fault = await Assert.ThrowsAsync<StorageException>(database.ReadChangeCounterAsync);

        Assert.True(fault.IsLogged);
        Assert.Single(_log.Entries);
    }

    // Another program may hold it for a while; what waits for it says so itself.
    [Fact]
    public void Lock_is_told_by_the_attempt_to_write_when_it_has_lasted_a_minute()
    {
        var outage = new WriteOutage(_time, _faults);

        Assert.Null(outage.Report(Fault(StorageError.Locked, "The database is locked.")));
        Assert.Empty(_log.Entries);
        _time.Advance(TimeSpan.FromMinutes(1));
        var error = outage.Report(Fault(StorageError.Locked, "The database is locked."));
        Assert.Null(outage.Report(null));

        Assert.Equal("cannot write since 2026-12-01 03:00:00Z: The database is locked.", error);
        Assert.Equal([LogLevel.Error, LogLevel.Information], _log.Entries.Select(entry => entry.Level));
    }

    private static StorageException Fault(StorageError kind, string message) => new(message) { Fault = kind };
}
