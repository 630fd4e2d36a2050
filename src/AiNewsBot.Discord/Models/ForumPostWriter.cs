using System.Text.Json;

namespace AiNewsBot.Discord.Models;

/// <summary>The first message of a forum's thread, with the thread around it.</summary>
internal static class ForumPostWriter
{
    public static void Write(Utf8JsonWriter json, (string Name, OutgoingMessage Message, IReadOnlyList<Snowflake> Tags) post)
    {
        json.WriteStartObject();
        json.WriteString("name", post.Name);
        if (post.Tags.Count > 0)
        {
            json.WriteStartArray("applied_tags");
            foreach (var tag in post.Tags)
                json.WriteStringValue(tag.ToString());
            json.WriteEndArray();
        }

        json.WritePropertyName("message");
        MessageWriter.Write(json, post.Message with { Nonce = null });
        json.WriteEndObject();
    }
}
