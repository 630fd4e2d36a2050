using System.Globalization;

namespace DiscordSimulator.Interactions;

/// <summary>What a member's interactions bring with them: options, fields, and what these refer to.</summary>
internal sealed class InteractionData(SimulatedMember member, PendingInteractions interactions)
{
    // Types of controls, by the protocol.
    private const int TextSelect = 3;
    private const int TextInput = 4;
    private const int RoleSelect = 6;
    private const int ChannelSelect = 8;
    private const int Upload = 19;

    // "fact edit" is the subcommand edit of the command fact.
    public object CommandOf(string name, object[] options)
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

    public object FormOf(string formId, (string Field, string Text)[] fields) =>
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

    public static object[] Options((string Name, object Value)[] options, string? focused) =>
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

    // A file of theirs is uploaded; of menus several may be chosen, and of a group one; all else is written.
    private object ControlOf(string form, string field, string text, int id)
    {
        var type = member.Files.ContainsKey(text) ? Upload : interactions.FindControl(form, field) ?? TextInput;
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

    // Null, as Discord leaves it out, where there is nothing to choose.
    private object? Resolved() =>
        member.Files.Count == 0 && member.Channels.Count == 0 && member.NamedRoles.Count == 0
            ? null
            : new
            {
                attachments = member.Files.ToDictionary(
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
                channels = member.Channels.ToDictionary(
                    channel => channel.Key,
                    channel =>
                        (object)
                            new
                            {
                                id = channel.Key,
                                name = channel.Value.Name,
                                type = channel.Value.Type,
                                permissions = Text(member.Permissions),
                                app_permissions = Text(channel.Value.AppPermissions),
                                thread_metadata = channel.Value.Type is < 10 or > 12
                                    ? null
                                    : new
                                    {
                                        archived = member.ArchivedThreads.ContainsKey(channel.Key),
                                        locked = member.ArchivedThreads.GetValueOrDefault(channel.Key),
                                    },
                            }
                ),
                roles = member.NamedRoles.ToDictionary(
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

    public static string Text(ulong bits) => bits.ToString(CultureInfo.InvariantCulture);
}
