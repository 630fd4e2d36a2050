using System.Globalization;
using System.Text.Json;

namespace AiNewsBot.Discord.Gateway;

/// <summary>Picks what is used out of events' bodies, and skips the rest.</summary>
internal static class EventReader
{
    /// <summary>The session of a READY, and the guilds that it names.</summary>
    public static (string SessionId, Uri ResumeUrl, IReadOnlyList<ulong> Guilds) ReadReady(ReadOnlySpan<byte> data)
    {
        string? session = null;
        Uri? resume = null;
        var guilds = new List<ulong>();
        var reader = new Utf8JsonReader(data);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("session_id"u8))
            {
                reader.Read();
                session = reader.GetString();
            }
            else if (reader.ValueTextEquals("resume_gateway_url"u8))
            {
                reader.Read();
                resume = new Uri(reader.GetString()!);
            }
            else if (reader.ValueTextEquals("guilds"u8))
            {
                reader.Read();
                while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
                    guilds.Add(ReadGuild(ref reader).Id);
            }
            else
            {
                reader.Skip();
            }
        }

        return session is null || resume is null ? throw new JsonException("READY without a session") : (session, resume, guilds);
    }

    /// <summary>The id of a guild, and whether it is only unavailable.</summary>
    public static (ulong Id, bool IsUnavailable) ReadGuild(ReadOnlySpan<byte> data)
    {
        var reader = new Utf8JsonReader(data);
        reader.Read();
        return ReadGuild(ref reader);
    }

    /// <summary>The guild that an event belongs to; null where it names none, as in direct messages.</summary>
    public static ulong? ReadGuildId(ReadOnlySpan<byte> data)
    {
        var reader = new Utf8JsonReader(data);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isGuild = reader.ValueTextEquals("guild_id"u8);
            reader.Read();
            if (isGuild)
                return
                    reader.TokenType == JsonTokenType.String
                    && ulong.TryParse(reader.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                    ? id
                    : null;
            reader.Skip();
        }

        return null;
    }

    /// <summary>The interval of a HELLO.</summary>
    public static TimeSpan ReadHeartbeatInterval(ReadOnlySpan<byte> data)
    {
        var reader = new Utf8JsonReader(data);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isInterval = reader.ValueTextEquals("heartbeat_interval"u8);
            reader.Read();
            if (isInterval)
                return TimeSpan.FromMilliseconds(reader.GetInt32());
            reader.Skip();
        }

        throw new JsonException("HELLO without an interval");
    }

    private static (ulong Id, bool IsUnavailable) ReadGuild(ref Utf8JsonReader reader)
    {
        ulong id = 0;
        var isUnavailable = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("id"u8))
            {
                reader.Read();
                id = ulong.Parse(reader.GetString()!, NumberStyles.None, CultureInfo.InvariantCulture);
            }
            else if (reader.ValueTextEquals("unavailable"u8))
            {
                reader.Read();
                isUnavailable = reader.TokenType == JsonTokenType.True;
            }
            else
            {
                reader.Skip();
            }
        }

        return (id, isUnavailable);
    }
}
