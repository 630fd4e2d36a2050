using System.Diagnostics;
using System.Globalization;
using AiNewsBot.Tests.Harness;

namespace AiNewsBot.Kill.Tests;

/// <summary>The processes: how they are started, killed, ended and frozen.</summary>
internal sealed partial class KillRuns
{
    private void StartAll()
    {
        foreach (var ended in _running.Where(process => process.HasExited).ToArray())
            _running.Remove(ended);
        while (_running.Count < _setup.Processes)
            Start();
    }

    private void Start()
    {
        var settings = KillSetup.Settings.ToList();
        settings.AddRange(_lists.Select((list, number) => ($"News__Feeds__{number}__Url", list.Url)));
        settings.AddRange(_channels.Select((channel, number) => ($"News__Follow__{number}__Channel", channel)));
        if (_setup.Cluster is { } cluster)
            settings.Add(("Storage__ConnectionString", cluster[KillSetup.Database]));
        var process = BotProgram.Start(_folder, _folder["news.db"], _discord, [.. settings]);
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is not null)
            {
                lock (_log)
                    _log.Add($"[{process.Id}] {line.Data}");
            }
        };
        process.BeginErrorReadLine();
        _running.Add(process);
    }

    private async Task KillOneAsync()
    {
        var process = _running[_random.Next(_running.Count)];
        _running.Remove(process);
        await KillAsync(process);
    }

    // All of those on a file; of several that share a server, the one that is meant.
    private async Task KillAsync(Func<PartitionOwners, Task<int>> findAsync)
    {
        if (_owners is null)
            await KillAllAsync();
        else if (Find(await findAsync(_owners)) is { } process)
        {
            var id = process.Id;
            _running.Remove(process);
            await KillAsync(process);
            await TakeOverAsync(id);
        }
    }

    private async Task KillAllAsync()
    {
        await Task.WhenAll(_running.Select(KillAsync));
        _running.Clear();
    }

    private Process? Find(int id) => _running.Find(process => process.Id == id);

    // Sometimes the next thing happens before another process has all that one had.
    private async Task TakeOverAsync(int id)
    {
        if (_random.Next(2) == 0 && Find(id) is null)
            return;
        var watch = Stopwatch.StartNew();
        while (!await _owners!.HasNoneAsync(id) && watch.Elapsed < TakeoverLimit)
            await Task.Delay(20);
        _slowest = _slowest > watch.Elapsed ? _slowest : watch.Elapsed;
    }

    private static string ChannelOf(string arrival) => arrival.Split('/')[1];

    private async Task TerminateAsync()
    {
        foreach (var process in _owners is null ? _running.ToArray() : [_running[_random.Next(_running.Count)]])
        {
            await SignalAsync(process, "TERM");
            await process.WaitForExitAsync();
            process.Dispose();
            _running.Remove(process);
        }
    }

    private static async Task SignalAsync(Process process, string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    private static async Task KillAsync(Process process)
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
