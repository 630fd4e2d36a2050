using System.Collections.Immutable;

namespace AiNewsBot.Discord.Interactions;

/// <summary>Something that somebody asks of the bot. It wants a first answer within three seconds.</summary>
public sealed record Interaction
{
    /// <summary>Its id.</summary>
    public required Snowflake Id { get; init; }

    /// <summary>The secret by which it is answered; good for 15 minutes once answered.</summary>
    public required string Token { get; init; }

    /// <summary>The bot's application.</summary>
    public required Snowflake ApplicationId { get; init; }

    /// <summary>What was done.</summary>
    public required InteractionKind Kind { get; init; }

    /// <summary>The command's name with its subcommands, separated by spaces; empty for the other kinds.</summary>
    public string Command { get; init; } = "";

    /// <summary>Values of a command's options, as text.</summary>
    public ImmutableDictionary<string, string> Options { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The option that is being typed.</summary>
    public string? Focused { get; init; }

    /// <summary>The id of a button, menu or form; empty for the other kinds.</summary>
    public string CustomId { get; init; } = "";

    /// <summary>What was chosen from a menu.</summary>
    public ImmutableArray<string> Values { get; init; } = [];

    /// <summary>Where it happened; null in direct messages.</summary>
    public Snowflake? GuildId { get; init; }

    /// <summary>The channel.</summary>
    public Snowflake? ChannelId { get; init; }

    /// <summary>Who did it.</summary>
    public Snowflake UserId { get; init; }

    /// <summary>The language of who did it, such as en-US.</summary>
    public string Locale { get; init; } = "en-US";
}
