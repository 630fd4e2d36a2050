using System.Text.Json;
using System.Text.Json.Serialization;

namespace AiNewsBot.Discord.Models;

/// <summary>Reads channels from JSON.</summary>
internal static class ChannelReader
{
    private const int RequiresTag = 1 << 4;

    /// <exception cref="JsonException">The JSON is not of this form.</exception>
    public static Channel Read(ReadOnlySpan<byte> json) =>
        FromPayload(
            JsonSerializer.Deserialize(json, ChannelJson.Default.ChannelPayload) ?? throw new JsonException("a channel is an object")
        );

    /// <summary>The threads of a list.</summary>
    /// <exception cref="JsonException">The JSON is not of this form.</exception>
    public static IReadOnlyList<Channel> ReadThreads(ReadOnlySpan<byte> json) =>
        [
            .. (
                JsonSerializer.Deserialize(json, ChannelJson.Default.ThreadList)?.Threads
                ?? throw new JsonException("a list of threads has threads")
            ).Select(FromPayload),
        ];

    private static Channel FromPayload(ChannelPayload payload) =>
        new()
        {
            Id = payload.Id,
            Type = (ChannelType)payload.Type,
            GuildId = payload.GuildId,
            ParentId = payload.ParentId,
            Name = payload.Name ?? "",
            LastMessageId = payload.LastMessageId,
            IsArchived = payload.ThreadMetadata?.Archived ?? false,
            IsLocked = payload.ThreadMetadata?.Locked ?? false,
            Overwrites = [.. payload.PermissionOverwrites ?? []],
            IsAgeRestricted = payload.Nsfw,
            RequiresTag = (payload.Flags & RequiresTag) != 0,
            Tags = [.. payload.AvailableTags ?? []],
        };
}

/// <summary>A channel as Discord writes it.</summary>
internal sealed record ChannelPayload(
    Snowflake Id,
    int Type,
    Snowflake? GuildId,
    Snowflake? ParentId,
    string? Name,
    int Flags,
    bool Nsfw,
    ForumTag[]? AvailableTags,
    Snowflake? LastMessageId,
    ThreadMetadata? ThreadMetadata,
    PermissionOverwrite[]? PermissionOverwrites
);

/// <summary>What is said of a thread alone.</summary>
internal sealed record ThreadMetadata(bool Archived, bool Locked);

/// <summary>Threads as Discord lists them.</summary>
internal sealed record ThreadList(ChannelPayload[]? Threads);

/// <summary>Readers made at compile time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ChannelPayload))]
[JsonSerializable(typeof(ThreadList))]
internal sealed partial class ChannelJson : JsonSerializerContext;
