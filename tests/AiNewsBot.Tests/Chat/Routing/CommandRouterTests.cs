using System.Collections.Immutable;
using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Chat.Limits;
using AiNewsBot.Chat.Routing;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Servers;
using AiNewsBot.Storage;
using AiNewsBot.Tests.Harness;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace AiNewsBot.Tests.Chat.Routing;

/// <summary>Each request reaches the command, button or form that it is for, if the one who asks may.</summary>
public sealed class CommandRouterTests : IAsyncLifetime
{
    private const string Server = "200000000000000001";
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new();
    private readonly LogCollector _log = new();
    private readonly LoggerFactory _loggers;
    private readonly IDatabase _database;
    private readonly SnapshotHolder _snapshots;
    private readonly StubCommand _command = new("fact edit");
    private readonly StubButtons _buttons = new();

    public CommandRouterTests()
    {
        _loggers = new LoggerFactory([_log]);
        _database = TestDatabase.OpenEmpty(_folder);
        _snapshots = new SnapshotHolder(new FactStore(_database, _time));
    }

    public async ValueTask InitializeAsync() =>
        await _snapshots.ReplaceAsync(Snapshot.Create(FactBase.Create([]), 1, _time.GetUtcNow()), 0);

    public ValueTask DisposeAsync()
    {
        _loggers.Dispose();
        _snapshots.Dispose();
        _database.Dispose();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData(RequestKind.Command, "fact edit", "fact edit answered")]
    [InlineData(RequestKind.MessageCommand, "fact edit", "fact edit answered")]
    [InlineData(RequestKind.Button, "press:12|x", "press with 12|x")]
    [InlineData(RequestKind.Button, "press:", "press with ")]
    [InlineData(RequestKind.Button, "press", "press with ")]
    [InlineData(RequestKind.Form, "press:a:b", "press with a:b")]
    public async Task Request_reaches_what_it_names(object kind, string name, string answer) =>
        Assert.Equal(answer, await AskAsync((RequestKind)kind, name));

    // Buttons live for months, and commands are registered by hand: both may be of another version, or forged.
    [Theory]
    [InlineData(
        RequestKind.Command,
        "fact burn",
        "This command is gone: it was part of another version of the bot. Type / to see what there is."
    )]
    [InlineData(RequestKind.Command, "", "This command is gone: it was part of another version of the bot. Type / to see what there is.")]
    [InlineData(RequestKind.Button, "no-such-button:1", "This button is of another version of the bot. Ask again with /ask.")]
    [InlineData(RequestKind.Form, ":1", "This button is of another version of the bot. Ask again with /ask.")]
    [InlineData(RequestKind.Button, "fact edit", "This button is of another version of the bot. Ask again with /ask.")]
    public async Task Command_or_button_that_does_not_exist_is_refused_with_what_to_do(object kind, string name, string answer) =>
        Assert.Equal(answer, await AskAsync((RequestKind)kind, name));

    [Fact]
    public async Task Suggestions_come_from_the_command()
    {
        var reply = await Router().HandleAsync(Request(RequestKind.Autocomplete, "fact edit"), TestContext.Current.CancellationToken);

        Assert.Equal(["suggested"], Assert.IsType<Reply.Autocomplete>(reply).Suggestions.Select(one => one.Value));
    }

    [Theory]
    [InlineData(false, null, false)]
    [InlineData(false, "20", true)]
    [InlineData(true, null, true)]
    public async Task Only_those_with_the_permission_reach_a_command_button_or_form(bool manages, string? role, bool may)
    {
        _command.Access = _buttons.Access = AccessRule.For(Permission.Edit);
        await Servers.SetRolesAsync(Server, Permission.Edit, ["20"]);
        var caller = new Caller("1", Server) { ManagesServer = manages, Roles = role is null ? [] : [role] };

        foreach (
            var (kind, name) in new[] { (RequestKind.Command, "fact edit"), (RequestKind.Button, "press:1"), (RequestKind.Form, "press:1") }
        )
        {
            var text = await AskAsync(kind, name, caller);
            Assert.Equal(
                may,
                !text.Contains("Here, members with <@&20>, and those who may manage the server, may edit facts", StringComparison.Ordinal)
            );
        }

        Assert.Equal(may ? 3 : 0, _command.Calls + _buttons.Calls);
    }

