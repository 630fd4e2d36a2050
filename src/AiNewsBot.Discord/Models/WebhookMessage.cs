namespace AiNewsBot.Discord.Models;

/// <summary>A message by a webhook.</summary>
/// <param name="Message">What it shows; a nonce in it is left out, since webhooks know none.</param>
public sealed record WebhookMessage(OutgoingMessage Message)
{
    /// <summary>The name that it is posted under, at most 80 characters; null for the webhook's own.</summary>
    public string? Name { get; init; }

    /// <summary>The address of the picture beside that name; null for the webhook's own.</summary>
    public string? Picture { get; init; }

    /// <summary>The thread of the webhook's channel that it is posted in; null for the channel itself.</summary>
    public Snowflake? Thread { get; init; }

    /// <summary>In a forum, the title of the thread that it begins; null where it begins none.</summary>
    public string? Title { get; init; }

    /// <summary>Tags of that thread, at most five.</summary>
    public IReadOnlyList<Snowflake> Tags { get; init; } = [];
}
