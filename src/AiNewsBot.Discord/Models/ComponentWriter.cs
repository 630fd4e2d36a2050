using System.Text.Json;

namespace AiNewsBot.Discord.Models;

/// <summary>Components as JSON; the numbers are the protocol's types.</summary>
internal static class ComponentWriter
{
    public static void Write(Utf8JsonWriter json, string name, IEnumerable<Component> components)
    {
        json.WriteStartArray(name);
        foreach (var component in components)
            Write(json, component);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Component component)
    {
        json.WriteStartObject();
        switch (component)
        {
            case Component.Row row:
                json.WriteNumber("type", 1);
                Write(json, "components", row.Children);
                break;
            case Component.Button or Component.Select or Component.TextInput or Component.Field:
                WriteControl(json, component);
                break;
            case Component.Section section:
                json.WriteNumber("type", 9);
                Write(json, "components", section.Texts);
                json.WritePropertyName("accessory");
                Write(json, section.Accessory);
                break;
            case Component.Text text:
                json.WriteNumber("type", 10);
                json.WriteString("content", text.Content);
                break;
            case Component.Thumbnail thumbnail:
                json.WriteNumber("type", 11);
                WriteMedia(json, "media", thumbnail.Url);
                json.WriteString("description", thumbnail.Description);
                break;
            case Component.Gallery gallery:
                json.WriteNumber("type", 12);
                Write(json, "items", gallery.Pictures);
                break;
            case Component.Picture picture:
                WriteMedia(json, "media", picture.Url);
                json.WriteString("description", picture.Description);
                break;
            case Component.File file:
                json.WriteNumber("type", 13);
                WriteMedia(json, "file", file.Url);
                break;
            case Component.Separator separator:
                json.WriteNumber("type", 14);
                json.WriteBoolean("divider", separator.IsLine);
                break;
            case Component.Container container:
                json.WriteNumber("type", 17);
                if (container.AccentColor is { } colour)
                    json.WriteNumber("accent_color", colour);
                Write(json, "components", container.Children);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(component), component.GetType().Name, "no such component");
        }

        json.WriteEndObject();
    }

    private static void WriteControl(Utf8JsonWriter json, Component control)
    {
        switch (control)
        {
            case Component.Button button:
                ControlWriter.Write(json, button);
                break;
            case Component.Select select:
                ControlWriter.Write(json, select);
                break;
            case Component.TextInput input:
                ControlWriter.Write(json, input);
                break;
            case Component.Field field:
                json.WriteNumber("type", 18);
                json.WriteString("label", field.Title);
                if (field.Description is not null)
                    json.WriteString("description", field.Description);
                json.WritePropertyName("component");
                Write(json, field.Control);
                break;
        }
    }

    private static void WriteMedia(Utf8JsonWriter json, string name, string url)
    {
        json.WriteStartObject(name);
        json.WriteString("url", url);
        json.WriteEndObject();
    }
}
