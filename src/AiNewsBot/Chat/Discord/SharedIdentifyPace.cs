using AiNewsBot.Storage;

namespace AiNewsBot.Chat.Discord;

/// <summary>
/// Discord takes one identify in five seconds for each key of a token: over all of its processes, each has a turn of its own, given out by
/// the database and by its clock. While the database is away, each process keeps the pace alone.
/// </summary>
internal sealed class SharedIdentifyPace(IDatabase database, TimeProvider time)
{
    // More than Discord's five seconds: its clock starts when the identify arrives, and one may arrive later after its turn than the next.
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(6);

    /// <summary>Waits for the turn of an identify.</summary>
    public async Task WaitAsync(int key, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        if (await database.TryReserveAsync($"discord-identify/{key}", 1, Interval, time) is { } turn)
            await time.WaitForTurnAsync(turn, began, cancellationToken);
    }
}