    [Fact]
    public async Task Permission_of_a_server_is_asked_for_in_a_server()
    {
        _command.Access = AccessRule.For(Permission.Edit);

        Assert.Equal(
            "This works in a server to which the bot was added.",
            await AskAsync(RequestKind.Command, "fact edit", new Caller("1"))
        );
        _command.Access = AccessRule.Managers;
        Assert.Equal(
            "This works in a server to which the bot was added.",
            await AskAsync(RequestKind.Command, "fact edit", new Caller("1"))
        );
    }

    [Theory]
    [InlineData(true, null)]
    [InlineData(false, "Only those who may manage this server can change the bot's settings.")]
    public async Task Settings_are_for_those_who_manage_the_server_whatever_their_roles(bool manages, string? refusal)
    {
        _command.Access = AccessRule.Managers;

        Assert.Equal(
            refusal ?? "fact edit answered",
            await AskAsync(RequestKind.Command, "fact edit", new Caller("1", Server) { ManagesServer = manages, Roles = ["20"] })
        );
    }

    // What all servers share is the curators'; managing a server does not make one.
    [Theory]
    [InlineData("curator", nameof(Permission.Edit), true)]
    [InlineData("1", nameof(Permission.Edit), false)]
    [InlineData("1", nameof(Permission.Suggest), true)]
    public async Task Facts_of_all_servers_are_the_curators(string user, string permission, bool may)
    {
        _command.Access = AccessRule.For(Enum.Parse<Permission>(permission), isGlobal: true);

        var text = await AskAsync(RequestKind.Command, "fact edit", new Caller(user, Server) { ManagesServer = true });

        Assert.Equal(may, text == "fact edit answered");
        Assert.Equal(!may, text.StartsWith("Only the bot's curators change the facts that all servers share.", StringComparison.Ordinal));
    }

    // Reviews are the server's where the caller decides there, and the curators' everywhere.
    [Theory]
    [InlineData("curator", Server, null, true)]
    [InlineData("curator", null, null, true)]
    [InlineData("1", Server, "20", true)]
    [InlineData("1", Server, "30", false)]
    [InlineData("1", null, null, false)]
    public async Task Reviews_are_for_those_who_approve_here_and_for_curators_anywhere(string user, string? server, string? role, bool may)
    {
        _command.Access = AccessRule.Reviewers;
        await Servers.SetRolesAsync(Server, Permission.Approve, ["20"]);
        await Servers.SetRolesAsync(Server, Permission.Edit, ["30"]);

        var text = await AskAsync(RequestKind.Command, "fact edit", new Caller(user, server) { Roles = role is null ? [] : [role] });

        Assert.Equal(may, text == "fact edit answered");
    }

    [Fact]
    public async Task Form_that_is_refused_may_keep_what_was_typed()
    {
        _buttons.Access = AccessRule.Managers;
        var caller = new Caller("1", Server);

        Assert.Equal("typed is kept", await AskAsync(RequestKind.Form, "press:typed", caller));
        Assert.StartsWith("Only those who may manage", await AskAsync(RequestKind.Button, "press:typed", caller), StringComparison.Ordinal);
        Assert.Equal(0, _buttons.Calls);
    }

    [Fact]
    public async Task Limit_is_per_person_and_passes_with_time()
    {
        _command.LimitOf = LimitedAction.Question;
        var router = Router(new LimitSettings { QuestionsPerMinute = 1 });

        Assert.Equal("fact edit answered", await AskAsync(RequestKind.Command, "fact edit", new Caller("1"), router));
        Assert.Contains("Please try again in 60 seconds.", await AskAsync(RequestKind.Command, "fact edit", new Caller("1"), router));
        Assert.Equal("fact edit answered", await AskAsync(RequestKind.Command, "fact edit", new Caller("2"), router));
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("fact edit answered", await AskAsync(RequestKind.Command, "fact edit", new Caller("1"), router));
    }

