namespace AiNewsBot.Curation.Repositories;

/// <summary>A row of what was last seen of a repository.</summary>
internal sealed record SeenRepository
{
    public required string Repository { get; init; }

    public string? Licence { get; init; }

    public bool? IsGated { get; init; }

    public string? LicenceFileHash { get; init; }

    /// <summary>Whether it could ever be read; what was never seen has not changed.</summary>
    public bool IsKnown { get; init; }

    /// <summary>In milliseconds since 1970.</summary>
    public long CheckedAt { get; init; }

    public RepositoryState? State =>
        IsKnown
            ? new RepositoryState
            {
                Licence = Licence,
                IsGated = IsGated,
                LicenceFileHash = LicenceFileHash,
            }
            : null;
}
