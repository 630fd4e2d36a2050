using System.Text.Json;

namespace DiscordSimulator.Channels;

/// <summary>A message that the bot posted.</summary>
public sealed class SimulatedMessage
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Its channel or thread.</summary>
    public required string Channel { get; init; }

    /// <summary>Title of the forum's thread that it began.</summary>
    public string? Title { get; init; }

    /// <summary>Tags of that thread.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The nonce that it was posted under.</summary>
    public string? Nonce { get; init; }

    /// <summary>The webhook that posted it; null for the bot itself.</summary>
    public string? Webhook { get; init; }

    /// <summary>The name and the picture that it was posted under; null for the webhook's or the bot's own.</summary>
    public (string? Name, string? Picture) Sender { get; init; }

    /// <summary>When it was posted, by the simulator's clock.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Its body as it was sent, or edited last.</summary>
    public required JsonElement Body { get; set; }

    /// <summary>How often it was edited.</summary>
    public int Edits { get; set; }

    /// <summary>Whether it was published.</summary>
    public bool IsPublished { get; set; }

    /// <summary>All its texts.</summary>
    public string Text => string.Join('\n', TextsOf(Body));

    /// <summary>Ids of its buttons.</summary>
    public IReadOnlyList<string> ButtonIds => [.. ValuesOf(Body, "custom_id")];

    /// <summary>Roles that it may ping.</summary>
    public IReadOnlyList<string> Pings =>
        Body.GetProperty("allowed_mentions").TryGetProperty("roles", out var roles)
            ? [.. roles.EnumerateArray().Select(role => role.GetString()!)]
            : [];

    private static IEnumerable<string> TextsOf(JsonElement element) => ValuesOf(element, "content");

    private static IEnumerable<string> ValuesOf(JsonElement element, string name) =>
        element.ValueKind switch
        {
            JsonValueKind.Array => element.EnumerateArray().SelectMany(child => ValuesOf(child, name)),
            JsonValueKind.Object => element
                .EnumerateObject()
                .SelectMany(property =>
                    property.Name == name && property.Value.ValueKind == JsonValueKind.String
                        ? [property.Value.GetString()!]
                        : ValuesOf(property.Value, name)
                ),
            _ => [],
        };
}
