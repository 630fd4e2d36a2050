namespace AiNewsBot.Curation.Repositories;

/// <summary>One thing that is another than before.</summary>
/// <param name="Kind">What.</param>
/// <param name="Before">As it was; null where there was nothing.</param>
/// <param name="After">As it is; null where there is nothing any more.</param>
/// <param name="State">What has been seen once this change is told: the next one follows from there.</param>
internal sealed record RepositoryChange(RepositoryChangeKind Kind, string? Before, string? After, RepositoryState State)
{
    /// <summary>What changed between two looks, one at a time.</summary>
    public static IEnumerable<RepositoryChange> Find(RepositoryState before, RepositoryState after)
    {
        var state = before;
        if (after.Licence != before.Licence)
        {
            state = state with { Licence = after.Licence };
            yield return new RepositoryChange(RepositoryChangeKind.LicenceTag, before.Licence, after.Licence, state);
        }

        if (after.LicenceFileHash != before.LicenceFileHash)
        {
            state = state with { LicenceFileHash = after.LicenceFileHash };
            yield return new RepositoryChange(RepositoryChangeKind.LicenceFile, before.LicenceFileHash, after.LicenceFileHash, state);
        }

        if (after.IsGated is { } isGated && isGated != before.IsGated)
        {
            state = state with { IsGated = isGated };

            // That the host says it for the first time is no change.
            if (before.IsGated is { } wasGated)
                yield return new RepositoryChange(RepositoryChangeKind.Gate, Text(wasGated), Text(isGated), state);
        }

        static string Text(bool isGated) => isGated ? "gated" : "open";
    }
}

/// <summary>What of a repository changed.</summary>
internal enum RepositoryChangeKind
{
    LicenceTag,
    LicenceFile,
    Gate,
}
