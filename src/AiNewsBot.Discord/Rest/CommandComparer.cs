using System.Text.Json;

namespace AiNewsBot.Discord.Rest;

/// <summary>Whether commands as registered are those as wanted: Discord gives them back with
/// ids, versions and defaults filled in, in its own order.</summary>
internal static class CommandComparer
{
    // What Discord adds to each command by itself; where a command may be used it fills in from the application's settings.
    private static readonly HashSet<string> Added =
    [
        "id",
        "application_id",
        "version",
        "guild_id",
        "default_permission",
        "dm_permission",
        "name_localized",
        "description_localized",
        "handler",
        "contexts",
        "integration_types",
    ];

    public static bool AreSame(JsonElement wanted, JsonElement registered)
    {
        if (registered.ValueKind != JsonValueKind.Array || wanted.GetArrayLength() != registered.GetArrayLength())
            return false;
        var byName = registered.EnumerateArray().ToDictionary(Key);
        return wanted.EnumerateArray().All(command => byName.TryGetValue(Key(command), out var other) && Same(command, other));
    }

    private static (string, int) Key(JsonElement command) =>
        (command.GetProperty("name").GetString()!, command.TryGetProperty("type", out var type) ? type.GetInt32() : 1);

    private static bool Same(JsonElement wanted, JsonElement registered)
    {
        if (IsDefault(wanted) && IsDefault(registered))
            return true;
        if (wanted.ValueKind != registered.ValueKind)
            return IsSameNumber(wanted, registered);
        switch (wanted.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in wanted.EnumerateObject())
                {
                    if (registered.TryGetProperty(property.Name, out var other) ? !Same(property.Value, other) : !IsDefault(property.Value))
                        return false;
                }

                return registered
                    .EnumerateObject()
                    .All(property =>
                        wanted.TryGetProperty(property.Name, out _)
                        || Added.Contains(property.Name)
                        || IsDefault(property.Value, property.Name)
                    );
            case JsonValueKind.Array:
                if (wanted.GetArrayLength() != registered.GetArrayLength())
                    return false;

                // Lists of numbers (contexts, kinds of channels) are sets; options and choices are in an order that people see.
                return IsNumbers(wanted) && IsNumbers(registered)
                    ? wanted
                        .EnumerateArray()
                        .Select(number => number.GetInt64())
                        .Order()
                        .SequenceEqual(registered.EnumerateArray().Select(number => number.GetInt64()).Order())
                    : wanted.EnumerateArray().Zip(registered.EnumerateArray()).All(pair => Same(pair.First, pair.Second));
            default:
                return JsonElement.DeepEquals(wanted, registered);
        }
    }

    // Permissions are sent as a number, and come back as its text.
    private static bool IsSameNumber(JsonElement wanted, JsonElement registered) =>
        wanted.ValueKind == JsonValueKind.Number
        && registered.ValueKind == JsonValueKind.String
        && registered.ValueEquals(wanted.GetRawText());

    private static bool IsDefault(JsonElement element, string name = "") =>
        element.ValueKind switch
        {
            JsonValueKind.Null or JsonValueKind.False => true,
            JsonValueKind.Object => !element.EnumerateObject().Any(),
            JsonValueKind.Array => element.GetArrayLength() == 0,

            // Commands on messages and users have no description, and come back with an empty one.
            JsonValueKind.String => name == "description" && element.ValueEquals(""),
            JsonValueKind.Number => name == "type" && element.GetInt32() == 1,
            _ => false,
        };

    private static bool IsNumbers(JsonElement array) => array.EnumerateArray().All(element => element.ValueKind == JsonValueKind.Number);
}
