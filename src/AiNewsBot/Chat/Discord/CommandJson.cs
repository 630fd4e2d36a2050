using System.Collections.Immutable;
using System.Text.Json;

namespace AiNewsBot.Chat.Discord;

/// <summary>Commands as Discord's API takes them.</summary>
internal static class CommandJson
{
    private const int SlashCommand = 1;
    private const int MessageCommand = 3;
    private const int Subcommand = 1;

    public static byte[] Write(ImmutableArray<CommandDefinition> commands)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartArray();
            foreach (var command in commands)
                Write(json, command);
            json.WriteEndArray();
        }

        return stream.ToArray();
    }

    private static void Write(Utf8JsonWriter json, CommandDefinition command)
    {
        json.WriteStartObject();
        json.WriteString("name", command.Name);
        var isSlash = command.Kind == CommandKind.Slash;
        json.WriteNumber("type", isSlash ? SlashCommand : MessageCommand);
        WriteMap(json, "name_localizations", command.Names);
        if (isSlash)
        {
            json.WriteString("description", command.Description);
            WriteMap(json, "description_localizations", command.Descriptions);
        }

        // In servers, in direct messages, and wherever a user who installed the app is.
        WriteNumbers(json, "integration_types", command.IsServerOnly ? [0] : [0, 1]);
        WriteNumbers(json, "contexts", command.IsServerOnly ? [0] : [0, 1, 2]);
        if (command.IsForManagers)
            json.WriteNumber("default_member_permissions", DiscordPermissions.ManageServer);
        if (isSlash)
            WriteOptions(json, command);
        json.WriteEndObject();
    }

    private static void WriteOptions(Utf8JsonWriter json, CommandDefinition command)
    {
        json.WriteStartArray("options");
        foreach (var subcommand in command.Subcommands)
        {
            json.WriteStartObject();
            json.WriteNumber("type", Subcommand);
            json.WriteString("name", subcommand.Name);
            WriteMap(json, "name_localizations", subcommand.Names);
            json.WriteString("description", subcommand.Description);
            WriteMap(json, "description_localizations", subcommand.Descriptions);
            WriteOptions(json, subcommand);
            json.WriteEndObject();
        }

        foreach (var option in command.Options)
            Write(json, option);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, OptionDefinition option)
    {
        json.WriteStartObject();
        json.WriteNumber("type", NumberOf(option.Kind));
        json.WriteString("name", option.Name);
        json.WriteString("description", option.Description);
        json.WriteBoolean("required", option.IsRequired);
        if (!option.Choices.IsEmpty)
            WriteChoices(json, option.Choices);
        else if (option.Kind == OptionKind.Text)
            json.WriteBoolean("autocomplete", option.Completes);
        if (option.MaxLength is { } longest)
            json.WriteNumber("max_length", longest);
        json.WriteEndObject();
    }

    private static int NumberOf(OptionKind kind) =>
        kind switch
        {
            OptionKind.Number => 4,
            OptionKind.Flag => 5,
            OptionKind.Channel => 7,
            OptionKind.Role => 8,
            OptionKind.File => 11,
            _ => 3,
        };

    private static void WriteChoices(Utf8JsonWriter json, ImmutableArray<OptionChoice> choices)
    {
        json.WriteStartArray("choices");
        foreach (var choice in choices)
        {
            json.WriteStartObject();
            json.WriteString("name", choice.Name);
            json.WriteString("value", choice.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteMap(Utf8JsonWriter json, string name, ImmutableSortedDictionary<string, string> map)
    {
        if (map.IsEmpty)
            return;
        json.WriteStartObject(name);
        foreach (var (locale, text) in map)
            json.WriteString(locale, text);
        json.WriteEndObject();
    }

    private static void WriteNumbers(Utf8JsonWriter json, string name, ReadOnlySpan<int> numbers)
    {
        json.WriteStartArray(name);
        foreach (var number in numbers)
            json.WriteNumberValue(number);
        json.WriteEndArray();
    }
}
