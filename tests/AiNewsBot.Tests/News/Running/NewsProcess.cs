using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using AiNewsBot.Tests.Harness;
using Dapper;
using DiscordSimulator;
using Microsoft.Data.Sqlite;

namespace AiNewsBot.Tests.News.Running;

/// <summary>The bot with news as a process of its own, which can be stopped, frozen and killed.</summary>
internal sealed class NewsProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task<string> _log;

    private readonly ConcurrentQueue<string> _lines = new();

    private NewsProcess(Process process)
    {
        _process = process;
        _log = ReadLogAsync();
    }

    /// <summary>What it logged; complete when it has ended.</summary>
    public Task<string> Log => _log;

    /// <summary>Starts one over a folder that outlives it.</summary>
    public static NewsProcess Start(
        TemporaryFolder folder,
        FakeDiscord discord,
        TestFeed feed,
        params (string Key, string Value)[] settings
    ) =>
        new(
            BotProgram.Start(
                folder,
                DatabaseOf(folder),
                discord,
                [
                    ("Http__Urls", ""),
                    ("News__PollInterval", "00:00:01"),
                    ("News__ArticlePictures", "false"),
                    ("News__AllowedPrivateAddresses", "127.0.0.1"),
                    ("News__WatchedOrganizations", ""),
                    ("News__Feeds__0__Url", feed.Url),
                    ("News__Follow__0__Channel", NewsRig.Channel),
                    .. settings,
                ]
            )
        );

    /// <summary>Waits until it has logged a text.</summary>
    public Task UntilLoggedAsync(string text) =>
        UntilAsync(() => _lines.Any(line => line.Contains(text, StringComparison.Ordinal)), $"the log to say '{text}'");

    /// <summary>Asks it to stop and waits until it has: its exit code.</summary>
    public async Task<int> TerminateAsync()
    {
        await SignalAsync("TERM");
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Freezes it, though not in the middle of a transaction: it would keep the database to itself.</summary>
    public async Task FreezeAsync(TemporaryFolder folder)
    {
        while (true)
        {
            await SignalAsync("STOP");
            if (IsFree(folder))
                return;
            await SignalAsync("CONT");
        }
    }

    public Task ThawAsync() => SignalAsync("CONT");

    /// <summary>Asks or changes the database beside it.</summary>
    public static T Query<T>(TemporaryFolder folder, string sql)
    {
        using var connection = new SqliteConnection(ConnectionString(folder));
        return connection.ExecuteScalar<T>(sql)!;
    }

    /// <summary>Waits for a state without an event; starts of processes take long on a busy machine.</summary>
    public static async Task UntilAsync(Func<bool> condition, string what)
    {
        for (var i = 0; i < 1800; i++)
        {
            if (condition())
                return;
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException($"waited 90 s without success for {what}");
    }

    private async Task<string> ReadLogAsync()
    {
        while (await _process.StandardError.ReadLineAsync() is { } line)
            _lines.Enqueue(line);
        return string.Join('\n', _lines);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process.Dispose();
    }

    private static string ConnectionString(TemporaryFolder folder) => $"Data Source={DatabaseOf(folder)};Pooling=False";

    private static string DatabaseOf(TemporaryFolder folder) => folder["facts.db"];

    private static bool IsFree(TemporaryFolder folder)
    {
        using var connection = new SqliteConnection($"{ConnectionString(folder)};Default Timeout=1");
        connection.Open();
        try
        {
            connection.Execute("BEGIN IMMEDIATE; ROLLBACK");
            return true;
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == 5)
        {
            return false;
        }
    }

    private async Task SignalAsync(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }
}
