using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Limits;
using AiNewsBot.Chat.Routing;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Servers;
using AiNewsBot.Storage;
using AiNewsBot.Tests.Harness;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace AiNewsBot.Tests.Chat.Routing;

/// <summary>A router with one command and one button.</summary>
internal sealed class RouterRig : IAsyncDisposable
{
    public const string Server = "200000000000000001";

    private readonly TemporaryFolder _folder = new();

    private RouterRig()
    {
        Loggers = new LoggerFactory([Log]);
        Database = TestDatabase.OpenEmpty(_folder);
        Snapshots = new SnapshotHolder(new FactStore(Database, Time));
    }

    public FakeTimeProvider Time { get; } = new();

    public LogCollector Log { get; } = new();

    public LoggerFactory Loggers { get; }

    public IDatabase Database { get; }

    public SnapshotHolder Snapshots { get; }

    public StubCommand Command { get; } = new("fact edit");

    public StubButtons Buttons { get; } = new();

    public static async Task<RouterRig> CreateAsync()
    {
        var rig = new RouterRig();
        await rig.Snapshots.ReplaceAsync(Snapshot.Create(FactBase.Create([]), 1, rig.Time.GetUtcNow()), 0);
        return rig;
    }

    public ValueTask DisposeAsync()
    {
        Loggers.Dispose();
        Snapshots.Dispose();
        Database.Dispose();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    public ServerStore Servers => new(Database, new NoticeDelivery(true), Time);

    public CommandRouter Router(LimitSettings? limits = null, SnapshotHolder? snapshots = null) =>
        new(
            [Command],
            [new CommandGroup(new CommandDefinition("fact", "Facts"))],
            [Buttons],
            snapshots ?? Snapshots,
            new PermissionService(Servers, caller => caller.User == "curator"),
            new UserLimits(limits ?? new LimitSettings(), Time),
            Loggers.CreateLogger<CommandRouter>()
        );

    public async Task<string> AskAsync(RequestKind kind, string name, Caller? caller = null, CommandRouter? router = null) =>
        Text(await (router ?? Router()).HandleAsync(Request(kind, name, caller), TestContext.Current.CancellationToken));

    public static string Text(Reply reply) =>
        string.Join('\n', Assert.IsType<Reply.Show>(reply).Card.Blocks.Select(block => block.Markdown))
            .Replace("\\", "", StringComparison.Ordinal);

    public static Request Request(RequestKind kind, string name, Caller? caller = null) =>
        new()
        {
            Kind = kind,
            Name = name,
            Caller = caller ?? new Caller("1"),
        };
}
