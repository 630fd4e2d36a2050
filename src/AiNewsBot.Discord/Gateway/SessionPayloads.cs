using System.Runtime.InteropServices;
using System.Text.Json;

namespace AiNewsBot.Discord.Gateway;

/// <summary>The payloads that begin or resume a session.</summary>
internal static class SessionPayloads
{
    public static void WriteIdentify(Utf8JsonWriter json, DiscordOptions options, int shard, int shards)
    {
        const string library = "AiNewsBot.Discord";
        json.WriteStartObject();
        json.WriteString("token", options.Token);
        json.WriteNumber("intents", (int)options.Intents);
        json.WriteStartObject("properties");
        json.WriteString(
            "os",
            OperatingSystem.IsWindows() ? "windows"
                : OperatingSystem.IsMacOS() ? "macos"
                : RuntimeInformation.RuntimeIdentifier.Split('-')[0]
        );
        json.WriteString("browser", library);
        json.WriteString("device", library);
        json.WriteEndObject();
        json.WriteStartArray("shard");
        json.WriteNumberValue(shard);
        json.WriteNumberValue(shards);
        json.WriteEndArray();
        if (options.Presence is not null)
            WritePresence(json, options.Presence);
        json.WriteEndObject();
    }

    public static void WriteResume(Utf8JsonWriter json, DiscordOptions options, string session, long sequence)
    {
        json.WriteStartObject();
        json.WriteString("token", options.Token);
        json.WriteString("session_id", session);
        json.WriteNumber("seq", sequence);
        json.WriteEndObject();
    }

    private static void WritePresence(Utf8JsonWriter json, string text)
    {
        const int custom = 4;
        json.WriteStartObject("presence");
        json.WriteNull("since");
        json.WriteStartArray("activities");
        json.WriteStartObject();
        json.WriteString("name", "Custom Status");
        json.WriteNumber("type", custom);
        json.WriteString("state", text);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteString("status", "online");
        json.WriteBoolean("afk", false);
        json.WriteEndObject();
    }
}
