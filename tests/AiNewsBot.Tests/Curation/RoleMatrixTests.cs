using System.Text.RegularExpressions;
using AiNewsBot.Chat;
using AiNewsBot.Tests.Harness;
using DiscordSimulator;
using DiscordSimulator.Interactions;
using Microsoft.Extensions.DependencyInjection;

namespace AiNewsBot.Tests.Curation;

/// <summary>Every command, button and form against every role. What is registered and has no row here fails.</summary>
public sealed partial class RoleMatrixTests
{
    private const string Suggests = "290000000000000001";
    private const string Edits = "290000000000000002";
    private const string Approves = "290000000000000003";
    private const string News = "290000000000000004";
    private const string Manages = "manages";

    internal static readonly string[] Everybody = ["", Suggests, Edits, Approves, News, Manages];
    internal static readonly string[] Suggesters = [Suggests, Edits, Approves, Manages];
    internal static readonly string[] Editors = [Edits, Approves, Manages];
    internal static readonly string[] Approvers = [Approves, Manages];
    internal static readonly string[] Newsmen = [News, Manages];
    internal static readonly string[] Managers = [Manages];
    private static readonly string[] Curators = [];

    internal static readonly Dictionary<string, string[]> Commands = new()
    {
        ["ask"] = Everybody,
        ["model"] = Everybody,
        ["compare"] = Everybody,
        ["models"] = Everybody,
        ["timeline"] = Everybody,
        ["licence"] = Everybody,
        ["Check openness claims"] = Everybody,
        ["about"] = Everybody,
        ["help"] = Everybody,
        ["privacy"] = Everybody,
        ["stats"] = Editors,
        ["suggest"] = Suggesters,
        ["fact add"] = Editors,
        ["fact edit"] = Editors,
        ["fact retract"] = Editors,
        ["fact history"] = Editors,
        ["fact undo"] = Editors,
        ["fact stale"] = Editors,
        ["fact teach"] = Editors,
        ["fact unanswered"] = Editors,
        ["fact export"] = Editors,
        ["fact import"] = Editors,
        ["fact lock"] = Approvers,
        ["fact unlock"] = Approvers,
        ["fact review"] = Approvers,
        ["settings setup"] = Managers,
        ["settings roles"] = Managers,
        ["settings audit-channel"] = Managers,
        ["settings timezone"] = Managers,
        ["settings show"] = Managers,
        ["news latest"] = Everybody,
        ["news search"] = Everybody,
        ["news why"] = Everybody,
        ["news me"] = Everybody,
        ["news follow"] = Newsmen,
        ["news unfollow"] = Newsmen,
        ["news list"] = Newsmen,
        ["news preview"] = Newsmen,
        ["news look"] = Newsmen,
        ["news filter"] = Newsmen,
        ["news limit"] = Newsmen,
        ["news server-filter"] = Newsmen,
        ["news template"] = Newsmen,
        ["news thread"] = Newsmen,
        ["news sender"] = Newsmen,
        ["news pause"] = Newsmen,
        ["news resume"] = Newsmen,
        ["news copy"] = Newsmen,
        ["news log"] = Newsmen,
        ["news post"] = Newsmen,
        ["feeds add"] = Newsmen,
        ["feeds remove"] = Newsmen,
        ["feeds list"] = Newsmen,
        ["feeds check"] = Newsmen,
        ["feeds export"] = Newsmen,
        ["feeds import"] = Newsmen,
    };

