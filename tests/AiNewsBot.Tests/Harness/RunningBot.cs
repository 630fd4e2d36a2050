using AiNewsBot.Answering;
using AiNewsBot.Hosting;
using AiNewsBot.Transport;
using DiscordSimulator;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.Tests.Harness;

/// <summary>The real host over a fake Discord. Disposing it checks that the client kept the protocol and logged nothing unexpected.</summary>
internal sealed class RunningBot : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly IHost _host;
    private readonly LogCollector _log;
    private readonly List<string> _expected = [];
    private bool _isStopped;

    private RunningBot(FakeDiscord discord, Action<IServiceCollection>? change, TimeProvider time, IEnumerable<KeyValuePair<string, string?>> settings)
    {
        Discord = discord;
        _log = new LogCollector();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Discord:Token"] = discord.Token,
            ["Discord:ApiBaseUrl"] = discord.ApiBaseUrl,
            ["Storage:ConnectionString"] = $"Data Source={_folder["facts.db"]}",
            ["Storage:BackupFolder"] = _folder["backups"],
            ["Http:Urls"] = "http://127.0.0.1:0",
            ["News:Enabled"] = "false",
        }).AddInMemoryCollection(settings).Build();
        _host = Bot.Build(configuration, time, services =>
        {
            services.AddLogging(logging => logging.ClearProviders().AddProvider(_log));
            change?.Invoke(services);
        });
    }

    public FakeDiscord Discord { get; }

    public IServiceProvider Services => _host.Services;

    public IReadOnlyList<LogEntry> Log => _log.Entries;

    public Snapshot Snapshot => Services.GetRequiredService<SnapshotHolder>().Current;

    public TransportState State => Services.GetRequiredService<IChatTransport>().State;

    public int ExitCode => Services.GetRequiredService<ExitStatus>().Code;

    /// <summary>Starts the bot and waits until it is ready for events.</summary>
    public static async Task<RunningBot> StartAsync(
        FakeDiscordOptions? discord = null, Action<FakeDiscord>? prepare = null, Action<IServiceCollection>? change = null, bool waitsForReady = true, TimeProvider? time = null,
        params IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var fake = await FakeDiscord.StartAsync((discord ?? new FakeDiscordOptions()) with { OpenApi = SharedFiles.Find("discord/openapi.json") });
        prepare?.Invoke(fake);
        var bot = new RunningBot(fake, change, time ?? TimeProvider.System, settings);
        await bot._host.StartAsync();
        if (!waitsForReady)
            return bot;

        // A shard that answers a heartbeat request has read all that was sent before it.
        await fake.Gateway.Readies.ReachAsync(discord?.Shards ?? 1, "the bot to be ready");
        var beats = fake.Gateway.Heartbeats.Count;
        fake.Gateway.RequestHeartbeat();
        await fake.Gateway.Heartbeats.ReachAsync(beats + (discord?.Shards ?? 1), "the bot to have read READY");
        return bot;
    }

    /// <summary>Says that a warning or error with this text belongs to the test.</summary>
    public RunningBot Expects(string message)
    {
        _expected.Add(message);
        return this;
    }

    /// <summary>Waits until the host has stopped by itself.</summary>
    public Task StoppedAsync() => _host.WaitForShutdownAsync(TestContext.Current.CancellationToken);

    public async Task StopAsync()
    {
        _isStopped = true;
        await _host.StopAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_isStopped)
            await _host.StopAsync();
        await ((IAsyncDisposable)_host).DisposeAsync();
        await Discord.DisposeAsync();
        _folder.Dispose();
        Discord.Violations.AssertNone();
        Assert.DoesNotContain(_log.Entries, entry => entry.Level >= LogLevel.Warning && !_expected.Exists(text => entry.Message.Contains(text, StringComparison.Ordinal)));
    }
}
