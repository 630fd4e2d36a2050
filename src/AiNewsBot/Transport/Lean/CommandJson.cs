using System.Collections.Immutable;
using System.Text.Json;

namespace AiNewsBot.Transport.Lean;

/// <summary>Commands as Discord's API takes them.</summary>
internal static class CommandJson
{
    private const int SlashCommand = 1;
    private const int MessageCommand = 3;

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

        // In servers, in direct messages, and wherever somebody who installed the app for themselves is.
        WriteNumbers(json, "integration_types", [0, 1]);
        WriteNumbers(json, "contexts", [0, 1, 2]);
        if (isSlash)
        {
            json.WriteStartArray("options");
            foreach (var option in command.Options)
                Write(json, option);
            json.WriteEndArray();
        }

        json.WriteEndObject();
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
        if (option.LongestText is { } longest)
            json.WriteNumber("max_length", longest);
        json.WriteEndObject();
    }

    private static int NumberOf(OptionKind kind) => kind switch { OptionKind.Number => 4, OptionKind.Flag => 5, _ => 3 };

    private static void WriteChoices(Utf8JsonWriter json, ImmutableArray<Suggestion> choices)
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
