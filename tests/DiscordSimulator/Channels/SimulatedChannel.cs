namespace DiscordSimulator.Channels;

/// <summary>A channel or thread of the fake Discord.</summary>
public sealed class SimulatedChannel
{
    internal readonly Lock Lock = new();
    internal readonly List<SimulatedMessage> Held = [];

    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Its type, by the protocol's number.</summary>
    public int Type { get; init; }

    /// <summary>Its guild.</summary>
    public string Guild { get; init; } = IdGenerator.FirstGuild;

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "channel";

    /// <summary>Whether only those of age see it.</summary>
    public bool IsAgeRestricted { get; set; }

    /// <summary>The forum of a thread.</summary>
    public string? Parent { get; init; }

    /// <summary>Tags of a forum, by id.</summary>
    public Dictionary<string, string> Tags { get; init; } = [];

    /// <summary>Whether posts of a forum must carry a tag.</summary>
    public bool RequiresTag { get; set; }

    /// <summary>What requests to it are refused with; null for nothing.</summary>
    public (int Status, int Code)? Refusal { get; set; }

    /// <summary>Whether it is an archived thread.</summary>
    public bool IsArchived { get; set; }

    /// <summary>Whether it is a thread that only moderators write in and open again.</summary>
    public bool IsLocked { get; set; }

    /// <summary>Whether the bot sees no message of it.</summary>
    public bool HidesHistory { get; set; }

    /// <summary>What the server's AutoMod refuses.</summary>
    public string? ForbiddenText { get; set; }

    /// <summary>Its messages, oldest first.</summary>
    public IReadOnlyList<SimulatedMessage> Messages
    {
        get
        {
            lock (Lock)
                return [.. Held];
        }
    }
}
