using AiNewsBot.Discord.Models;

namespace AiNewsBot.Discord.Rest;

/// <summary>A request before it is sent; it can be sent more than once.</summary>
internal sealed record RestRequest(Route Route)
{
    /// <summary>JSON; null for none.</summary>
    public byte[]? Body { get; init; }

    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    /// <summary>Whether a POST may be sent again after an unclear answer, because it carries an enforced nonce.</summary>
    public bool IsRepeatable { get; init; }

    /// <summary>Whether it belongs to an interaction: its token is in the path, and
    /// Discord's limit over all requests does not count it.</summary>
    public bool IsInteraction { get; init; }

    /// <summary>Whether a webhook's token is in the path: it goes without the bot's, and a refusal says nothing of that.</summary>
    public bool IsByWebhook { get; init; }

    /// <summary>Whether it keeps away from the connections of HTTP/2, which many requests share: one may be dead, and not be known
    /// to be.</summary>
    public bool AvoidsShared { get; init; }
}
