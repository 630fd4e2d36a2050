using System.Globalization;
using System.Text.Json;

namespace AiNewsBot.Discord.Models;

/// <summary>Messages as JSON, written by hand: their shapes are few, and nothing is sent that is not wanted.</summary>
internal static class MessageWriter
{
    private const int Ephemeral = 1 << 6;
    private const int ComponentsV2 = 1 << 15;

    public static void Write(Utf8JsonWriter json, OutgoingMessage message)
    {
        json.WriteStartObject();
        json.WriteNumber(
            "flags",
            (message.Content is null && !message.Components.IsEmpty ? ComponentsV2 : 0) | (message.IsEphemeral ? Ephemeral : 0)
        );
        if (message.Content is not null)
            json.WriteString("content", message.Content);
        ComponentWriter.Write(json, "components", message.Components);

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

        if (!message.Attachments.IsEmpty || message.ClearsAttachments)
            WriteAttachments(json, message);
        json.WriteEndObject();
    }

    private static void WriteAttachments(Utf8JsonWriter json, OutgoingMessage message)
    {
        json.WriteStartArray("attachments");
        for (var i = 0; i < message.Attachments.Length; i++)
        {
            json.WriteStartObject();
            json.WriteString("id", i.ToString(CultureInfo.InvariantCulture));
            json.WriteString("filename", message.Attachments[i].Name);
            if (message.Attachments[i].Description is { } description)
                json.WriteString("description", description);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
