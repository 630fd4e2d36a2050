using AiNewsBot.Hosting;

namespace AiNewsBot.Cli;

/// <summary>What one check of doctor found.</summary>
/// <param name="Name">What was looked at.</param>
/// <param name="Code">The exit code that the bot would end with because of it; 0 where all is well.</param>
/// <param name="Text">In a line.</param>
internal sealed record Finding(string Name, int Code, string Text)
{
    public static Finding Ok(string name, string text) => new(name, ExitCode.Done, text);

    /// <summary>Looks, and takes an exception for what is wrong.</summary>
    public static async Task<Finding> TryAsync(string name, Func<Task<Finding>> look)
    {
        try
        {
            return await look();
        }
        catch (Exception exception)
        {
            var report = ErrorReport.From(exception);
            return new Finding(name, report.Code, report.Text);
        }
    }
}