    [Fact]
    public async Task One_who_may_not_uses_up_no_limit()
    {
        _command.LimitOf = LimitedAction.Question;
        _command.Access = AccessRule.Managers;
        var router = Router(new LimitSettings { QuestionsPerMinute = 1 });
        var caller = new Caller("1", Server);

        await AskAsync(RequestKind.Command, "fact edit", caller, router);
        _command.Access = AccessRule.Everyone;

        Assert.Equal("fact edit answered", await AskAsync(RequestKind.Command, "fact edit", caller, router));
    }

    [Theory]
    [InlineData(RequestKind.Command, "command", "The bot's disk is full. Nothing was changed.")]
    [InlineData(RequestKind.Button, "press:1", "The bot's disk is full. Nothing was changed.")]
    public async Task Database_that_fails_is_told_in_a_sentence_and_logged_by_name(object kind, string name, string answer)
    {
        _buttons.Throws = new StorageException("/data/bot.db is full") { Fault = StorageError.DiskFull };
        _command.Throws = _buttons.Throws;
        var asked = (RequestKind)kind == RequestKind.Button ? name : "fact edit";

        Assert.StartsWith(answer, await AskAsync((RequestKind)kind, asked), StringComparison.Ordinal);

        var entry = Assert.Single(_log.Entries, one => one.Level == LogLevel.Error);
        Assert.Equal($"Failed to answer {kind} {asked.Split(':')[0]}: /data/bot.db is full", entry.Message);
    }

