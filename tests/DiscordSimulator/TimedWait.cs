namespace DiscordSimulator;

/// <summary>
/// Waiting for an event: with a limit in real time, so that a test that never sees it ends with a reason. It is long, since processes start
/// slowly on a machine with other work.
/// </summary>
internal static class TimedWait
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(120);

    public static async Task<T> ForAsync<T>(Task<T> task, string what)
    {
        try
        {
            return await task.WaitAsync(Limit);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"waited {Limit.TotalSeconds:0} s without success for {what}");
        }
    }
}
