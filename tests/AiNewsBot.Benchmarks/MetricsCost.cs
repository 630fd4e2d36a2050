using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace AiNewsBot.Benchmarks;

/// <summary>
/// What metrics cost: four bots that are asked as much by turns. One has no metrics, one has them, one's /metrics is read each second,
/// fifteen times as often as Prometheus does, and one sends them each second to a collector. Wanted: under 5 MB and 2 % of processor time
/// more.
/// </summary>
internal static class MetricsCost
{
    private const int Turns = 4;
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    public static async Task MeasureAsync()
    {
        BotProcess.Prepare();
        var (on, read) = ($"http://127.0.0.1:{FindPort()}", $"http://127.0.0.1:{FindPort()}");
        var posted = 0;
        await using var collector = await StartCollectorAsync(() => Interlocked.Increment(ref posted));
        await using var without = await StartAsync("http://127.0.0.1:0", isOn: false);
        await using var with = await StartAsync(on, isOn: true);
        await using var scraped = await StartAsync(read, isOn: true);
        await using var sent = await StartAsync("http://127.0.0.1:0", isOn: false, collector.Urls.First());
        using var over = new CancellationTokenSource();
        var scraping = ScrapeAsync(new Uri(read + "/metrics"), over.Token);
        LoadedBot[] bots = [without, with, scraped, sent];
        foreach (var bot in bots)
            bot.Reset();
        for (var turn = 0; turn < Turns; turn++)
        {
            // Each is first as often as it is last.
            foreach (var bot in turn % 2 == 0 ? bots : Enumerable.Reverse(bots))
                await bot.RunAsync(Arrivals.Even(300), Turn);
        }

        await over.CancelAsync();
        Console.WriteLine(
            $"{Arrivals.Even(300)}, {Turns} x {Turn.TotalSeconds:0} s each, by turns; {await scraping} readings of /metrics, "
                + $"{posted} requests to the collector:"
        );
        Console.WriteLine($"{"metrics", -36}{"off", 10}{"on", 10}{"read", 10}{"sent", 10}");
        Print("median, ms", bots.Select(bot => bot.Times.At(0.5)));
        Print("99th percentile, ms", bots.Select(bot => bot.Times.At(0.99)));
        Print("processor time each, µs", bots.Select(bot => bot.Microseconds));
        Print("resident after it, MB", bots.Select(bot => bot.Resident));
    }

    private static async Task<WebApplication> StartCollectorAsync(Action count)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        server.Run(async http =>
        {
            await http.Request.Body.CopyToAsync(Stream.Null);
            count();
        });
        await server.StartAsync();
        return server;
    }

    private static Task<LoadedBot> StartAsync(string address, bool isOn, string collector = "") =>
        LoadedBot.StartAsync(
            (folder, discord) =>
                BotProcess.Connect(
                    folder,
                    discord,
                    gateway: true,
                    new()
                    {
                        ["Http__Urls"] = address,
                        ["Http__Metrics"] = isOn ? "true" : "false",
                        ["Http__OtlpEndpoint"] = collector,
                        ["Http__OtlpInterval"] = "00:00:01",
                    }
                )
        );

    private static async Task<int> ScrapeAsync(Uri address, CancellationToken end)
    {
        using var http = new HttpClient();
        using var timer = new PeriodicTimer(Interval);
        var count = 0;
        try
        {
            for (; await timer.WaitForNextTickAsync(end); count++)
                await http.GetByteArrayAsync(address, end);
        }
        catch (OperationCanceledException)
        {
            // It was measured.
        }

        return count;
    }

    private static int FindPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static void Print(string what, IEnumerable<double> values) =>
        Console.WriteLine(
            $"{what, -36}{string.Concat(values.Select(value => string.Create(CultureInfo.InvariantCulture, $"{value, 10:0.000}")))}"
        );
}
