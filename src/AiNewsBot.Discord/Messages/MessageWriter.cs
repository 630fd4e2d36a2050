using System.Text.Json;

namespace AiNewsBot.Discord.Messages;

/// <summary>Messages as JSON, written by hand: their shapes are few, and nothing is sent that is not wanted.</summary>
internal static class MessageWriter
{
    private const int Ephemeral = 1 << 6;
    private const int ComponentsV2 = 1 << 15;

    public static void Write(Utf8JsonWriter json, OutgoingMessage message)
    {
        json.WriteStartObject();
        json.WriteNumber("flags", ComponentsV2 | (message.IsEphemeral ? Ephemeral : 0));
        WriteComponents(json, message.Components);

        // Sent always: without it everything in the text pings.
        json.WriteStartObject("allowed_mentions");
        json.WriteStartArray("parse");
        json.WriteEndArray();
        if (!message.MentionedRoles.IsEmpty)
        {
            json.WriteStartArray("roles");
            foreach (var role in message.MentionedRoles)
                json.WriteStringValue(role.ToString());
            json.WriteEndArray();
        }

        json.WriteEndObject();
        if (message.Nonce is not null)
        {
            json.WriteString("nonce", message.Nonce);
            json.WriteBoolean("enforce_nonce", true);
        }

        if (!message.Attachments.IsEmpty)
            WriteAttachments(json, message);
        json.WriteEndObject();
    }

    private static void WriteComponents(Utf8JsonWriter json, IEnumerable<Component> components)
    {
        json.WriteStartArray("components");
        foreach (var component in components)
            Write(json, component);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Component component)
    {
        json.WriteStartObject();
        switch (component)
        {
            case Component.Text text:
                json.WriteNumber("type", 10);
                json.WriteString("content", text.Content);
                break;
            case Component.Container container:
                json.WriteNumber("type", 17);
                if (container.AccentColor is { } colour)
                    json.WriteNumber("accent_color", colour);
                WriteComponents(json, container.Children);
                break;
            case Component.Separator separator:
                json.WriteNumber("type", 14);
                json.WriteBoolean("divider", separator.IsLine);
                break;
            case Component.Row row:
                json.WriteNumber("type", 1);
                WriteComponents(json, row.Buttons);
                break;
            case Component.Button button:
                WriteButton(json, button);
                break;
            case Component.Gallery gallery:
                json.WriteNumber("type", 12);
                json.WriteStartArray("items");
                foreach (var picture in gallery.Pictures)
                    Write(json, picture);
                json.WriteEndArray();
                break;
            case Component.Picture picture:
                json.WriteStartObject("media");
                json.WriteString("url", picture.Url);
                json.WriteEndObject();
                json.WriteString("description", picture.Description);
                break;
        }

        json.WriteEndObject();
    }

    private static void WriteButton(Utf8JsonWriter json, Component.Button button)
    {
        const int linkStyle = 5;
        json.WriteNumber("type", 2);
        json.WriteNumber("style", button.Url is null ? (int)button.Style : linkStyle);
        json.WriteString("label", button.Label);
        if (button.Url is null)
            json.WriteString("custom_id", button.CustomId);
        else
            json.WriteString("url", button.Url);
    }

    private static void WriteAttachments(Utf8JsonWriter json, OutgoingMessage message)
    {
        json.WriteStartArray("attachments");
        for (var i = 0; i < message.Attachments.Length; i++)
        {
            json.WriteStartObject();
            json.WriteNumber("id", i);
            json.WriteString("filename", message.Attachments[i].Name);
            if (message.Attachments[i].Description is { } description)
                json.WriteString("description", description);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
