namespace AiNewsBot.News.Releases;

/// <summary>A repository that a watched organisation published, or a release of a watched repository: a suggestion for the facts.</summary>
internal sealed record DiscoveredRelease
{
    /// <summary>Of the story, in the order in which they came.</summary>
    public long Id { get; init; }

    /// <summary>Whether it is of the hub, where repositories are models; those of GitHub are code.</summary>
    public bool IsModel { get; init; }

    /// <summary>"xai-org published grok-3, licence: other", or "allenai/OLMo: v0.2".</summary>
    public required string Title { get; init; }

    /// <summary>The repository's page.</summary>
    public string? Link { get; init; }

    public long FirstSeenAt { get; init; }

    /// <summary>The subject of the organisation; null where it is unknown.</summary>
    public string? Maker { get; init; }

    /// <summary>The organisation as the site spells it.</summary>
    public required string Owner { get; init; }

    public required string Repository { get; init; }

    /// <summary>Of a release of code; null for a repository that was published.</summary>
    public string? Version { get; init; }

    /// <summary>As the hub tells it; null where it is not stated.</summary>
    public string? Licence { get; init; }

    /// <summary>The name of the repository; of a release with its own.</summary>
    public string Name => Version is null ? Repository : $"{Repository} {Version}";

    /// <summary>Of its publisher.</summary>
    public string Event => IsModel ? $"Published {Name}, licence: {Licence ?? "not stated"}" : $"Released {Name} on GitHub";
}
