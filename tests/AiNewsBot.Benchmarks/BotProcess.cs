using System.Diagnostics;
using System.Globalization;
using DiscordSimulator;

namespace AiNewsBot.Benchmarks;

/// <summary>The bot as a process of its own: the native program, as it is deployed.</summary>
internal static class BotProcess
{
    private static readonly Lazy<string> Native = new(NativeProgram.Publish);

    /// <summary>Builds the program, so that no measured start waits for that.</summary>
    public static void Prepare() => _ = Native.Value;

    /// <summary>A verb of the command line.</summary>
    public static Process Run(string folder, params string[] arguments) => Start(folder, Native.Value, arguments, []);

    /// <summary>The bot, connected to a fake Discord.</summary>
    public static Process Connect(string folder, FakeDiscord discord) => Connect(folder, discord, gateway: true);

    /// <summary>The bot, connected to a fake Discord, or with its other half alone.</summary>
    public static Process Connect(string folder, FakeDiscord discord, bool gateway) => Connect(folder, discord, gateway, []);

    /// <summary>The bot with settings of the measure's own.</summary>
    public static Process Connect(string folder, FakeDiscord discord, bool gateway, Dictionary<string, string> settings) =>
        Start(
            folder,
            Native.Value,
            [],
            new Dictionary<string, string>([.. Trusting(folder, discord), .. settings])
            {
                ["Discord__Token"] = discord.Token,
                ["Discord__ApiBaseUrl"] = discord.ApiBaseUrl,
                ["Discord__Gateway"] = gateway ? "true" : "false",
                ["Http__Urls"] = settings.GetValueOrDefault("Http__Urls", "http://127.0.0.1:0"),

                // The news run, with a feed without a server: a benchmark asks nothing of the world.
                ["News__Feeds__0__Url"] = "http://127.0.0.1:9/feed",
                ["News__WatchedOrganizations"] = "",

                // One simulated person asks for all.
                ["Limits__QuestionsPerMinute"] = "0",
            }
        );

    /// <summary>The bot with news, each of whose keys is given.</summary>
    public static Process News(string folder, FakeDiscord discord, IEnumerable<KeyValuePair<string, string>> news) =>
        Start(
            folder,
            Native.Value,
            [],
            new Dictionary<string, string>(news)
            {
                ["Discord__Token"] = discord.Token,
                ["Discord__ApiBaseUrl"] = discord.ApiBaseUrl,
                ["Http__Urls"] = "",
                ["News__AllowedPrivateAddresses"] = "127.0.0.1",
                ["News__WatchedOrganizations"] = "",
            }
        );

    /// <summary>Processor time that it has used.</summary>
    public static TimeSpan ProcessorTimeOf(Process process)
    {
        process.Refresh();
        return process.TotalProcessorTime;
    }

    /// <summary>The echo bot, connected to a fake Discord.</summary>
    public static Process Echo(string folder, FakeDiscord discord) =>
        RunBenchmark(folder, Trusting(folder, discord), "echo", discord.ApiBaseUrl, discord.Token);

    /// <summary>A part of these benchmarks, in a process of its own.</summary>
    public static Process RunBenchmark(string folder, params string[] arguments) => RunBenchmark(folder, [], arguments);

    private static Process RunBenchmark(string folder, Dictionary<string, string> environment, params string[] arguments) =>
        Start(folder, "dotnet", [Path.Combine(AppContext.BaseDirectory, "AiNewsBot.Benchmarks.dll"), .. arguments], environment);

    // OpenSSL reads what it trusts from this file.
    private static Dictionary<string, string> Trusting(string folder, FakeDiscord discord)
    {
        if (discord.Certificate is null)
            return [];
        var file = Path.Combine(folder, "trusted.pem");
        File.WriteAllText(file, discord.Certificate.ExportCertificatePem());
        return new Dictionary<string, string> { ["SSL_CERT_FILE"] = file };
    }

    /// <summary>Resident memory in MB.</summary>
    public static double ResidentOf(Process process) => StatusOf(process, "VmRSS:");

    /// <summary>The most resident memory that it has had, in MB.</summary>
    public static double PeakOf(Process process) => StatusOf(process, "VmHWM:");

    private static double StatusOf(Process process, string name) =>
        double.Parse(
            File.ReadLines($"/proc/{process.Id}/status")
                .First(line => line.StartsWith(name, StringComparison.Ordinal))
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
            CultureInfo.InvariantCulture
        ) / 1024;

    private static Process Start(string folder, string program, string[] arguments, Dictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
