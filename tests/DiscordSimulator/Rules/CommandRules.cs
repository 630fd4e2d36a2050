using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace DiscordSimulator.Rules;

/// <summary>Discord's limits on commands, and how it gives registered ones back.</summary>
internal static partial class CommandRules
{
    private const int SlashCommand = 1;

    /// <summary>What is wrong with a list of commands; null when nothing is.</summary>
    public static string? GetError(JsonElement commands, bool takesDeprecated)
    {
        var names = new HashSet<(int, string)>();
        foreach (var command in commands.EnumerateArray())
        {
            var name = command.GetProperty("name").GetString()!;
            var type = command.TryGetProperty("type", out var kind) ? kind.GetInt32() : SlashCommand;
            if (!names.Add((type, name)))
                return $"two commands called {name}";
            if (!takesDeprecated && Deprecations.GetCommandError(command) is { } deprecated)
                return deprecated;
            if (GetTranslationsError(command, type) is { } translated)
                return translated;
            if (type != SlashCommand)
            {
                if (
                    name.Length is 0 or > 32
                    || command.TryGetProperty("description", out var text) && text.ValueKind != JsonValueKind.Null
                    || command.TryGetProperty("options", out _)
                )
                    return $"{name}: a command of a menu has a name of 1 to 32 characters, no description and no options";
                continue;
            }

            if (GetNamedError(command, name) is { } fault)
                return fault;
            if (command.TryGetProperty("options", out var options) && GetOptionsError(options, name) is { } wrong)
                return wrong;
        }

        return names.Count > 100 ? "more than 100 commands" : null;
    }

    /// <summary>Commands as Discord gives them back: with ids, versions and defaults.</summary>
    public static string AsRegistered(JsonElement commands)
    {
        var registered = JsonNode.Parse(commands.GetRawText())!.AsArray();
        foreach (var command in registered)
        {
            command!["id"] = IdGenerator.Next();
            command["application_id"] = IdGenerator.Application;
            command["version"] = IdGenerator.Next();
            command["nsfw"] = false;
            command["description"] ??= "";
            command["default_member_permissions"] = command["default_member_permissions"]?.ToString();
            command["dm_permission"] = true;
            command["name_localizations"] ??= null;
            command["description_localizations"] ??= null;
            if (command["options"] is JsonArray { Count: 0 })
                ((JsonObject)command).Remove("options");
            foreach (var option in command["options"]?.AsArray() ?? [])
                AsGivenBack((JsonObject)option!);
        }

        return registered.ToJsonString();
    }

    // Discord leaves out what is false or empty.
    private static void AsGivenBack(JsonObject option)
    {
        if (option["options"] is JsonArray { Count: 0 })
            option.Remove("options");
        foreach (var inner in option["options"]?.AsArray() ?? [])
            AsGivenBack((JsonObject)inner!);
        foreach (var name in (string[])["required", "autocomplete"])
        {
            if (option[name] is JsonValue value && value.GetValueKind() == JsonValueKind.False)
                option.Remove(name);
        }
    }

    private static string? GetTranslationsError(JsonElement command, int type)
    {
        if (command.TryGetProperty("name_localizations", out var names) && names.ValueKind == JsonValueKind.Object)
        {
            foreach (
                var name in names
                    .EnumerateObject()
                    .Where(name =>
                        type == SlashCommand ? !NameForm().IsMatch(name.Value.GetString()!) : name.Value.GetString()!.Length is 0 or > 32
                    )
            )
                return $"{name.Value} is no name in {name.Name}";
        }

        if (command.TryGetProperty("description_localizations", out var texts) && texts.ValueKind == JsonValueKind.Object)
        {
            foreach (var text in texts.EnumerateObject().Where(text => text.Value.GetString()!.Length is 0 or > 100))
                return $"a description of {text.Value.GetString()!.Length} characters in {text.Name}";
        }

        return null;
    }

    private static string? GetOptionsError(JsonElement options, string command)
    {
        if (options.GetArrayLength() > 25)
            return $"{command} has more than 25 options";
        var mayBeRequired = true;
        foreach (var option in options.EnumerateArray())
        {
            var name = option.GetProperty("name").GetString()!;
            if (GetNamedError(option, $"{command} {name}") is { } fault)
                return fault;
            if (option.GetProperty("type").GetInt32() == 1)
            {
                if (GetTranslationsError(option, SlashCommand) is { } translated)
                    return translated;
                if (option.TryGetProperty("options", out var inner) && GetOptionsError(inner, $"{command} {name}") is { } wrong)
                    return wrong;
                continue;
            }

            var isRequired = option.TryGetProperty("required", out var required) && required.GetBoolean();
            if (isRequired && !mayBeRequired)
                return $"{command}: the required option {name} comes after an optional one";
            if (
                option.TryGetProperty("choices", out var choices)
                && (
                    choices.GetArrayLength() is 0 or > 25
                    || option.TryGetProperty("autocomplete", out var completes) && completes.GetBoolean()
                )
            )
                return $"{command} {name}: {choices.GetArrayLength()} choices, or choices beside autocomplete";
            mayBeRequired = isRequired;
        }

        return null;
    }

    private static string? GetNamedError(JsonElement named, string path)
    {
        if (!NameForm().IsMatch(named.GetProperty("name").GetString()!))
            return $"{path} is no name";
        var description = named.GetProperty("description").GetString()!;
        return description.Length is 0 or > 100 ? $"{path} has a description of {description.Length} characters" : null;
    }

    [GeneratedRegex(@"^[-_'\p{Ll}\p{Lo}\p{Lm}\p{N}\p{IsDevanagari}\p{IsThai}]{1,32}$")]
    private static partial Regex NameForm();
}
