using System.Text.Json;

namespace DiscordSimulator.Rules;

/// <summary>Discord's limits on messages in its second layout system, and on the answers of interactions.</summary>
internal static class MessageRules
{
    private const int ComponentsV2 = 1 << 15;
    private const int MaxComponents = 40;
    private const int MaxTextsLength = 4000;
    private const int MaxChoices = 25;

    /// <summary>What is wrong with an answer to an interaction of a kind; null when nothing is.</summary>
    public static string? GetReplyError(int interactionType, JsonElement reply, bool takesDeprecated)
    {
        var type = reply.GetProperty("type").GetInt32();
        var fits = type switch
        {
            4 or 5 => interactionType is 2 or 3 or 5,
            6 or 7 => interactionType is 3 or 5,
            8 => interactionType == 4,
            9 => interactionType is 2 or 3,
            _ => false,
        };
        if (!fits)
            return $"an answer of type {type} to an interaction of type {interactionType}";
        return type switch
        {
            4 or 7 => GetError(reply.GetProperty("data")),
            8 => GetChoicesError(reply.GetProperty("data").GetProperty("choices")),
            9 => GetFormError(reply.GetProperty("data"), takesDeprecated),
            _ => null,
        };
    }

    /// <summary>What is wrong with a message; null when nothing is.</summary>
    public static string? GetError(JsonElement message)
    {
        if (
            !message.TryGetProperty("allowed_mentions", out var mentions)
            || !mentions.TryGetProperty("parse", out var parse)
            || parse.GetArrayLength() > 0
        )
            return "a message whose allowed_mentions.parse is not empty could ping";
        var flags = message.TryGetProperty("flags", out var value) ? value.GetInt32() : 0;
        if ((flags & ComponentsV2) == 0)
            return "a message without the flag of Components V2";
        if (message.TryGetProperty("content", out _) || message.TryGetProperty("embeds", out var embeds) && embeds.GetArrayLength() > 0)
            return "a message of Components V2 with content or embeds";
        var seen = new Seen();
        foreach (var component in message.GetProperty("components").EnumerateArray())
        {
            if (GetComponentError(component, seen, isTop: true) is { } fault)
                return fault;
        }

        return seen.Count == 0 ? "a message without components"
            : seen.Count > MaxComponents ? $"{seen.Count} components, of at most {MaxComponents}"
            : seen.Characters > MaxTextsLength ? $"{seen.Characters} characters of text, of at most {MaxTextsLength}"
            : null;
    }

    private static string? GetComponentError(JsonElement component, Seen seen, bool isTop = false)
    {
        seen.Count++;
        switch (component.GetProperty("type").GetInt32())
        {
            case 10:
                var content = component.GetProperty("content").GetString()!;
                seen.Characters += content.Length;
                return string.IsNullOrWhiteSpace(content) ? "an empty text" : null;
            case 9:
                seen.Count++;
                return component.GetProperty("components").GetArrayLength() > 3 ? "a section of more than three texts"
                    : component.GetProperty("accessory").GetProperty("type").GetInt32() is not (2 or 11)
                        ? "a section beside which is neither a button nor a thumbnail"
                    : Nested(component, seen, "a section without texts");
            case 17:
                return Nested(component, seen, "a container without components");
            case 1:
                return component.GetProperty("components").GetArrayLength() is 0 or > 5
                    ? "a row of no or more than five buttons"
                    : Nested(component, seen, "");
            case 2:
                return GetButtonError(component, seen);
            case 3:
                return GetMenuError(component, seen);
            case 14:
                return null;
            case 13:
                return component.GetProperty("file").GetProperty("url").GetString()!.StartsWith("attachment://", StringComparison.Ordinal)
                    ? null
                    : "a file that is not attached";
            case 12:
                return component.GetProperty("items").GetArrayLength() is 0 or > 10 ? "a gallery of no or more than ten pictures" : null;
            case var type:
                return isTop ? $"a component of type {type} at the top" : $"a component of type {type}";
        }
    }

    private static string? Nested(JsonElement component, Seen seen, string empty)
    {
        if (component.GetProperty("components").GetArrayLength() == 0)
            return empty;
        foreach (var child in component.GetProperty("components").EnumerateArray())
        {
            if (GetComponentError(child, seen) is { } fault)
                return fault;
        }

        return null;
    }

    private static string? GetButtonError(JsonElement button, Seen seen)
    {
        var label = button.GetProperty("label").GetString()!;
        if (label.Length is 0 or > 80)
            return $"a button with a label of {label.Length} characters";
        if (button.GetProperty("style").GetInt32() == 5)
            return button.GetProperty("url").GetString()!.Length > 512 ? "a button with a longer address than 512 characters" : null;
        var id = button.GetProperty("custom_id").GetString()!;
        return id.Length is 0 or > 100 ? $"a button with an id of {id.Length} characters"
            : seen.Ids.Add(id) ? null
            : $"two buttons with the id {id}";
    }

    private static string? GetMenuError(JsonElement menu, Seen seen)
    {
        var options = menu.GetProperty("options").EnumerateArray().ToArray();
        if (options.Length is 0 or > MaxChoices)
            return $"a menu of {options.Length} options";
        if (menu.GetProperty("max_values").GetInt32() > options.Length)
            return "a menu of which more can be chosen than there is";
        if (options.Select(option => option.GetProperty("value").GetString()).Distinct().Count() < options.Length)
            return "a menu with an option twice";
        if (options.Any(option => option.GetProperty("label").GetString()!.Length is 0 or > 100))
            return "an option with a label that is empty or too long";
        var id = menu.GetProperty("custom_id").GetString()!;
        return id.Length is 0 or > 100 ? $"a menu with an id of {id.Length} characters"
            : seen.Ids.Add(id) ? null
            : $"two menus with the id {id}";
    }

    private static string? GetFormError(JsonElement form, bool takesDeprecated)
    {
        if (form.GetProperty("custom_id").GetString()!.Length is 0 or > 100)
            return "a form with an id that is empty or too long";
        if (form.GetProperty("title").GetString()!.Length is 0 or > 45)
            return "a form with a title that is empty or too long";
        if (!takesDeprecated && Deprecations.GetFormError(form) is { } deprecated)
            return deprecated;
        var fields = form.GetProperty("components");
        if (fields.GetArrayLength() is 0 or > 5)
            return $"a form of {fields.GetArrayLength()} fields";
        foreach (var field in fields.EnumerateArray().Where(field => field.GetProperty("type").GetInt32() == 18))
        {
            if (field.GetProperty("label").GetString()!.Length is 0 or > 45)
                return "a field with a label that is empty or too long";
            var control = field.GetProperty("component");
            if (control.GetProperty("type").GetInt32() == 21 && control.GetProperty("options").GetArrayLength() is < 2 or > 10)
                return "a group of fewer than two options or more than ten";
        }

        return null;
    }

    private static string? GetChoicesError(JsonElement choices)
    {
        if (choices.GetArrayLength() > MaxChoices)
            return $"{choices.GetArrayLength()} choices, of at most {MaxChoices}";
        foreach (var choice in choices.EnumerateArray())
        {
            if (choice.GetProperty("name").GetString()!.Length is 0 or > 100 || choice.GetProperty("value").GetString()!.Length > 100)
                return "a choice with a name or value that is too long";
        }

        return null;
    }

    private sealed class Seen
    {
        public int Count { get; set; }

        public int Characters { get; set; }

        public HashSet<string> Ids { get; } = [];
    }
}
