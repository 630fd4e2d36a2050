namespace AiNewsBot.News.Watching;

/// <summary>A repository that a watched organisation published: a suggestion for the facts.</summary>
public sealed record FoundRelease
{
    /// <summary>Of the story, in the order in which they came.</summary>
    public long Id { get; init; }

    /// <summary>"xai-org published grok-3, licence: other".</summary>
    public required string Title { get; init; }

    /// <summary>The repository's page.</summary>
    public string? Link { get; init; }

    public long FirstSeenAt { get; init; }

    /// <summary>The subject that the organisation is; null where it is none that is known.</summary>
    public string? Maker { get; init; }

    /// <summary>The name of the repository.</summary>
    public string Repository => Title.Split(" published ", 2) is [_, { } rest] ? rest.Split(", licence: ")[0] : Title;

    /// <summary>As the hub tells it; null where it is not stated.</summary>
    public string? Licence => Title.Split(", licence: ") is [.., { } licence] && licence != "not stated" ? licence : null;
}