    [Fact]
    public async Task Fault_of_the_bot_itself_is_the_transports_to_report()
    {
        _command.Throws = new InvalidOperationException("a fault");

        await Assert.ThrowsAsync<InvalidOperationException>(() => AskAsync(RequestKind.Command, "fact edit"));
        Assert.Contains(
            "tell the bot's operator this code: ab12",
            Text(Router().CreateFailure(new Request { Kind = RequestKind.Command, Name = "ask" }, "ab12")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Request_that_comes_before_the_facts_waits_for_them()
    {
        using var snapshots = new SnapshotHolder(new FactStore(_database, _time));
        var router = Router(snapshots: snapshots);

        var waiting = AskAsync(RequestKind.Command, "fact edit", router: router);
        Assert.False(waiting.IsCompleted);
        await snapshots.ReplaceAsync(Snapshot.Create(FactBase.Create([]), 1, _time.GetUtcNow()), 0);

        Assert.Equal("fact edit answered", await waiting);
    }

    [Fact]
    public async Task Command_that_needs_facts_alone_does_not_wait_for_the_database()
    {
        using var snapshots = new SnapshotHolder(new FactStore(_database, _time));
        var router = Router(snapshots: snapshots);
        snapshots.Show(Snapshot.Create(FactBase.Create([]), 1, _time.GetUtcNow()));

        var waiting = AskAsync(RequestKind.Command, "fact edit", router: router);
        Assert.False(waiting.IsCompleted);
        _command.FactsAlone = true;

        Assert.Equal("fact edit answered", await AskAsync(RequestKind.Command, "fact edit", router: router));
        Assert.False(waiting.IsCompleted);
    }

    [Theory]
    [InlineData(RequestKind.Autocomplete, "fact edit", DeferMode.None)]
    [InlineData(RequestKind.Command, "fact edit", DeferMode.Message)]
    [InlineData(RequestKind.Command, "gone", DeferMode.EphemeralMessage)]
    [InlineData(RequestKind.Button, "press:1", DeferMode.Update)]
    [InlineData(RequestKind.Form, "press:1", DeferMode.Update)]
    [InlineData(RequestKind.Button, "gone:1", DeferMode.EphemeralMessage)]
    public void What_is_said_while_it_takes_long_is_what_can_follow(object kind, string name, object mode) =>
        Assert.Equal(mode, Router().GetDeferMode(Request((RequestKind)kind, name)));

    [Fact]
    public void Commands_of_two_words_are_subcommands_of_their_group()
    {
        var router = new CommandRouter(
            [_command, new StubCommand("fact undo"), new StubCommand("ask")],
            [new CommandGroup(new CommandDefinition("fact", "Facts"))],
            [],
            _snapshots,
            new PermissionService(Servers, _ => false),
            new UserLimits(new LimitSettings(), _time),
            _loggers.CreateLogger<CommandRouter>()
        );

        Assert.Equal(["fact", "ask", "help"], router.Commands.Select(command => command.Name));
        Assert.Equal(["edit", "undo"], router.Commands[0].Subcommands.Select(command => command.Name));
    }

    private ServerStore Servers => new(_database, new NoticeDelivery(true), _time);

    private CommandRouter Router(LimitSettings? limits = null, SnapshotHolder? snapshots = null) =>
        new(
            [_command],
            [new CommandGroup(new CommandDefinition("fact", "Facts"))],
            [_buttons],
            snapshots ?? _snapshots,
            new PermissionService(Servers, caller => caller.User == "curator"),
            new UserLimits(limits ?? new LimitSettings(), _time),
            _loggers.CreateLogger<CommandRouter>()
        );

    private async Task<string> AskAsync(RequestKind kind, string name, Caller? caller = null, CommandRouter? router = null) =>
        Text(await (router ?? Router()).HandleAsync(Request(kind, name, caller), TestContext.Current.CancellationToken));

    private static string Text(Reply reply) =>
        string.Join('\n', Assert.IsType<Reply.Show>(reply).Card.Blocks.Select(block => block.Markdown))
            .Replace("\\", "", StringComparison.Ordinal);

    private static Request Request(RequestKind kind, string name, Caller? caller = null) =>
        new()
        {
            Kind = kind,
            Name = name,
            Caller = caller ?? new Caller("1"),
        };

    private static Reply.Show Say(string text) => new Reply.Show(new CardWriter(null).Add(text).ToCard());

    private sealed class StubCommand(string name) : Command
    {
        public AccessRule Access { get; set; } = AccessRule.Everyone;

        public LimitedAction? LimitOf { get; set; }

        public bool FactsAlone { get; set; }

        public override bool NeedsFactsAlone => FactsAlone;

        public Exception? Throws { get; set; }

        public int Calls { get; private set; }

        public override CommandDefinition Definition { get; } = new(name, "A command");

        public override LimitedAction? Limit => LimitOf;

        public override ValueTask<AccessRule> GetAccessAsync(Request request) => new(Access);

        public override Task<ImmutableArray<OptionChoice>> CompleteAsync(Request request) =>
            Task.FromResult<ImmutableArray<OptionChoice>>([new OptionChoice("Suggested", "suggested")]);

        public override ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken)
        {
            Calls++;
            return Throws is null ? ValueTask.FromResult<Reply>(Say($"{request.Name} answered")) : throw Throws;
        }
    }

    private sealed class StubButtons : IComponentHandler
    {
        public AccessRule Access { get; set; } = AccessRule.Everyone;

        public Exception? Throws { get; set; }

        public int Calls { get; private set; }

        public ImmutableArray<string> Actions { get; } = ["press"];

        public DeferMode GetDeferMode(string action) => DeferMode.Update;

        public ValueTask<AccessRule> GetAccessAsync(Request request, string action, string argument) => new(Access);

        public ValueTask<Reply> RefuseAsync(Request request, string action, string argument, Reply refusal) =>
            new(argument == "typed" && request.Kind == RequestKind.Form ? Say("typed is kept") : refusal);

        public ValueTask<Reply> HandleAsync(Request request, string action, string argument, CancellationToken cancellationToken)
        {
            Calls++;
            return Throws is null ? ValueTask.FromResult<Reply>(Say($"{action} with {argument}")) : throw Throws;
        }
    }
}
