namespace AiNewsBot.Storage;

/// <summary>What seeding did.</summary>
/// <param name="Added">Statements that were not there before.</param>
/// <param name="Changed">Statements of which something beside value and beginning changed.</param>
/// <param name="Removed">Statements that the dataset no longer has.</param>
/// <param name="Conflicts">Properties that curators edited and of which the dataset now says something new.</param>
/// <param name="Version">The current version.</param>
internal sealed record SeedResult(int Added, int Changed, int Removed, int Conflicts, int Version)
{
    /// <summary>Everything was there already.</summary>
    public static SeedResult Unchanged(int version) => new(0, 0, 0, 0, version);
}
