namespace AiNewsBot.Discord.Gateway;

/// <summary>Close codes of the gateway, and what they ask for.</summary>
internal static class CloseCode
{
    /// <summary>Ends the session: the bot goes offline.</summary>
    public const int Normal = 1000;

    /// <summary>Leaves the session to be resumed.</summary>
    public const int Resumable = 4000;

    public const int RateLimited = 4008;

    /// <summary>Why Discord will not have this bot; null where another attempt makes sense.</summary>
    public static string? GetRefusal(int? code) =>
        code switch
        {
            4004 => "Discord refuses the token: copy it again from the Bot page of the developer portal",
            4010 => "Discord refuses the shard: its number lies outside the count (check Discord:ShardCount)",
            4011 => "Discord demands more shards: set Discord:ShardCount to auto",
            4012 => "Discord refuses this version of its gateway: update the program",
            4013 => "Discord refuses the intents as invalid: update the program",
            4014 => "Discord refuses the intents: enable them on the Bot page of the developer portal",
            _ => null,
        };

    /// <summary>Whether the session is lost. 1001 ends it only when we say it: from the other side it is a server that restarts.</summary>
    public static bool EndsSession(int? code) => code is 4007 or 4009 or Normal;
}
