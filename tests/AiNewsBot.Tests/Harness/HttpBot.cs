using System.Diagnostics;
using System.Text;

namespace AiNewsBot.Tests.Harness;

/// <summary>A process of some version, to which interactions come by HTTP.</summary>
internal sealed class HttpBot
{
    private readonly TaskCompletionSource<string> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly StringBuilder _log = new();
    private string? _listens;

    public HttpBot(Process process)
    {
        Process = process;
        process.ErrorDataReceived += (_, line) => Read(line.Data);
        process.BeginErrorReadLine();
    }

    public Process Process { get; }

    /// <summary>What it logged.</summary>
    public string Log
    {
        get
        {
            lock (_log)
                return _log.ToString();
        }
    }

    /// <summary>Completes when it listens and has its facts: a balancer sends it nothing before.</summary>
    public Task ReadyAsync() => _address.Task.WaitAsync(TimeSpan.FromSeconds(60));

    /// <summary>Signs an interaction as Discord does, and sends it.</summary>
    public async Task<HttpResponseMessage> SendAsync(string interaction) =>
        await SignedInteraction.SendAsync(await _address.Task, interaction);

    // It says on its log where it listens, and when it has its facts.
    private void Read(string? line)
    {
        if (line is null)
        {
            _address.TrySetException(new InvalidOperationException($"it ended: {Log}"));
            return;
        }

        lock (_log)
            _log.AppendLine(line);
        var at = line.IndexOf("http://127.0.0.1:", StringComparison.Ordinal);
        if (at >= 0 && line.Contains("Health at", StringComparison.Ordinal))
            _listens = line[at..].Trim();
        if (_listens is not null && Log.Contains("Facts ready", StringComparison.Ordinal))
            _address.TrySetResult(_listens);
    }
}
