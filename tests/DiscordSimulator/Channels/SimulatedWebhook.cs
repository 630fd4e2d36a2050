namespace DiscordSimulator.Channels;

/// <summary>A webhook of the fake Discord.</summary>
public sealed class SimulatedWebhook
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>The channel that it posts in.</summary>
    public required string Channel { get; set; }

    /// <summary>Its own name.</summary>
    public required string Name { get; init; }

    /// <summary>By which it is used.</summary>
    public required string Token { get; init; }

    /// <summary>The application that made it; null where a person did.</summary>
    public string? Application { get; init; }
}
