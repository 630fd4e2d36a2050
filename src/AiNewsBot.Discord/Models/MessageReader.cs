using System.Text.Json;

namespace AiNewsBot.Discord.Models;

/// <summary>Reads messages from JSON.</summary>
internal static class MessageReader
{
    private const int Crossposted = 1 << 0;

    /// <exception cref="JsonException">The JSON is not of this form.</exception>
    public static Message Read(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        return Read(document.RootElement);
    }

    /// <exception cref="JsonException">It is no array of messages.</exception>
    public static IReadOnlyList<Message> ReadAll(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.ValueKind == JsonValueKind.Array
            ? [.. document.RootElement.EnumerateArray().Select(Read)]
            : throw new JsonException("messages are an array");
    }

    private static Message Read(JsonElement message) =>
        message.ValueKind != JsonValueKind.Object || !message.TryGetProperty("id", out var id)
            ? throw new JsonException("a message has an id")
            : new Message
            {
                Id = new Snowflake(id),
                ChannelId = message.TryGetProperty("channel_id", out var channel) ? new Snowflake(channel) : default,
                AuthorId =
                    message.TryGetProperty("author", out var author) && author.TryGetProperty("id", out var writer)
                        ? new Snowflake(writer)
                        : default,
                Content = message.TryGetProperty("content", out var content) ? content.GetString() ?? "" : "",
                CustomIds = message.TryGetProperty("components", out var components) ? [.. CustomIdsOf(components)] : [],
                IsCrossposted = message.TryGetProperty("flags", out var flags) && (flags.GetInt64() & Crossposted) != 0,
            };

    // Components nest in several ways: under any property, their custom_id is a text.
    private static IEnumerable<string> CustomIdsOf(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Array => element.EnumerateArray().SelectMany(CustomIdsOf),
            JsonValueKind.Object => element
                .EnumerateObject()
                .SelectMany(property =>
                    property is { Name: "custom_id", Value.ValueKind: JsonValueKind.String }
                        ? [property.Value.GetString()!]
                        : CustomIdsOf(property.Value)
                ),
            _ => [],
        };
}
