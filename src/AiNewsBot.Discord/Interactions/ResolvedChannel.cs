using AiNewsBot.Discord.Channels;

namespace AiNewsBot.Discord.Interactions;

/// <summary>A channel that an option names.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Type">What it is.</param>
/// <param name="Name">Its name.</param>
/// <param name="AppPermissions">What the bot may do there, as Discord's bit set; null where Discord does not say.</param>
public sealed record ResolvedChannel(Snowflake Id, ChannelType Type, string Name, ulong? AppPermissions);