    // Ids of buttons, and of forms where they end in "*"; a draft is its author's alone.
    private static readonly Dictionary<string, string[]> Presses = new()
    {
        ["model:grok-1"] = Everybody,
        ["timeline:grok-1"] = Everybody,
        ["licence:grok-1"] = Everybody,
        ["aspect:licence:grok-1"] = Everybody,
        ["more:s:grok-1"] = Everybody,
        ["compare:grok-1"] = Everybody,
        ["timeline-page:grok:1"] = Everybody,
        ["list-page:|||||||:1"] = Everybody,
        ["own-timeline:~grok|1"] = Everybody,
        ["own-list:~|||||||1"] = Everybody,
        ["share-claims:grok-1"] = Everybody,
        ["share-answer:is grok open"] = Everybody,
        ["choose:~q|is grok-1 open"] = Everybody,
        ["choose-alone:~q|is grok-1 open"] = Everybody,
        ["tell:is zorblax open"] = Everybody,
        ["useful:~s|grok-1"] = Everybody,
        ["wrong:~s|grok-1"] = Everybody,
        ["feedback-seen:~1"] = Approvers,
        ["feedback-mend:~"] = Approvers,
        ["report:grok-1"] = Suggesters,
        ["fact-form:0|s|grok-1|event||0|0*"] = Editors,
        ["fact-form:1|s|grok-1|event||0|0*"] = Suggesters,
        ["fact-form:2|s|grok-1|event||0|7*"] = Approvers,
        ["fact-form:0|g|grok-1|event||0|0*"] = Curators,
        ["draft-overwrite:0123456789abcdef"] = Everybody,
        ["draft-resume:0123456789abcdef"] = Everybody,
        ["draft-discard:0123456789abcdef"] = Everybody,
        ["fact-undo:999999"] = Editors,
        ["fact-history:s|grok-1|licence|99"] = Editors,
        ["fact-history:g|grok-1|licence|99"] = Curators,
        ["fact-pick:s|x"] = Editors,
        ["fact-pick:g|x"] = Curators,
        ["fact-retract:s|x"] = Editors,
        ["fact-retract:g|x"] = Curators,
        ["fact-lock:s|x"] = Approvers,
        ["fact-lock:g|x"] = Curators,
        ["fact-unlock:s|x"] = Approvers,
        ["fact-unlock:g|x"] = Curators,
        ["fact-propose:999999"] = Editors,
        ["fact-verify:s|x|1|2020-01-01"] = Editors,
        ["fact-stale:2020-01-01|x"] = Editors,
        ["import-apply:s|x"] = Editors,
        ["import-apply:g|x"] = Curators,
        ["model-new:~0|Foo"] = Editors,
        ["model-new:~1|Foo"] = Suggesters,
        ["model-add:0123456789abcdef"] = Everybody,
        ["vain-model:1"] = Editors,
        ["vain-ignore-many:"] = Editors,
        ["vain-fact:1"] = Editors,
        ["vain-alias:1"] = Editors,
        ["vain-ignore:1"] = Editors,
        ["vain-teach:1"] = Editors,
        ["suggestion-approve:1|1"] = Approvers,
        ["suggestion-edit:1"] = Approvers,
        ["suggestion-reject:1"] = Approvers,
        ["suggestion-reject:1*"] = Approvers,
        ["suggestion-next:1"] = Approvers,
        ["base-keep:x|1"] = Approvers,
        ["base-take:x|1"] = Approvers,
        ["dataset-keep:1"] = Curators,
        ["dataset-take:1"] = Curators,
        ["settings-roles:*"] = Managers,
        ["setup-roles:"] = Managers,
        ["setup-roles:*"] = Managers,
        ["setup-channel:"] = Managers,
        ["setup-channel:*"] = Managers,
        ["setup-zone:"] = Managers,
        ["setup-zone:*"] = Managers,
        ["setup-skip:"] = Managers,
        ["scheduled:0"] = Newsmen,
        ["scheduled-edit:1"] = Newsmen,
        ["scheduled-cancel:1"] = Newsmen,
        ["news-why:0123456789abcdef"] = Everybody,
        ["news-me-stop:"] = Everybody,
        ["news-me-end:~999999"] = Everybody,
        ["news-me-resume:~999999"] = Everybody,
        ["news-held:~999999|1"] = Newsmen,
        ["news-batch:~999999|0"] = Newsmen,
        ["news-publish:999999"] = Newsmen,
        ["news-discard:999999"] = Newsmen,
        ["news-post:x*"] = Newsmen,
        ["news-filter:~999999|x"] = Newsmen,
        ["news-filter-all:~x"] = Newsmen,
        ["news-template:~999999|x"] = Newsmen,
        ["news-template-edit:~999999"] = Newsmen,
        ["news-template-form:~999999*"] = Newsmen,
        ["news-one:999999"] = Newsmen,
        ["news-one-preview:999999"] = Newsmen,
        ["news-one-pause:999999"] = Newsmen,
        ["news-one-resume:999999"] = Newsmen,
        ["news-one-end:999999"] = Newsmen,
        ["claims-page:1|1"] = Everybody,
        ["claims-shared:1|1"] = Everybody,
        ["claims-refresh:1"] = Everybody,
        ["claims-back:1"] = Everybody,
        ["privacy-export:"] = Everybody,
        ["privacy-ask:"] = Everybody,
        ["privacy-forget:"] = Everybody,
    };

