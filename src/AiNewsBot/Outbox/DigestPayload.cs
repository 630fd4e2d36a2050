using System.Collections.Immutable;

namespace AiNewsBot.Outbox;

/// <summary>One message of a digest.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Count">Of how many messages.</param>
/// <param name="Title">The heading.</param>
/// <param name="Items">The stories as they were when the digest was made.</param>
internal sealed record DigestPayload(int Number, int Count, string Title, ImmutableArray<long> Items) : OutboxPayload
{
    /// <summary>Since when it tells what became more or less open, in Unix milliseconds; null where it does not.</summary>
    public long? ChangesSince { get; init; }

    /// <summary>Whether it begins the digest: only that message pings.</summary>
    public bool IsFirst => Number == 1;
}
