using System.Security.Cryptography;

namespace AiNewsBot.Discord.Gateway;

/// <summary>Beats at the interval that the gateway asks for, and notices when nobody answers.</summary>
internal sealed class Heartbeat(GatewaySocket socket, Func<long?> sequence, TimeProvider time)
{
    private int _unanswered;

    /// <summary>When the last beat was answered.</summary>
    public DateTimeOffset? LastAck { get; private set; }

    public void Acknowledge()
    {
        Volatile.Write(ref _unanswered, 0);
        LastAck = time.GetUtcNow();
    }

    /// <summary>Sends a beat now.</summary>
    public Task BeatAsync(CancellationToken cancellationToken) => socket.SendAsync(Opcode.Heartbeat, json =>
    {
        if (sequence() is { } number)
            json.WriteNumberValue(number);
        else
            json.WriteNullValue();
    }, cancellationToken);

    /// <summary>Beats until cancelled. Returns when a beat stays without an answer until the next: the connection is dead.</summary>
    public async Task RunAsync(TimeSpan interval, CancellationToken cancellationToken)
    {
        // The first beat comes at a random moment, so that many bots that reconnect together do not beat together.
        var wait = interval * (RandomNumberGenerator.GetInt32(1000) / 1000.0);
        while (true)
        {
            await Task.Delay(wait, time, cancellationToken);
            if (Interlocked.Exchange(ref _unanswered, 1) == 1)
                return;
            await BeatAsync(cancellationToken);
            wait = interval;
        }
    }
}
