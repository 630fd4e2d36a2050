namespace AiNewsBot.News.Releases;

/// <summary>What a watcher of releases found.</summary>
/// <param name="Owner">The organisation as the site spells it, such as "xai-org".</param>
/// <param name="Repository">The repository's name.</param>
/// <param name="Version">Of a release of code; null for a repository that was published.</param>
/// <param name="Licence">As the hub tells it; null where it is not stated.</param>
internal sealed record Discovery(string Owner, string Repository, string? Version = null, string? Licence = null);
