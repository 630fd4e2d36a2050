using System.Collections.Concurrent;

namespace DiscordSimulator;

/// <summary>What the client did that the protocol forbids.</summary>
public sealed class Violations
{
    private readonly ConcurrentQueue<string> _all = new();

    /// <summary>All of them, in order.</summary>
    public IReadOnlyList<string> All => [.. _all];

    /// <summary>Throws with all of them when there is any.</summary>
    public void AssertNone()
    {
        if (!_all.IsEmpty)
            throw new InvalidOperationException($"The client broke the protocol:\n{string.Join('\n', _all)}");
    }

    internal void Add(string violation) => _all.Enqueue(violation);
}
