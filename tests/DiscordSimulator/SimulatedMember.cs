namespace DiscordSimulator;

/// <summary>Who a user is, and where: by default a user with every permission in the first guild, in which the bot is installed.</summary>
public sealed record SimulatedMember
{
    /// <summary>Id of the user.</summary>
    public string User { get; init; } = "300000000000000001";

    /// <summary>The guild; null for direct messages with the bot.</summary>
    public string? Guild { get; init; } = IdGenerator.FirstGuild;

    /// <summary>Whether the bot was added to the guild; otherwise the user brought it along.</summary>
    public bool IsInstalled { get; init; } = true;

    /// <summary>Ids of the user's roles.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>What they may do, as a bit set.</summary>
    public ulong Permissions { get; init; } = 2147483647;

    /// <summary>Files that they have at hand, by id: name, address and size.</summary>
    public IReadOnlyDictionary<string, (string Name, string Url, long Size)> Files { get; init; } =
        new Dictionary<string, (string, string, long)>();

    /// <summary>Roles that they can choose, by id: name and whether all may mention them.</summary>
    public IReadOnlyDictionary<string, (string Name, bool IsMentionable)> NamedRoles { get; init; } =
        new Dictionary<string, (string, bool)>();

    /// <summary>Threads among the channels that are archived, and whether they are locked, too.</summary>
    public IReadOnlyDictionary<string, bool> ArchivedThreads { get; init; } = new Dictionary<string, bool>();

    /// <summary>Channels that they can choose, by id: name, type and what the bot may do there.</summary>
    public IReadOnlyDictionary<string, (string Name, int Type, ulong AppPermissions)> Channels { get; init; } =
        new Dictionary<string, (string, int, ulong)>();

    /// <summary>The language in which they use Discord.</summary>
    public string Locale { get; init; } = "en-GB";
}
