using System.Text.Json;
using System.Text.Json.Serialization;

namespace AiNewsBot.Discord.Channels;

/// <summary>Reads channels from JSON.</summary>
internal static class ChannelReader
{
    private const int RequiresTag = 1 << 4;

    /// <exception cref="JsonException">It is none.</exception>
    public static Channel Read(ReadOnlySpan<byte> json)
    {
        var payload = JsonSerializer.Deserialize(json, ChannelJson.Default.ChannelPayload) ?? throw new JsonException("a channel is an object");
        return new Channel
        {
            Id = payload.Id,
            Type = (ChannelType)payload.Type,
            GuildId = payload.GuildId,
            ParentId = payload.ParentId,
            Name = payload.Name ?? "",
            RequiresTag = (payload.Flags & RequiresTag) != 0,
            Tags = [.. payload.AvailableTags ?? []],
        };
    }
}

/// <summary>A channel as Discord writes it.</summary>
internal sealed record ChannelPayload(Snowflake Id, int Type, Snowflake? GuildId, Snowflake? ParentId, string? Name, int Flags, ForumTag[]? AvailableTags);

/// <summary>Readers made at compile time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ChannelPayload))]
internal sealed partial class ChannelJson : JsonSerializerContext;
