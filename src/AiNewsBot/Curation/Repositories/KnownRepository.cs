namespace AiNewsBot.Curation.Repositories;

/// <summary>A repository that the facts of a release cite.</summary>
/// <param name="Host">Where it lies.</param>
/// <param name="Name">"xai-org/grok-1".</param>
/// <param name="Release">The id of the release.</param>
internal sealed record KnownRepository(RepositoryHost Host, string Name, string Release)
{
    /// <summary>As storage knows it.</summary>
    public string Id => $"{(Host == RepositoryHost.Hub ? "hub" : "github")}:{Name}";

    /// <summary>Its page, which a suggestion cites.</summary>
    public string Url => $"{(Host == RepositoryHost.Hub ? "https://huggingface.co" : "https://github.com")}/{Name}";
}
