namespace AiNewsBot.Discord.Rest;

/// <summary>What a refusal means to the one who asked for something.</summary>
public enum DiscordErrorKind
{
    /// <summary>Discord has a bad moment; later it may work.</summary>
    Unavailable,

    /// <summary>What was asked for is no longer there: channel, guild, message, webhook or interaction.</summary>
    Gone,

    /// <summary>The bot may not.</summary>
    Forbidden,

    /// <summary>The token is bad: nothing will work.</summary>
    Unauthorized,

    /// <summary>The interaction was answered before.</summary>
    AlreadyAnswered,

    /// <summary>Too much, too fast.</summary>
    RateLimited,

    /// <summary>The request was wrong: a fault of this program.</summary>
    BadRequest,
}
