using System.Collections.Immutable;

namespace AiNewsBot.Discord.Gateway;

/// <summary>The state of the gateway connection, for a health check.</summary>
/// <param name="Shards">Each shard; none before the gateway's address is known.</param>
public sealed record GatewayState(ImmutableArray<ShardStatus> Shards)
{
    /// <summary>Whether events come in on every shard.</summary>
    public bool IsConnected => !Shards.IsEmpty && Shards.All(shard => shard.IsReady);

    /// <summary>How many guilds all shards serve.</summary>
    public int Guilds => Shards.Sum(shard => shard.Guilds);
}
