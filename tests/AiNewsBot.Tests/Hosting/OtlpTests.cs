using System.Net;
using System.Text;
using AiNewsBot.Hosting;
using AiNewsBot.Hosting.Prometheus;
using AiNewsBot.Tests.Harness;
using DiscordSimulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.Tests.Hosting;

/// <summary>Metrics as a collector of OpenTelemetry gets them.</summary>
public sealed class OtlpTests
{
    [Fact]
    public async Task A_collector_gets_the_series_that_prometheus_reads_with_its_headers()
    {
        await using var collector = await Collector.StartAsync(HttpStatusCode.OK);
        await using var bot = await RunningBot.StartAsync();
        using var service = Create(bot, collector, out var clock, out _);
        await service.StartAsync(TestContext.Current.CancellationToken);
        var sent = collector.Requests.NextAsync("metrics");
        var wait = await clock.NextWaitAsync();
        await bot.Discord.RunCommandAsync("ask", ("question", "is grok-1 open source"));

        clock.Advance(wait);

        var (path, key, body) = await sent;
        Assert.Equal("/base/v1/metrics", path);
        Assert.Equal("secret", key);
        Assert.Contains("ainewsbot.facts.statements", body, StringComparison.Ordinal);
        Assert.Contains("ainewsbot.posts.pending", body, StringComparison.Ordinal);
        Assert.Contains("discord.rest.request.duration", body, StringComparison.Ordinal);
        Assert.Contains("dotnet.process.memory.working_set", body, StringComparison.Ordinal);
        Assert.DoesNotContain(bot.Discord.Token, body, StringComparison.Ordinal);
        await service.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_collector_that_takes_nothing_is_told_of_once_and_tried_again()
    {
        await using var collector = await Collector.StartAsync(HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.OK);
        await using var bot = await RunningBot.StartAsync();
        using var service = Create(bot, collector, out var clock, out var log);
        await service.StartAsync(TestContext.Current.CancellationToken);

        await clock.PassAsync();
        for (var i = 1; i <= 3; i++)
        {
            await collector.Requests.ReachAsync(i, "metrics");
            clock.Advance(TimeSpan.FromMinutes(1));
        }

        await collector.Requests.ReachAsync(4, "metrics after they were taken");
        Assert.Equal(
            [
                (LogLevel.Warning, "The collector of Http:OtlpEndpoint took no metrics; they are sent again at the next interval"),
                (LogLevel.Information, "The collector takes metrics again"),
            ],
            log.Entries.Select(entry => (entry.Level, entry.Message))
        );
        await service.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Nothing_is_measured_for_a_collector_that_is_not_set()
    {
        await using var bot = await RunningBot.StartAsync();
        var clock = new SteppedClock();
        using var log = new LoggerFactory();
        using var service = new OtlpService(new HttpSettings(), StateOf(bot), clock, log.CreateLogger<OtlpService>());
        await service.StartAsync(TestContext.Current.CancellationToken);

        await service.ExecuteTask!;

        Assert.True(service.ExecuteTask.IsCompletedSuccessfully);
    }

    private static OtlpService Create(RunningBot bot, Collector collector, out SteppedClock clock, out LogCollector log)
    {
        clock = new SteppedClock();
        log = new LogCollector();
        var collected = log;
        using var loggers = LoggerFactory.Create(logging => logging.AddProvider(collected));
        var settings = new HttpSettings { OtlpEndpoint = collector.Address, OtlpHeaders = "x-key=secret" };
        return new OtlpService(settings, StateOf(bot), clock, loggers.CreateLogger<OtlpService>());
    }

    private static StateMeter StateOf(RunningBot bot) => bot.Services.GetRequiredService<StateMeter>();

    // Answers with the statuses in their order, then with the last.
    private sealed class Collector : IAsyncDisposable
    {
        private readonly WebApplication _server;

        private Collector(HttpStatusCode[] statuses)
        {
            var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
            builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
            _server = builder.Build();
            _server.Run(async http =>
            {
                using var reader = new StreamReader(http.Request.Body, Encoding.Latin1);
                var body = await reader.ReadToEndAsync(http.RequestAborted);
                http.Response.StatusCode = (int)statuses[Math.Min(Requests.Count, statuses.Length - 1)];
                Requests.Add((http.Request.Path, http.Request.Headers["x-key"].ToString(), body));
            });
        }

        public EventLog<(string Path, string Key, string Body)> Requests { get; } = new();

        public string Address => $"{_server.Urls.First()}/base/";

        public static async Task<Collector> StartAsync(params HttpStatusCode[] statuses)
        {
            var collector = new Collector(statuses);
            await collector._server.StartAsync(TestContext.Current.CancellationToken);
            return collector;
        }

        public ValueTask DisposeAsync() => _server.DisposeAsync();
    }
}
