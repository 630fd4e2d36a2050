namespace DiscordSimulator.Gateway;

/// <summary>An identify that came in.</summary>
/// <param name="Shard">For which shard.</param>
/// <param name="Shards">Of how many.</param>
/// <param name="At">When.</param>
public sealed record IdentifyRecord(int Shard, int Shards, DateTimeOffset At);
