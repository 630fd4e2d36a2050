namespace DiscordSimulator;

/// <summary>What the fake Discord is like.</summary>
public sealed record FakeDiscordOptions
{
    /// <summary>The one token that it takes.</summary>
    public string Token { get; init; } = "MTIzNDU2Nzg5MDEyMzQ1Njc4.GabcdE.fake-token-of-the-simulator";

    /// <summary>How many shards it recommends.</summary>
    public int Shards { get; init; } = 1;

    /// <summary>How many identifies it allows at a time.</summary>
    public int MaxConcurrency { get; init; } = 1;

    /// <summary>The time that must lie between two identifies; a benchmark whose bots come and go takes none.</summary>
    public TimeSpan IdentifyPace { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How many identifies are left of the day's.</summary>
    public int IdentifiesLeft { get; init; } = 1000;

    /// <summary>The interval that it asks heartbeats for.</summary>
    public TimeSpan HeartbeatInterval { get; init; } = TimeSpan.FromSeconds(41.25);

    /// <summary>How many guilds the bot is in.</summary>
    public int Guilds { get; init; } = 1;

    /// <summary>How many channels each guild has.</summary>
    public int ChannelsPerGuild { get; init; } = 2;

    /// <summary>How many roles each guild has.</summary>
    public int RolesPerGuild { get; init; } = 2;

    /// <summary>Whether messages and commands are checked; a benchmark turns it off.</summary>
    public bool Validates { get; init; } = true;

    /// <summary>
    /// Whether events, requests and interactions are kept, to be replayed and looked at. A benchmark turns it off: collecting the garbage
    /// around a heap that only grows would be measured as the bot's time.
    /// </summary>
    public bool Remembers { get; init; } = true;

    /// <summary>Path of Discord's published API description, to check request bodies
    /// against; null for the rules of this project alone.</summary>
    public string? OpenApi { get; init; }

    /// <summary>For how long a nonce is known.</summary>
    public TimeSpan NonceWindow { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How many messages of a channel may be published an hour.</summary>
    public int PublishesAnHour { get; init; } = 10;

    /// <summary>How often messages of a channel may be edited an hour once they are published.</summary>
    public int EditsOfPublishedAnHour { get; init; } = 3;

    /// <summary>What the bot may do everywhere, as a bit set.</summary>
    public ulong BotPermissions { get; init; } = ulong.MaxValue >> 1;

    /// <summary>Whether requests beyond Discord's limits are refused.</summary>
    public bool EnforcesLimits { get; init; }

    /// <summary>Whether it is spoken to by TLS, and with that by HTTP/2: see <see cref="FakeDiscord.Certificate"/>.</summary>
    public bool UsesTls { get; init; }

    /// <summary>What lies between it and the bot in each direction, handshakes included; null for nothing. Zero puts the relay between them
    /// that can cut connections.</summary>
    public TimeSpan? Distance { get; init; }

    /// <summary>Whether it takes what Discord still takes and asks not to send any more: another client may send that.</summary>
    public bool TakesDeprecated { get; init; }

    /// <summary>The clock of its deadlines.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
