namespace AiNewsBot.Discord.Gateway;

/// <summary>The state of a shard.</summary>
/// <param name="Id">Its number.</param>
/// <param name="IsReady">Whether events come in.</param>
/// <param name="Guilds">How many guilds it serves.</param>
/// <param name="LastAck">When its last heartbeat was answered.</param>
public sealed record ShardStatus(int Id, bool IsReady, int Guilds, DateTimeOffset? LastAck);
