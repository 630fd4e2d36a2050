using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Limits;
using AiNewsBot.Chat.Routing;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Servers;
using AiNewsBot.Storage;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.Tests.Chat.Routing;

/// <summary>Each request reaches the command, button or form that it is for, if the one who asks may.</summary>
public sealed class CommandRouterTests : IAsyncLifetime
{
    private RouterRig _rig = null!;

    public async ValueTask InitializeAsync() => _rig = await RouterRig.CreateAsync();

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Theory]
    [InlineData(RequestKind.Command, "fact edit", "fact edit answered")]
    [InlineData(RequestKind.MessageCommand, "fact edit", "fact edit answered")]
    [InlineData(RequestKind.Button, "press:12|x", "press with 12|x")]
    [InlineData(RequestKind.Button, "press:", "press with ")]
    [InlineData(RequestKind.Button, "press", "press with ")]
    [InlineData(RequestKind.Form, "press:a:b", "press with a:b")]
    public async Task Request_reaches_what_it_names(object kind, string name, string answer) =>
        Assert.Equal(answer, await _rig.AskAsync((RequestKind)kind, name));

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
        Assert.Equal(answer, await _rig.AskAsync((RequestKind)kind, name));

    [Fact]
    public async Task Suggestions_come_from_the_command()
    {
        var reply = await _rig.Router()
            .HandleAsync(RouterRig.Request(RequestKind.Autocomplete, "fact edit"), TestContext.Current.CancellationToken);

        Assert.Equal(["suggested"], Assert.IsType<Reply.Autocomplete>(reply).Suggestions.Select(one => one.Value));
    }

    [Theory]
    [InlineData(RequestKind.Command, "command", "The bot's disk is full. Nothing was changed.")]
    [InlineData(RequestKind.Button, "press:1", "The bot's disk is full. Nothing was changed.")]
    public async Task Database_that_fails_is_told_in_a_sentence_and_logged_by_name(object kind, string name, string answer)
    {
        _rig.Buttons.Throws = new StorageException("/data/bot.db is full") { Fault = StorageError.DiskFull };
        _rig.Command.Throws = _rig.Buttons.Throws;
        var asked = (RequestKind)kind == RequestKind.Button ? name : "fact edit";

        Assert.StartsWith(answer, await _rig.AskAsync((RequestKind)kind, asked), StringComparison.Ordinal);

        var entry = Assert.Single(_rig.Log.Entries, one => one.Level == LogLevel.Error);
        Assert.Equal($"Failed to answer {kind} {asked.Split(':')[0]}: /data/bot.db is full", entry.Message);
    }

    [Fact]
    public async Task Fault_of_the_bot_itself_is_the_transports_to_report()
    {
        _rig.Command.Throws = new InvalidOperationException("a fault");

        await Assert.ThrowsAsync<InvalidOperationException>(() => _rig.AskAsync(RequestKind.Command, "fact edit"));
        Assert.Contains(
            "tell the bot's operator this code: ab12",
            RouterRig.Text(_rig.Router().CreateFailure(new Request { Kind = RequestKind.Command, Name = "ask" }, "ab12")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Request_that_comes_before_the_facts_waits_for_them()
    {
        using var snapshots = new SnapshotHolder(new FactStore(_rig.Database, _rig.Time));
        var router = _rig.Router(snapshots: snapshots);

        var waiting = _rig.AskAsync(RequestKind.Command, "fact edit", router: router);
        Assert.False(waiting.IsCompleted);
        await snapshots.ReplaceAsync(
            Snapshot.Create(FactBase.Create([]), 1, _rig.Time.GetUtcNow()),
            0,
            TestContext.Current.CancellationToken
        );

        Assert.Equal("fact edit answered", await waiting);
    }

    [Fact]
    public async Task Command_that_needs_facts_alone_does_not_wait_for_the_database()
    {
        using var snapshots = new SnapshotHolder(new FactStore(_rig.Database, _rig.Time));
        var router = _rig.Router(snapshots: snapshots);
        snapshots.Show(Snapshot.Create(FactBase.Create([]), 1, _rig.Time.GetUtcNow()));

        var waiting = _rig.AskAsync(RequestKind.Command, "fact edit", router: router);
        Assert.False(waiting.IsCompleted);
        _rig.Command.FactsAlone = true;

        Assert.Equal("fact edit answered", await _rig.AskAsync(RequestKind.Command, "fact edit", router: router));
        Assert.False(waiting.IsCompleted);
    }

    [Theory]
    [InlineData(RequestKind.Autocomplete, "fact edit", DeferMode.None)]
    [InlineData(RequestKind.Command, "fact edit", DeferMode.Message)]
    [InlineData(RequestKind.Command, "gone", DeferMode.EphemeralMessage)]
    [InlineData(RequestKind.Button, "press:1", DeferMode.Update)]
    [InlineData(RequestKind.Form, "press:1", DeferMode.Update)]
    [InlineData(RequestKind.Button, "gone:1", DeferMode.EphemeralMessage)]
    public void Announcement_of_a_slow_answer_is_one_that_the_answer_can_follow(object kind, string name, object mode) =>
        Assert.Equal(mode, _rig.Router().GetDeferMode(RouterRig.Request((RequestKind)kind, name)));

    [Fact]
    public void Commands_of_two_words_are_subcommands_of_their_group()
    {
        var router = new CommandRouter(
            [_rig.Command, new StubCommand("fact undo"), new StubCommand("ask")],
            [new CommandGroup(new CommandDefinition("fact", "Facts"))],
            [],
            _rig.Snapshots,
            new PermissionService(_rig.Servers, _ => false),
            new UserLimits(new LimitSettings(), _rig.Time),
            _rig.Loggers.CreateLogger<CommandRouter>()
        );

        Assert.Equal(["fact", "ask", "help"], router.Commands.Select(command => command.Name));
        Assert.Equal(["edit", "undo"], router.Commands[0].Subcommands.Select(command => command.Name));
    }
}
