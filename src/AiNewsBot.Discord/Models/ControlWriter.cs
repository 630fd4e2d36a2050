using System.Text.Json;

namespace AiNewsBot.Discord.Models;

/// <summary>Buttons, menus and inputs as the inside of a JSON object.</summary>
internal static class ControlWriter
{
    public static void Write(Utf8JsonWriter json, Component.Button button)
    {
        const int linkStyle = 5;
        json.WriteNumber("type", 2);
        json.WriteNumber("style", button.Url is null ? (int)button.Style : linkStyle);
        json.WriteString("label", button.Label);
        if (button.Url is null)
            json.WriteString("custom_id", button.CustomId);
        else
            json.WriteString("url", button.Url);
        if (button.IsDisabled)
            json.WriteBoolean("disabled", true);
    }

    public static void Write(Utf8JsonWriter json, Component.TextInput input)
    {
        json.WriteNumber("type", 4);
        json.WriteString("custom_id", input.CustomId);
        json.WriteNumber("style", input.IsParagraph ? 2 : 1);
        json.WriteBoolean("required", !input.IsOptional);
        if (input.Value is not null)
            json.WriteString("value", input.Value);
        if (input.Placeholder is not null)
            json.WriteString("placeholder", input.Placeholder);
        if (input.MaxLength is { } longest)
            json.WriteNumber("max_length", longest);
    }

    public static void Write(Utf8JsonWriter json, Component.Select select)
    {
        json.WriteNumber(
            "type",
            select switch
            {
                Component.StringSelect => 3,
                Component.RoleSelect => 6,
                _ => 8,
            }
        );
        json.WriteString("custom_id", select.CustomId);
        if (select.Placeholder is not null)
            json.WriteString("placeholder", select.Placeholder);
        json.WriteNumber("min_values", select.MinValues);
        json.WriteNumber("max_values", select.MaxValues);
        if (select.IsOptional)
            json.WriteBoolean("required", false);
        switch (select)
        {
            case Component.StringSelect texts:
                WriteOptions(json, texts);
                break;
            case Component.RoleSelect roles:
                WriteChosen(json, "role", roles.DefaultRoles);
                break;
            case Component.ChannelSelect channels:
                WriteTypes(json, channels);
                WriteChosen(json, "channel", channels.DefaultChannels);
                break;
        }
    }

    private static void WriteOptions(Utf8JsonWriter json, Component.StringSelect select)
    {
        json.WriteStartArray("options");
        foreach (var option in select.Options)
        {
            json.WriteStartObject();
            json.WriteString("label", option.Label);
            json.WriteString("value", option.Value);
            if (option.Description is not null)
                json.WriteString("description", option.Description);
            if (option.IsDefault)
                json.WriteBoolean("default", true);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteTypes(Utf8JsonWriter json, Component.ChannelSelect select)
    {
        if (select.Types.IsEmpty)
            return;
        json.WriteStartArray("channel_types");
        foreach (var type in select.Types)
            json.WriteNumberValue((int)type);
        json.WriteEndArray();
    }

    private static void WriteChosen(Utf8JsonWriter json, string type, IReadOnlyCollection<Snowflake> chosen)
    {
        if (chosen.Count == 0)
            return;
        json.WriteStartArray("default_values");
        foreach (var id in chosen)
        {
            json.WriteStartObject();
            json.WriteString("id", id.ToString());
            json.WriteString("type", type);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
