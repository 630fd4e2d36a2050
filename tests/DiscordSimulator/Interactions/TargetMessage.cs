namespace DiscordSimulator.Interactions;

/// <summary>The message of a command of its menu, by its id.</summary>
internal static class TargetMessage
{
    public static Dictionary<string, object> Create(string id, string content, string? embed, string? forwarded)
    {
        var author = new
        {
            id = "300000000000000002",
            username = "other",
            discriminator = "0",
            avatar = (string?)null,
            global_name = "Other",
        };
        return new Dictionary<string, object>
        {
            [id] = new
            {
                id,
                channel_id = "200000000000000001",
                content,
                author,
                type = 0,
                timestamp = "2026-01-01T00:00:00+00:00",
                components = Array.Empty<object>(),
                embeds = Embeds(embed),
                message_snapshots = Snapshots(forwarded),
            },
        };
    }

    private static object[] Embeds(string? description) =>
        description is null
            ? []
            :
            [
                new
                {
                    title = "An embed",
                    type = "rich",
                    description,
                },
            ];

    private static object[] Snapshots(string? content) =>
        content is null
            ? []
            :
            [
                new
                {
                    message = new
                    {
                        content,
                        type = 0,
                        timestamp = "2026-01-01T00:00:00+00:00",
                        embeds = Array.Empty<object>(),
                        components = Array.Empty<object>(),
                    },
                },
            ];
}
