using System.Diagnostics;

namespace AiNewsBot.Benchmarks;

/// <summary>From the start of a process to its answer on standard output. Wanted: under 400 ms.</summary>
internal static class ColdStart
{
    private const int Runs = 20;

    public static async Task MeasureAsync()
    {
        BotProcess.Prepare();
        var folder = Directory.CreateTempSubdirectory("ainewsbot-").FullName;
        var times = new List<double>();
        for (var run = 0; run < Runs; run++)
        {
            var began = Stopwatch.GetTimestamp();
            using var process = BotProcess.Run(folder, "ask", "Is Grok open source?");
            await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        Directory.Delete(folder, recursive: true);
        Console.WriteLine($"ask, cold, in one process: {new Figures(times)}");
    }
}
