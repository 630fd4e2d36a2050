using System.Globalization;
using System.Text.Json;
using DiscordSimulator.Interactions;

namespace DiscordSimulator;

/// <summary>A user who runs commands, presses buttons and sends forms, and waits for the replies.</summary>
public sealed class SimulatedUser
{
    // Types of controls, by the protocol.
    private const int TextSelect = 3;
    private const int TextInput = 4;
    private const int RoleSelect = 6;
    private const int ChannelSelect = 8;
    private const int Upload = 19;

    private readonly PendingInteractions _interactions;
    private readonly Action<Pending, string> _deliver;
    private readonly SimulatedMember _member;

    internal SimulatedUser(PendingInteractions interactions, Action<Pending, string> deliver, SimulatedMember member) =>
        (_interactions, _deliver, _member) = (interactions, deliver, member);

    /// <summary>Runs a slash command, given with its subcommand, and waits for what it shows.</summary>
    public Task<SimulatedReply> RunCommandAsync(string name, params (string Name, object Value)[] options) =>
        ReplyAsync(Begin(2, CommandOf(name, Options(options, null))), $"the answer to /{name}");

    /// <summary>Types an option of a slash command and waits for what is suggested; other options are filled in already.</summary>
    public Task<SimulatedReply> AutocompleteAsync(string name, string option, string typed, params (string Name, object Value)[] others) =>
        ReplyAsync(Begin(4, CommandOf(name, Options([.. others, (option, typed)], option))), $"suggestions for {option} of /{name}");

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
        var author = new
        {
            id = "300000000000000002",
            username = "other",
            discriminator = "0",
            avatar = (string?)null,
            global_name = "Other",
        };
        var messages = new Dictionary<string, object>
        {
            [message] = new
            {
                id = message,
                channel_id = "200000000000000001",
                content,
                author,
                type = 0,
                timestamp = "2026-01-01T00:00:00+00:00",
                components = Array.Empty<object>(),
                embeds = Embeds(embed),
                message_snapshots = Snapshots(forwarded),
            },
        };
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

    private static object[] Embeds(string? description) =>
        description is null
            ? []
            :
            [
                new
                {
                    title = "An embed",
                    type = "rich",
                    description,
                },
            ];

    private static object[] Snapshots(string? content) =>
        content is null
            ? []
            :
            [
                new
                {
                    message = new
                    {
                        content,
                        type = 0,
                        timestamp = "2026-01-01T00:00:00+00:00",
                        embeds = Array.Empty<object>(),
                        components = Array.Empty<object>(),
                    },
                },
            ];

    /// <summary>Fills in a form and sends it; several values of a menu have spaces between them.</summary>
    public Task<SimulatedReply> SubmitAsync(string formId, params (string Field, string Text)[] fields) =>
        ReplyAsync(Begin(5, FormOf(formId, fields)), $"the answer to the form {formId}");

    /// <summary>Runs a command; what comes is an announcement that the answer follows, and then the answer.</summary>
    public async Task<(Task Announced, Task<SimulatedReply> Reply)> RunSlowCommandAsync(
        string name,
        params (string Name, object Value)[] options
    )
    {
        await Task.CompletedTask;
        var pending = Begin(2, CommandOf(name, Options(options, null)));
        return (pending.WasDeferred, ReplyAsync(pending, $"the answer to /{name}"));
    }

    /// <summary>Sends a form; what comes is an announcement that the answer follows, and then the answer.</summary>
    public (Task Announced, Task<SimulatedReply> Reply) SubmitSlowly(string formId, params (string Field, string Text)[] fields)
    {
        var pending = Begin(5, FormOf(formId, fields));
        return (pending.WasDeferred, ReplyAsync(pending, $"the answer to the form {formId}"));
    }

    // A file of theirs is uploaded; of menus several may be chosen, and of a group one; all else is written.
    private object ControlOf(string form, string field, string text, int id)
    {
        var type = _member.Files.ContainsKey(text) ? Upload : _interactions.FindControl(form, field) ?? TextInput;
        return type is Upload or TextSelect or RoleSelect or ChannelSelect
            ? new
            {
                type,
                id,
                custom_id = field,
                values = type is Upload or TextSelect ? Given(text) : text.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            }
            : new
            {
                type,
                id,
                custom_id = field,
                value = text,
            };
    }

    private static string[] Given(string text) => text.Length == 0 ? [] : [text];

    private object FormOf(string formId, (string Field, string Text)[] fields) =>
        new
        {
            custom_id = formId,
            resolved = Resolved(),
            components = fields.Select(
                (field, index) =>
                    new
                    {
                        type = 18,
                        id = index + 1,
                        component = ControlOf(formId, field.Field, field.Text, index + 100),
                    }
            ),
        };

    private static Task<SimulatedReply> ReplyAsync(Pending pending, string what) => TimedWait.ForAsync(pending.Reply, what);

    // "fact edit" is the subcommand edit of the command fact.
    private object CommandOf(string name, object[] options)
    {
        var words = name.Split(' ');
        if (words.Length > 1)
            options =
            [
                new
                {
                    type = 1,
                    name = words[1],
                    options,
                },
            ];
        return new
        {
            type = 1,
            id = IdGenerator.Next(),
            name = words[0],
            options,
            resolved = Resolved(),
        };
    }

    // Null, as Discord leaves it out, where there is nothing to choose.
    private object? Resolved() =>
        _member.Files.Count == 0 && _member.Channels.Count == 0 && _member.NamedRoles.Count == 0
            ? null
            : new
            {
                attachments = _member.Files.ToDictionary(
                    file => file.Key,
                    file =>
                        (object)
                            new
                            {
                                id = file.Key,
                                filename = file.Value.Name,
                                url = file.Value.Url,
                                proxy_url = file.Value.Url,
                                size = file.Value.Size,
                                content_type = "application/json",
                            }
                ),
                channels = _member.Channels.ToDictionary(
                    channel => channel.Key,
                    channel =>
                        (object)
                            new
                            {
                                id = channel.Key,
                                name = channel.Value.Name,
                                type = channel.Value.Type,
                                permissions = Text(_member.Permissions),
                                app_permissions = Text(channel.Value.AppPermissions),
                                thread_metadata = channel.Value.Type is < 10 or > 12
                                    ? null
                                    : new
                                    {
                                        archived = _member.ArchivedThreads.ContainsKey(channel.Key),
                                        locked = _member.ArchivedThreads.GetValueOrDefault(channel.Key),
                                    },
                            }
                ),
                roles = _member.NamedRoles.ToDictionary(
                    role => role.Key,
                    role =>
                        (object)
                            new
                            {
                                id = role.Key,
                                name = role.Value.Name,
                                mentionable = role.Value.IsMentionable,
                            }
                ),
            };

    private static object[] Options((string Name, object Value)[] options, string? focused) =>
        [
            .. options.Select(option =>
                (object)
                    new
                    {
                        name = option.Name,
                        type = option.Value is bool ? 5
                        : option.Value is int ? 4
                        : 3,
                        value = option.Value,
                        focused = option.Name == focused,
                    }
            ),
        ];

    private static string Text(ulong bits) => bits.ToString(CultureInfo.InvariantCulture);

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
                permissions = Text(_member.Permissions),
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
