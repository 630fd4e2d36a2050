namespace AiNewsBot.Discord.Models;

/// <summary>A channel that an option names.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Type">What it is.</param>
/// <param name="Name">Its name.</param>
/// <param name="AppPermissions">What the bot may do there, as Discord's bit set; null where Discord does not say.</param>
public sealed record ResolvedChannel(Snowflake Id, ChannelType Type, string Name, ulong? AppPermissions)
{
    /// <summary>Whether it is a thread that was closed for want of messages; the next one opens it again, unless it is locked.</summary>
    public bool IsArchived { get; init; }

    /// <summary>Whether it is a thread in which only those may write who manage threads.</summary>
    public bool IsLocked { get; init; }
}
