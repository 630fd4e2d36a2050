using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AiNewsBot.Discord.Models;

/// <summary>Writes components by hand: every answer is made of them, and writers made at compile time take several times as long for types
/// that derive from one another.</summary>
internal sealed class ComponentConverter : JsonConverter<Component>
{
    private const int LinkStyle = 5;
    private const int ShortStyle = 1;
    private const int ParagraphStyle = 2;

    public override Component Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("components are written, not read");

    public override void Write(Utf8JsonWriter writer, Component value, JsonSerializerOptions options) => Write(writer, value);

    // The numbers are the protocol's types.
    private static void Write(Utf8JsonWriter json, Component component)
    {
        json.WriteStartObject();
        switch (component)
        {
            case Component.Text text:
                json.WriteNumber("type"u8, 10);
                json.WriteString("content"u8, text.Content);
                break;
            case Component.Container container:
                json.WriteNumber("type"u8, 17);
                if (container.AccentColor is { } color)
                    json.WriteNumber("accent_color"u8, color);
                WriteAll(json, container.Children);
                break;
            case Component.Row row:
                json.WriteNumber("type"u8, 1);
                WriteAll(json, row.Children);
                break;
            case Component.Separator separator:
                json.WriteNumber("type"u8, 14);
                json.WriteBoolean("divider"u8, separator.IsLine);
                break;
            case Component.Section section:
                json.WriteNumber("type"u8, 9);
                WriteAll(json, section.Texts);
                json.WritePropertyName("accessory"u8);
                Write(json, section.Accessory);
                break;
            case Component.Thumbnail thumbnail:
                json.WriteNumber("type"u8, 11);
                WritePicture(json, thumbnail.Url, thumbnail.Description);
                break;
            case Component.Gallery gallery:
                json.WriteNumber("type"u8, 12);
                Write(json, gallery.Pictures);
                break;
            case Component.File file:
                json.WriteNumber("type"u8, 13);
                WriteAddress(json, "file"u8, file.Url);
                break;
            case Component.Button button:
                json.WriteNumber("type"u8, 2);
                Write(json, button);
                break;
            case Component.Select select:
                Write(json, select);
                break;
            case Component.TextInput input:
                json.WriteNumber("type"u8, 4);
                Write(json, input);
                break;
            case Component.Field field:
                json.WriteNumber("type"u8, 18);
                json.WriteString("label"u8, field.Title);
                WriteGiven(json, "description"u8, field.Description);
                json.WritePropertyName("component"u8);
                Write(json, field.Control);
                break;
            case Component.RadioGroup group:
                json.WriteNumber("type"u8, 21);
                json.WriteString("custom_id"u8, group.CustomId);
                json.WriteBoolean("required"u8, !group.IsOptional);
                Write(json, group.Options);
                break;
            case Component.FileUpload upload:
                json.WriteNumber("type"u8, 19);
                json.WriteString("custom_id"u8, upload.CustomId);
                json.WriteNumber("min_values"u8, upload.IsOptional ? 0 : 1);
                json.WriteBoolean("required"u8, !upload.IsOptional);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(component), component.GetType().Name, "no such component");
        }

        json.WriteEndObject();
    }

    private static void WriteAll<T>(Utf8JsonWriter json, ImmutableArray<T> components)
        where T : Component
    {
        json.WriteStartArray("components"u8);
        foreach (var component in components)
            Write(json, component);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, ImmutableArray<Component.Picture> pictures)
    {
        json.WriteStartArray("items"u8);
        foreach (var picture in pictures)
        {
            json.WriteStartObject();
            WritePicture(json, picture.Url, picture.Description);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Component.Button button)
    {
        json.WriteNumber("style"u8, button.Url is null ? (int)button.Style : LinkStyle);
        json.WriteString("label"u8, button.Label);
        WriteGiven(json, "custom_id"u8, button.CustomId);
        WriteGiven(json, "url"u8, button.Url);
        if (button.IsDisabled)
            json.WriteBoolean("disabled"u8, true);
    }

    private static void Write(Utf8JsonWriter json, Component.TextInput input)
    {
        json.WriteString("custom_id"u8, input.CustomId);
        json.WriteNumber("style"u8, input.IsParagraph ? ParagraphStyle : ShortStyle);
        json.WriteBoolean("required"u8, !input.IsOptional);
        WriteGiven(json, "value"u8, input.Value);
        WriteGiven(json, "placeholder"u8, input.Placeholder);
        if (input.MaxLength is { } max)
            json.WriteNumber("max_length"u8, max);
    }

    private static void Write(Utf8JsonWriter json, Component.Select select)
    {
        switch (select)
        {
            case Component.StringSelect texts:
                json.WriteNumber("type"u8, 3);
                Write(json, texts.Options);
                break;
            case Component.RoleSelect roles:
                json.WriteNumber("type"u8, 6);
                WriteDefaults(json, roles.DefaultRoles, "role");
                break;
            case Component.ChannelSelect channels:
                json.WriteNumber("type"u8, 8);
                WriteTypes(json, channels.Types);
                WriteDefaults(json, channels.DefaultChannels, "channel");
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(select), select.GetType().Name, "no such menu");
        }

        json.WriteString("custom_id"u8, select.CustomId);
        WriteGiven(json, "placeholder"u8, select.Placeholder);
        json.WriteNumber("min_values"u8, select.MinValues);
        json.WriteNumber("max_values"u8, select.MaxValues);
        if (select.IsOptional)
            json.WriteBoolean("required"u8, false);
    }

    private static void Write(Utf8JsonWriter json, ImmutableArray<SelectOption> options)
    {
        json.WriteStartArray("options"u8);
        foreach (var option in options)
        {
            json.WriteStartObject();
            json.WriteString("label"u8, option.Label);
            json.WriteString("value"u8, option.Value);
            WriteGiven(json, "description"u8, option.Description);
            if (option.IsDefault)
                json.WriteBoolean("default"u8, true);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteTypes(Utf8JsonWriter json, ImmutableArray<ChannelType> types)
    {
        if (types.IsEmpty)
            return;
        json.WriteStartArray("channel_types"u8);
        foreach (var type in types)
            json.WriteNumberValue((int)type);
        json.WriteEndArray();
    }

    // What a menu shows as chosen.
    private static void WriteDefaults(Utf8JsonWriter json, ImmutableArray<Snowflake> ids, string type)
    {
        if (ids.IsEmpty)
            return;
        json.WriteStartArray("default_values"u8);
        foreach (var id in ids)
        {
            json.WriteStartObject();
            json.WriteString("id"u8, id.ToString());
            json.WriteString("type"u8, type);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WritePicture(Utf8JsonWriter json, string url, string description)
    {
        WriteAddress(json, "media"u8, url);
        json.WriteString("description"u8, description);
    }

    private static void WriteAddress(Utf8JsonWriter json, ReadOnlySpan<byte> name, string url)
    {
        json.WriteStartObject(name);
        json.WriteString("url"u8, url);
        json.WriteEndObject();
    }

    private static void WriteGiven(Utf8JsonWriter json, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }
}
