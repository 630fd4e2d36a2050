using System.Text.Json;
using DiscordSimulator.Interactions;

namespace DiscordSimulator;

/// <summary>A user who runs commands, presses buttons and sends forms, and waits for the replies.</summary>
public sealed class SimulatedUser
{
    private readonly PendingInteractions _interactions;
    private readonly Action<Pending, string> _deliver;
    private readonly SimulatedMember _member;
    private readonly InteractionData _data;

    internal SimulatedUser(PendingInteractions interactions, Action<Pending, string> deliver, SimulatedMember member) =>
        (_interactions, _deliver, _member, _data) = (interactions, deliver, member, new InteractionData(member, interactions));

    /// <summary>Runs a slash command, given with its subcommand, and waits for what it shows.</summary>
    public Task<SimulatedReply> RunCommandAsync(string name, params (string Name, object Value)[] options) =>
        ReplyAsync(Begin(2, _data.CommandOf(name, InteractionData.Options(options, null))), $"the answer to /{name}");

    /// <summary>Types an option of a slash command and waits for what is suggested; other options are filled in already.</summary>
    public Task<SimulatedReply> AutocompleteAsync(string name, string option, string typed, params (string Name, object Value)[] others) =>
        ReplyAsync(
            Begin(4, _data.CommandOf(name, InteractionData.Options([.. others, (option, typed)], option))),
            $"suggestions for {option} of /{name}"
        );

    /// <summary>Presses a button.</summary>
    public Task<SimulatedReply> PressAsync(string customId) =>
        ReplyAsync(
            Begin(
                3,
                new
                {
                    component_type = 2,
                    custom_id = customId,
                    id = 1,
                }
            ),
            $"the answer to the button {customId}"
        );

    /// <summary>Chooses from a menu of a message.</summary>
    public Task<SimulatedReply> ChooseAsync(string customId, params string[] values) =>
        ReplyAsync(
            Begin(
                3,
                new
                {
                    component_type = 3,
                    custom_id = customId,
                    id = 1,
                    values,
                }
            ),
            $"the answer to the menu {customId}"
        );

    /// <summary>Runs a command of a message's menu.</summary>
    /// <param name="name">The command.</param>
    /// <param name="content">The text of the message.</param>
    /// <param name="embed">The description of an embed in it.</param>
    /// <param name="forwarded">The text of a message that it forwards.</param>
    public Task<SimulatedReply> RunMessageCommandAsync(string name, string content, string? embed = null, string? forwarded = null)
    {
        var message = IdGenerator.Next();
        var messages = TargetMessage.Create(message, content, embed, forwarded);
        return ReplyAsync(
            Begin(
                2,
                new
                {
                    type = 3,
                    id = IdGenerator.Next(),
                    name,
                    target_id = message,
                    resolved = new { messages },
                }
            ),
            $"the answer to {name}"
        );
    }

    /// <summary>Fills in a form and sends it; several values of a menu have spaces between them.</summary>
    public Task<SimulatedReply> SubmitAsync(string formId, params (string Field, string Text)[] fields) =>
        ReplyAsync(Begin(5, _data.FormOf(formId, fields)), $"the answer to the form {formId}");

    /// <summary>Runs a command; what comes is an announcement that the answer follows, and then the answer.</summary>
    public async Task<(Task Announced, Task<SimulatedReply> Reply)> RunSlowCommandAsync(
        string name,
        params (string Name, object Value)[] options
    )
    {
        await Task.CompletedTask;
        var pending = Begin(2, _data.CommandOf(name, InteractionData.Options(options, null)));
        return (pending.WasDeferred, ReplyAsync(pending, $"the answer to /{name}"));
    }

    /// <summary>Sends a form; what comes is an announcement that the answer follows, and then the answer.</summary>
    public (Task Announced, Task<SimulatedReply> Reply) SubmitSlowly(string formId, params (string Field, string Text)[] fields)
    {
        var pending = Begin(5, _data.FormOf(formId, fields));
        return (pending.WasDeferred, ReplyAsync(pending, $"the answer to the form {formId}"));
    }

    private static Task<SimulatedReply> ReplyAsync(Pending pending, string what) => TimedWait.ForAsync(pending.Reply, what);

    private Pending Begin(int type, object data)
    {
        var pending = _interactions.Begin(type);
        var user = new
        {
            id = _member.User,
            username = "someone",
            discriminator = "0",
            avatar = (string?)null,
            global_name = "Someone",
        };
        var interaction = new Dictionary<string, object?>
        {
            ["id"] = pending.Id,
            ["application_id"] = IdGenerator.Application,
            ["type"] = type,
            ["token"] = pending.Token,
            ["version"] = 1,
            ["data"] = data,
            ["channel_id"] = "200000000000000001",
            ["locale"] = _member.Locale,
            ["app_permissions"] = "2147483647",
            ["context"] = _member.Guild is null ? 1 : 0,
            ["authorizing_integration_owners"] =
                _member.IsInstalled && _member.Guild is not null
                    ? new Dictionary<string, string> { ["0"] = _member.Guild }
                    : new Dictionary<string, string> { ["1"] = _member.User },
            ["entitlements"] = Array.Empty<object>(),
            ["attachment_size_limit"] = 10485760,
        };
        if (_member.Guild is { } guild)
        {
            interaction["guild_id"] = guild;
            interaction["guild_locale"] = "en-US";
            interaction["channel"] = new
            {
                id = "200000000000000001",
                type = 0,
                name = "general",
            };
            interaction["member"] = new
            {
                user,
                roles = _member.Roles,
                permissions = InteractionData.Text(_member.Permissions),
                joined_at = "2026-01-01T00:00:00+00:00",
                deaf = false,
                mute = false,
            };
        }
        else
        {
            interaction["user"] = user;
        }

        _deliver(pending, JsonSerializer.Serialize(interaction));
        return pending;
    }
}
