using System.Text.Json;

namespace AiNewsBot.Discord.Gateway;

/// <summary>The envelope of a payload: read without reading its body, which most events do not need.</summary>
internal readonly ref struct GatewayFrame
{
    public int Op { get; private init; }

    /// <summary>The sequence number; null for what is no event.</summary>
    public long? Sequence { get; private init; }

    /// <summary>The event's name; null for what is no event.</summary>
    public string? Event { get; private init; }

    /// <summary>The body, as JSON.</summary>
    public ReadOnlySpan<byte> Data { get; private init; }

    /// <exception cref="JsonException">It is no payload.</exception>
    public static GatewayFrame Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        int op = -1;
        long? sequence = null;
        string? name = null;
        ReadOnlySpan<byte> data = default;
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("a payload is an object");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("op"u8))
            {
                reader.Read();
                op = reader.GetInt32();
            }
            else if (reader.ValueTextEquals("s"u8))
            {
                reader.Read();
                sequence = reader.TokenType == JsonTokenType.Number ? reader.GetInt64() : null;
            }
            else if (reader.ValueTextEquals("t"u8))
            {
                reader.Read();
                name = ReadEventName(ref reader);
            }
            else if (reader.ValueTextEquals("d"u8))
            {
                reader.Read();
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                data = json[start..(int)reader.BytesConsumed];
            }
            else
            {
                reader.Skip();
            }
        }

        return new GatewayFrame
        {
            Op = op,
            Sequence = sequence,
            Event = name,
            Data = data,
        };
    }

    // The names in use are constants, so that a busy gateway allocates none.
    private static string? ReadEventName(ref Utf8JsonReader reader) =>
        reader.TokenType != JsonTokenType.String ? null
        : reader.ValueTextEquals("INTERACTION_CREATE"u8) ? EventName.InteractionCreate
        : reader.ValueTextEquals("GUILD_CREATE"u8) ? EventName.GuildCreate
        : reader.ValueTextEquals("GUILD_DELETE"u8) ? EventName.GuildDelete
        : reader.ValueTextEquals("GUILD_UPDATE"u8) ? EventName.GuildUpdate
        : IsPartOfGuild(ref reader) ? EventName.PartOfGuild
        : reader.ValueTextEquals("READY"u8) ? EventName.Ready
        : reader.ValueTextEquals("RESUMED"u8) ? EventName.Resumed
        : "";

    // What may let the bot in where it was not. Discord sends changes of the bot's own membership without the intent for members.
    private static bool IsPartOfGuild(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("CHANNEL_CREATE"u8)
        || reader.ValueTextEquals("CHANNEL_UPDATE"u8)
        || reader.ValueTextEquals("THREAD_CREATE"u8)
        || reader.ValueTextEquals("THREAD_UPDATE"u8)
        || reader.ValueTextEquals("THREAD_LIST_SYNC"u8)
        || reader.ValueTextEquals("GUILD_ROLE_CREATE"u8)
        || reader.ValueTextEquals("GUILD_ROLE_UPDATE"u8)
        || reader.ValueTextEquals("GUILD_ROLE_DELETE"u8)
        || reader.ValueTextEquals("GUILD_MEMBER_UPDATE"u8);
}
