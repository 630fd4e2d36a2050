using System.Globalization;
using System.Text.Json;

namespace DiscordSimulator.Channels;

/// <summary>Channels and messages as Discord writes them.</summary>
internal static class ChannelJson
{
    public static string Threads(IEnumerable<SimulatedChannel> threads) =>
        $$"""{"threads":[{{string.Join(',', threads.Select(From))}}],"members":[],"has_more":false}""";

    public static string From(SimulatedChannel channel) =>
        JsonSerializer.Serialize(
            new Dictionary<string, object?>
            {
                ["id"] = channel.Id,
                ["type"] = channel.Type,
                ["guild_id"] = channel.Type == 1 ? null : channel.Guild,
                ["parent_id"] = channel.Parent,
                ["name"] = channel.Name,
                ["nsfw"] = channel.IsAgeRestricted,
                ["flags"] = channel.RequiresTag ? 16 : 0,
                ["last_message_id"] = channel.Messages is [.., { } last] ? last.Id : null,
                ["available_tags"] = channel.Tags.Select(tag => new
                {
                    id = tag.Key,
                    name = tag.Value,
                    moderated = false,
                }),
                ["permission_overwrites"] = Array.Empty<object>(),
                ["thread_metadata"] = channel.Parent is null ? null : new { archived = channel.IsArchived, locked = channel.IsLocked },
            }
        );

    // No nonce: Discord gives none back on reading.
    public static string From(SimulatedMessage message) =>
        JsonSerializer.Serialize(
            new
            {
                id = message.Id,
                channel_id = message.Channel,
                webhook_id = message.Webhook,
                author = new
                {
                    id = message.Webhook ?? IdGenerator.BotUser,
                    username = message.Sender.Name ?? "AiNewsBot",
                    discriminator = "0",
                    bot = true,
                },
                content = "",
                type = 0,
                timestamp = message.At.ToString("O", CultureInfo.InvariantCulture),
                flags = 32768 | (message.IsPublished ? 1 : 0),
                components = message.Body.GetProperty("components"),
            }
        );
}
