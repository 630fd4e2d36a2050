using AiNewsBot.Chat;
using AiNewsBot.Chat.Limits;

namespace AiNewsBot.Tests.Chat.Routing;

/// <summary>Who reaches a command, button or form, and how often.</summary>
public sealed class RouterPermissionTests : IAsyncLifetime
{
    private RouterRig _rig = null!;

    public async ValueTask InitializeAsync() => _rig = await RouterRig.CreateAsync();

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Theory]
    [InlineData(false, null, false)]
    [InlineData(false, "20", true)]
    [InlineData(true, null, true)]
    public async Task Only_those_with_the_permission_reach_a_command_button_or_form(bool manages, string? role, bool may)
    {
        _rig.Command.Access = _rig.Buttons.Access = AccessRule.For(Permission.Edit);
        await _rig.Servers.SetRolesAsync(RouterRig.Server, Permission.Edit, ["20"], TestContext.Current.CancellationToken);
        var caller = new Caller("1", RouterRig.Server) { ManagesServer = manages, Roles = role is null ? [] : [role] };

        foreach (
            var (kind, name) in new[] { (RequestKind.Command, "fact edit"), (RequestKind.Button, "press:1"), (RequestKind.Form, "press:1") }
        )
        {
            var text = await _rig.AskAsync(kind, name, caller);
            Assert.Equal(
                may,
                !text.Contains("Here, members with <@&20>, and those who may manage the server, may edit facts", StringComparison.Ordinal)
            );
        }

        Assert.Equal(may ? 3 : 0, _rig.Command.Calls + _rig.Buttons.Calls);
    }

    [Fact]
    public async Task Permission_of_a_server_is_asked_for_in_a_server()
    {
        _rig.Command.Access = AccessRule.For(Permission.Edit);

        Assert.Equal(
            "This works in a server to which the bot was added.",
            await _rig.AskAsync(RequestKind.Command, "fact edit", new Caller("1"))
        );
        _rig.Command.Access = AccessRule.Managers;
        Assert.Equal(
            "This works in a server to which the bot was added.",
            await _rig.AskAsync(RequestKind.Command, "fact edit", new Caller("1"))
        );
    }

    [Theory]
    [InlineData(true, null)]
    [InlineData(false, "Only those who may manage this server can change the bot's settings.")]
    public async Task Settings_are_for_those_who_manage_the_server_whatever_their_roles(bool manages, string? refusal)
    {
        _rig.Command.Access = AccessRule.Managers;

        Assert.Equal(
            refusal ?? "fact edit answered",
            await _rig.AskAsync(
                RequestKind.Command,
                "fact edit",
                new Caller("1", RouterRig.Server) { ManagesServer = manages, Roles = ["20"] }
            )
        );
    }

    // What all servers share is the curators'; managing a server does not make one.
    [Theory]
    [InlineData("curator", nameof(Permission.Edit), true)]
    [InlineData("1", nameof(Permission.Edit), false)]
    [InlineData("1", nameof(Permission.Suggest), true)]
    public async Task Facts_of_all_servers_are_the_curators(string user, string permission, bool may)
    {
        _rig.Command.Access = AccessRule.For(Enum.Parse<Permission>(permission), isGlobal: true);

        var text = await _rig.AskAsync(RequestKind.Command, "fact edit", new Caller(user, RouterRig.Server) { ManagesServer = true });

        Assert.Equal(may, text == "fact edit answered");
        Assert.Equal(!may, text.StartsWith("Only the bot's curators change the facts that all servers share.", StringComparison.Ordinal));
    }

    // Reviews are the server's where the caller decides there, and the curators' everywhere.
    [Theory]
    [InlineData("curator", RouterRig.Server, null, true)]
    [InlineData("curator", null, null, true)]
    [InlineData("1", RouterRig.Server, "20", true)]
    [InlineData("1", RouterRig.Server, "30", false)]
    [InlineData("1", null, null, false)]
    public async Task Reviews_are_for_those_who_approve_here_and_for_curators_anywhere(string user, string? server, string? role, bool may)
    {
        _rig.Command.Access = AccessRule.Reviewers;
        await _rig.Servers.SetRolesAsync(RouterRig.Server, Permission.Approve, ["20"], TestContext.Current.CancellationToken);
        await _rig.Servers.SetRolesAsync(RouterRig.Server, Permission.Edit, ["30"], TestContext.Current.CancellationToken);

        var text = await _rig.AskAsync(RequestKind.Command, "fact edit", new Caller(user, server) { Roles = role is null ? [] : [role] });

        Assert.Equal(may, text == "fact edit answered");
    }

    [Fact]
    public async Task Form_that_is_refused_may_keep_what_was_typed()
    {
        _rig.Buttons.Access = AccessRule.Managers;
        var caller = new Caller("1", RouterRig.Server);

        Assert.Equal("typed is kept", await _rig.AskAsync(RequestKind.Form, "press:typed", caller));
        Assert.StartsWith(
            "Only those who may manage",
            await _rig.AskAsync(RequestKind.Button, "press:typed", caller),
            StringComparison.Ordinal
        );
        Assert.Equal(0, _rig.Buttons.Calls);
    }

    [Fact]
    public async Task Limit_is_per_person_and_passes_with_time()
    {
        _rig.Command.LimitOf = LimitedAction.Question;
        var router = _rig.Router(new LimitSettings { QuestionsPerMinute = 1 });

        Assert.Equal("fact edit answered", await _rig.AskAsync(RequestKind.Command, "fact edit", new Caller("1"), router));
        Assert.Contains("Please try again in 60 seconds.", await _rig.AskAsync(RequestKind.Command, "fact edit", new Caller("1"), router));
        Assert.Equal("fact edit answered", await _rig.AskAsync(RequestKind.Command, "fact edit", new Caller("2"), router));
        _rig.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("fact edit answered", await _rig.AskAsync(RequestKind.Command, "fact edit", new Caller("1"), router));
    }

    [Fact]
    public async Task One_who_may_not_uses_up_no_limit()
    {
        _rig.Command.LimitOf = LimitedAction.Question;
        _rig.Command.Access = AccessRule.Managers;
        var router = _rig.Router(new LimitSettings { QuestionsPerMinute = 1 });
        var caller = new Caller("1", RouterRig.Server);

        await _rig.AskAsync(RequestKind.Command, "fact edit", caller, router);
        _rig.Command.Access = AccessRule.Everyone;

        Assert.Equal("fact edit answered", await _rig.AskAsync(RequestKind.Command, "fact edit", caller, router));
    }

    [Fact]
    public async Task Request_that_was_given_up_reads_no_permission_and_reaches_no_command()
    {
        _rig.Command.Access = AccessRule.For(Permission.Edit);
        using var givenUp = new CancellationTokenSource();
        await givenUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await _rig.Router()
                .HandleAsync(RouterRig.Request(RequestKind.Command, "fact edit", new Caller("1", RouterRig.Server)), givenUp.Token)
        );

        Assert.Equal(0, _rig.Command.Calls);
    }
}
