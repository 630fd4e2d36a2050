using AiNewsBot.Jobs;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Hosting;

namespace AiNewsBot.Storage;

/// <summary>
/// Wakes what waits for something in the database: when it was written to, by this process or by another one, or when the clock says so.
/// One look at a counter of SQLite replaces the queries of all who wait.
/// </summary>
/// <param name="ready">Completes when the database has its schema and facts.</param>
internal sealed class DatabaseWatch(Task ready, Database database, TimeProvider time) : BackgroundService
{
    /// <summary>What another process writes is to be seen within a second.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    private readonly Lock _lock = new();
    private readonly ClockJumpDetector _clock = new(time);
    private Wakeup[] _wakeups = [];
    private SqliteConnection? _connection;
    private SqliteCommand? _command;
    private long _version;

    /// <summary>A signal that is raised whenever the database has changed.</summary>
    public Wakeup CreateWakeup()
    {
        var wakeup = new Wakeup();
        lock (_lock)
            _wakeups = [.. _wakeups, wakeup];
        return wakeup;
    }

    public override void Dispose()
    {
        Close();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await ready.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            Look();
    }

    /// <summary>Looks now.</summary>
    public void Look()
    {
        // A clock that was set back may have left times behind that are long to come.
        var isChanged = HasChanged() | _clock.DetectJump() is not null;
        var now = time.GetUtcNow();
        foreach (var wakeup in _wakeups)
        {
            if (isChanged)
                wakeup.Raise();
            else
                wakeup.RaiseIfDue(now);
        }
    }

    // The counter changes with each commit of another connection; this one never writes.
    private bool HasChanged()
    {
        try
        {
            if (_connection is null)
            {
                _connection = database.Open();
                _command = _connection.CreateCommand();
                _command.CommandText = "PRAGMA data_version";
                _command.Prepare();
            }

            database.RequireInPlace(_connection);
            var version = (long)_command!.ExecuteScalar()!;
            var isChanged = version != _version;
            _version = version;
            return isChanged;
        }
        catch (Exception exception) when (exception is StorageException or SqliteException)
        {
            // Those who wait find it, too, and say so.
            Close();
            return true;
        }
    }

    private void Close()
    {
        _command?.Dispose();
        _connection?.Dispose();
        (_command, _connection) = (null, null);
    }
}
