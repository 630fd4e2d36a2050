using AiNewsBot.Common;

namespace AiNewsBot.Discord.Gateway;

/// <summary>How long a shard stays away. Coming back once is cheap, so it comes at
/// once; what fails again and again waits longer each time.</summary>
internal sealed class ReconnectBackoff
{
    /// <summary>A connection that was of use for so long was a good one.</summary>
    private static readonly TimeSpan StableAfter = TimeSpan.FromSeconds(10);

    private int _failures;

    /// <param name="disconnectReason">How the connection ended.</param>
    /// <param name="wasReady">Whether events came in over it.</param>
    /// <param name="lasted">How long it held.</param>
    public TimeSpan Next(DisconnectReason disconnectReason, bool wasReady, TimeSpan lasted)
    {
        // A connection that comes up and drops at once is neither hammered nor given up for a minute: people wait for answers.
        if (wasReady)
            _failures = lasted >= StableAfter ? 0 : Math.Min(_failures, 2);
        _failures = disconnectReason.BacksOff ? Math.Max(_failures, 2) + 1 : _failures + 1;
        var wait = _failures > 1 ? Backoff.Jittered(_failures - 1) : TimeSpan.Zero;
        return wait > disconnectReason.MinDelay ? wait : disconnectReason.MinDelay;
    }
}
