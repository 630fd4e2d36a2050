namespace AiNewsBot.Chat;

/// <summary>One part of the connection.</summary>
/// <param name="Id">Its number.</param>
/// <param name="IsReady">Whether requests come in on it.</param>
/// <param name="Servers">How many servers it serves.</param>
/// <param name="LastAck">When its last heartbeat was answered.</param>
internal sealed record ShardState(int Id, bool IsReady, int Servers, DateTimeOffset? LastAck);
