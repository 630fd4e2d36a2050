namespace AiNewsBot.Curation.Repositories;

/// <summary>Where a repository lies.</summary>
internal enum RepositoryHost
{
    /// <summary>The Hugging Face hub, where repositories are models.</summary>
    Hub,

    GitHub,
}
