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

    /// <summary>The name of the repository; of a release with its own.</summary>
    public string Repository =>
        !IsModel ? Title[(Title.IndexOf('/', StringComparison.Ordinal) + 1)..].Replace(": ", " ", StringComparison.Ordinal)
        : Title.Split(" published ", 2) is [_, { } rest] ? rest.Split(", licence: ")[0]
        : Title;

    /// <summary>Of its publisher.</summary>
    public string Event => IsModel ? $"Published {Repository}, licence: {Licence ?? "not stated"}" : $"Released {Repository} on GitHub";

    /// <summary>As the hub tells it; null where it is not stated.</summary>
    public string? Licence =>
        !IsModel ? null
        : Title.Split(", licence: ") is [.., { } licence] && licence != "not stated" ? licence
        : null;
}
