namespace DiscordSimulator;

/// <summary>Waiting for an event: with a limit in real time, so that a test that waits in vain ends with a reason.</summary>
internal static class Waits
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    public static async Task<T> ForAsync<T>(Task<T> task, string what)
    {
        try
        {
            return await task.WaitAsync(Limit);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"waited {Limit.TotalSeconds:0} s in vain for {what}");
        }
    }
}
