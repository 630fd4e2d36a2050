using System.Diagnostics;
using System.Globalization;
using System.Text;
using NSec.Cryptography;

namespace AiNewsBot.Kill.Tests;

/// <summary>A process of some version, to which interactions come by HTTP.</summary>
internal sealed class UpdatedBot
{
    private static readonly Key Key = Key.Create(SignatureAlgorithm.Ed25519);
    private static readonly HttpClient Http = new();

    private readonly TaskCompletionSource<string> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly StringBuilder _log = new();
    private string? _listens;

    public UpdatedBot(Process process)
    {
        Process = process;
        process.ErrorDataReceived += (_, line) => Read(line.Data);
        process.BeginErrorReadLine();
    }

    public static string PublicKey => Convert.ToHexStringLower(Key.PublicKey.Export(KeyBlobFormat.RawPublicKey));

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

    /// <summary>Completes when it listens and has its facts.</summary>
    public Task ReadyAsync() => _address.Task.WaitAsync(TimeSpan.FromSeconds(60));

    /// <summary>Signs an interaction as Discord does, and sends it.</summary>
    public async Task<HttpResponseMessage> SendAsync(string interaction)
    {
        var timestamp = DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{await _address.Task}/interactions")
        {
            Content = new StringContent(interaction, Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("X-Signature-Timestamp", timestamp);
        request.Headers.Add(
            "X-Signature-Ed25519",
            Convert.ToHexStringLower(SignatureAlgorithm.Ed25519.Sign(Key, Encoding.UTF8.GetBytes(timestamp + interaction)))
        );
        return await Http.SendAsync(request);
    }

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
