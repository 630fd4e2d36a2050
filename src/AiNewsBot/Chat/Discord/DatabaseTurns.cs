using System.Data.Common;
using AiNewsBot.Storage;

namespace AiNewsBot.Chat.Discord;

/// <summary>Turns that the database gives out by its clock to all processes of a token.</summary>
internal static class DatabaseTurns
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>How long until the first of some turns; null where the database gives none, which then holds nothing up.</summary>
    public static async Task<TimeSpan?> TryReserveAsync(
        this IDatabase database,
        string name,
        int count,
        TimeSpan interval,
        TimeProvider time
    )
    {
        try
        {
            return await database.ReserveTurnsAsync(name, count, interval).WaitAsync(Patience, time);
        }
        catch (Exception exception) when (exception is DbException or TimeoutException)
        {
            return null;
        }
    }

    /// <summary>Waits for a turn.</summary>
    /// <param name="time">The clock.</param>
    /// <param name="turn">How long until it.</param>
    /// <param name="since">The time stamp from which that counts.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task WaitForTurnAsync(this TimeProvider time, TimeSpan turn, long since, CancellationToken cancellationToken)
    {
        // A delay drops fractions of a millisecond, and what waits must not leave before its turn.
        var wait = Math.Ceiling((turn - time.GetElapsedTime(since)).TotalMilliseconds);
        if (wait > 0)
            await Task.Delay(TimeSpan.FromMilliseconds(wait), time, cancellationToken);
    }
}
