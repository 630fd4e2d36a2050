namespace AiNewsBot.Discord.Models;

/// <summary>A webhook of a channel.</summary>
public sealed record Webhook
{
    /// <summary>Its id, under which its messages are written.</summary>
    public required Snowflake Id { get; init; }

    /// <summary>The channel that it posts in, and in whose threads; null where Discord does not say.</summary>
    public Snowflake? ChannelId { get; init; }

    /// <summary>The application that made it; null where a person did.</summary>
    public Snowflake? ApplicationId { get; init; }

    /// <summary>By which it is used; null where it is not the asker's to use.</summary>
    public string? Token { get; init; }
}
