using System.Security.Cryptography;

namespace AiNewsBot.Discord.Gateway;

/// <summary>Beats at the interval that the gateway asks for, and detects missing acknowledgements.</summary>
internal sealed class Heartbeat(GatewaySocket socket, Func<long?> sequence, TimeProvider time)
{
    private int _unanswered;
    private long _lastAck;

    /// <summary>When the last beat was answered.</summary>
    public DateTimeOffset? LastAck =>
        Interlocked.Read(ref _lastAck) is not 0 and var ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    public void OnAcknowledged()
    {
        Volatile.Write(ref _unanswered, 0);
        Interlocked.Exchange(ref _lastAck, time.GetUtcNow().Ticks);
    }

    /// <summary>Sends a beat now.</summary>
    public Task BeatAsync() =>
        socket.SendAsync(
            Opcode.Heartbeat,
            json =>
            {
                if (sequence() is { } number)
                    json.WriteNumberValue(number);
                else
                    json.WriteNullValue();
            }
        );

    /// <summary>Beats until cancelled. Returns when a beat stays without an answer until the next: the connection is dead.</summary>
    public async Task RunAsync(TimeSpan interval, CancellationToken cancellationToken)
    {
        // The first beat comes at a random moment, so that many bots that reconnect together do not beat together; never at once, before
        // anything was said.
        var wait = interval * (RandomNumberGenerator.GetInt32(1, 1000) / 1000.0);
        while (true)
        {
            await Task.Delay(wait, time, cancellationToken);
            if (Interlocked.Exchange(ref _unanswered, 1) == 1)
                return;
            await BeatAsync();
            wait = interval;
        }
    }
}
