using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Hosting;
using DiscordSimulator;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.Tests.Harness;

/// <summary>The real host over a fake Discord. Disposing it checks that the client
/// kept the protocol and logged nothing unexpected.</summary>
internal sealed class RunningBot : IAsyncDisposable
{
    // The facts are the same for each bot that a test starts, and making them is most of what a start costs.
    private static readonly Lazy<Task<ShippedSnapshot.Contents>> Facts = new(() => new ShippedSnapshot().GetAsync());

    private readonly TemporaryFolder _folder;
    private readonly string _connectionString;
    private readonly Action<IServiceCollection>? _change;
    private readonly KeyValuePair<string, string?>[] _settings;
    private readonly IHost _host;
    private readonly LogCollector _log;

    // Many tests follow feeds that fail, and say so by what they look at.
    // The simulator runs in this process, beside all other tests: that it was slow once says nothing of the bot, whose answer comes again.
    private readonly List<string> _expected = ["Feed http", "Discord did not answer in time; retrying"];
    private bool _isStopped;
    private bool _isGone;

    private RunningBot(
        FakeDiscord discord,
        TemporaryFolder folder,
        string connectionString,
        Action<IServiceCollection>? change,
        KeyValuePair<string, string?>[] settings
    )
    {
        (_folder, _connectionString, _change, _settings) = (folder, connectionString, change, settings);
        Discord = discord;
        _log = new LogCollector();
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?>
                {
                    ["Discord:Token"] = discord.Token,
                    ["Discord:Client"] = ChatClient.Name,
                    ["Discord:ApiBaseUrl"] = discord.ApiBaseUrl,
                    ["Storage:ConnectionString"] = connectionString,
                    ["Storage:BackupFolder"] = _folder["backups"],
                    ["Http:Urls"] = "http://127.0.0.1:0",
                    ["News:Enabled"] = "false",

                    // Tests ask more in a minute than people do; those of the limits set them.
                    ["Limits:QuestionsPerMinute"] = "0",
                    ["Limits:ClaimChecksPerMinute"] = "0",
                    ["Limits:FeedRequestsPerMinute"] = "0",
                }
            )
            .AddInMemoryCollection(settings)
            .Build();
        _host = BotHost.Build(
            configuration,
            TimeProvider.System,
            services =>
            {
                services.AddLogging(logging => logging.ClearProviders().AddProvider(_log));
                services.AddSingleton(new ShippedSnapshot(Facts.Value));
                change?.Invoke(services);
            }
        );
    }

    public FakeDiscord Discord { get; }

    public IServiceProvider Services => _host.Services;

    /// <summary>Where it listens for interactions by HTTP.</summary>
    public string HttpAddress => Services.GetServices<IHostedService>().OfType<HttpServer>().Single().Addresses.Single();

    public IReadOnlyList<LogEntry> Log => _log.Entries;

    public Snapshot Snapshot => Services.GetRequiredService<SnapshotHolder>().Current;

    public TransportState State => Services.GetRequiredService<IChatTransport>().State;

    public int ExitCode => Services.GetRequiredService<ExitStatus>().Code;

    /// <summary>Starts the bot and waits until it is ready for events.</summary>
    /// <param name="isFirst">Whether it finds no database, and makes it; else one that already holds the facts.</param>
    public static async Task<RunningBot> StartAsync(
        FakeDiscordOptions? discord = null,
        Action<FakeDiscord>? prepare = null,
        Action<IServiceCollection>? change = null,
        bool waitsForReady = true,
        bool isFirst = false,
        params IEnumerable<KeyValuePair<string, string?>> settings
    )
    {
        var fake = await FakeDiscord.StartAsync(
            (discord ?? new FakeDiscordOptions()) with
            {
                // Discord.Net writes fields that the description does not know, and Discord ignores.
                OpenApi = ChatClient.IsLean ? SharedFiles.Find("discord/openapi.json") : null,
                TakesDeprecated = !ChatClient.IsLean,
            }
        );
        prepare?.Invoke(fake);
        var folder = new TemporaryFolder();
        var connectionString = isFirst ? await TestDatabase.CreateBareAsync(folder) : await TestDatabase.CreateSeededAsync(folder);
        await TestDatabase.PretendBackupAsync(folder);
        var bot = new RunningBot(fake, folder, connectionString, change, [.. settings]);
        try
        {
            await bot._host.StartAsync();
        }
        catch (OperationCanceledException) when (!waitsForReady)
        {
            // Refused at once, it stops while it still starts.
        }

        return waitsForReady ? await bot.ReadyAsync(discord?.Shards ?? 1, discord?.Shards ?? 1) : bot;
    }

    /// <summary>Stops this one and starts another on what it left, over the same Discord, whose options must not pace identifies.</summary>
    public async Task<RunningBot> RestartAsync()
    {
        await GoAsync();
        var readies = Discord.Gateway.Readies.Count;
        var next = new RunningBot(Discord, _folder, _connectionString, _change, _settings);
        await next._host.StartAsync();
        return await next.ReadyAsync(readies + 1, 1);
    }

    private async Task<RunningBot> ReadyAsync(int readies, int shards)
    {
        // A shard that answers a heartbeat request has read all that was sent before it.
        await Discord.Gateway.Readies.ReachAsync(readies, "the bot to be ready");
        var beats = Discord.Gateway.Heartbeats.Count;
        Discord.Gateway.RequestHeartbeat();
        await Discord.Gateway.Heartbeats.ReachAsync(beats + shards, "the bot to have read READY");
        return this;
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
        // One that was restarted is gone; Discord and its folder are those of the next.
        if (_isGone)
            return;
        await GoAsync();
        await Discord.DisposeAsync();
        _folder.Dispose();
        Discord.Violations.AssertNone();
    }

    private async Task GoAsync()
    {
        _isGone = true;
        if (!_isStopped)
            await _host.StopAsync();
        await ((IAsyncDisposable)_host).DisposeAsync();
        Assert.DoesNotContain(
            _log.Entries,
            entry => entry.Level >= LogLevel.Warning && !_expected.Exists(text => entry.Message.Contains(text, StringComparison.Ordinal))
        );
    }
}