    [Fact]
    public async Task Every_command_button_and_form_admits_exactly_the_permitted_roles()
    {
        await using var bot = await RunningBot.StartAsync();
        var commands = bot
            .Services.GetRequiredService<IRequestHandler>()
            .Commands.SelectMany(command =>
                command.Subcommands.IsEmpty
                    ? [command]
                    : command.Subcommands.Select(sub => sub with { Name = $"{command.Name} {sub.Name}" })
            )
            .ToArray();
        Assert.Empty(commands.Select(command => command.Name).Except(Commands.Keys));
        var actions = bot.Services.GetServices<IComponentHandler>().SelectMany(handler => handler.Actions);
        Assert.Empty(actions.Except(Presses.Keys.Select(id => id.Split(':')[0])));

        var manager = Guilds.Manager();
        var form = await bot.Discord.As(manager).RunCommandAsync("settings roles");
        await bot
            .Discord.As(manager)
            .SubmitAsync(form.FormId!, ("suggest", Suggests), ("edit", Edits), ("approve", Approves), ("news", News));
        var wrong = new List<string>();
        foreach (var role in Everybody)
        {
            var member =
                role == Manages ? Guilds.AlsoManages(manager)
                : role.Length == 0 ? Guilds.Beside(manager)
                : Guilds.Beside(manager, role);
            var user = bot.Discord.As(member);
            foreach (var command in commands)
                Check(wrong, command.Name, role, Commands[command.Name], await RunAsync(user, command));
            foreach (var (id, allowed) in Presses)
                Check(
                    wrong,
                    id,
                    role,
                    allowed,
                    id.EndsWith('*') ? await user.SubmitAsync(id[..^1], ("value", "x")) : await user.PressAsync(id)
                );

            // Forms of settings that a manager sent set the roles back to none.
            var again = await bot.Discord.As(manager).RunCommandAsync("settings roles");
            await bot
                .Discord.As(manager)
                .SubmitAsync(again.FormId!, ("suggest", Suggests), ("edit", Edits), ("approve", Approves), ("news", News));
        }

        Assert.Empty(wrong);
    }

    private static Task<SimulatedReply> RunAsync(SimulatedUser user, CommandDefinition command) =>
        command.Kind == CommandKind.Message
            ? user.RunMessageCommandAsync(command.Name, "grok is open source")
            : user.RunCommandAsync(
                command.Name,
                [.. command.Options.Where(option => option.IsRequired).Select(option => (option.Name, ValueOf(option)))]
            );

    private static object ValueOf(OptionDefinition option) =>
        option switch
        {
            { Choices: [var first, ..] } => first.Value,
            { Kind: OptionKind.Number } => 999999,
            { Name: "property" } => "licence",
            { Name: "timezone" } => "Europe/Paris",
            { Name: "url" } => "http://127.0.0.1:9/feed.xml",
            { Kind: OptionKind.Text } => "grok-1",
            _ => "290000000000000009",
        };

    private static void Check(List<string> wrong, string what, string role, string[] allowed, SimulatedReply reply)
    {
        var isRefused = Refusal().IsMatch(reply.Text);
        if (isRefused == allowed.Contains(role) || isRefused && !reply.IsPrivate)
            wrong.Add($"{what} by '{role}': {reply.Text}");
    }

    [GeneratedRegex("Ask one of them|Only those who may manage this server|Only the bot's curators")]
    private static partial Regex Refusal();
}
