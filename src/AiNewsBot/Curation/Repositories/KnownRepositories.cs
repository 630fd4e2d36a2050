using System.Collections.Immutable;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Snapshots;

namespace AiNewsBot.Curation.Repositories;

/// <summary>The repositories on which what is said of weights and licences rests.</summary>
internal static class KnownRepositories
{
    // Sections of the hub that are no models.
    private static readonly string[] OtherSections =
    [
        "api",
        "blog",
        "collections",
        "datasets",
        "docs",
        "learn",
        "models",
        "organizations",
        "papers",
        "posts",
        "spaces",
    ];

    /// <summary>Each once, with the first release that cites it.</summary>
    public static ImmutableArray<KnownRepository> Find(FactBase facts) =>
        [
            .. facts
                .Releases.SelectMany(release =>
                    release
                        .All(Components.Weights)
                        .Concat(release.All(Properties.Licence))
                        .SelectMany(statement => statement.Sources.Select(source => TryFind(statement.Property, source, release.Id)))
                )
                .OfType<KnownRepository>()
                .DistinctBy(repository => repository.Id),
        ];

    // Code is often of many models: of GitHub, only that which a licence was read in.
    private static KnownRepository? TryFind(string property, Source source, string release) =>
        Uri.TryCreate(source.Url, UriKind.Absolute, out var address)
        && address.AbsolutePath.Trim('/').Split('/') is [{ Length: > 0 } owner, { Length: > 0 } name, ..]
            ? address.Host switch
            {
                "huggingface.co" when !OtherSections.Contains(owner) => new KnownRepository(RepositoryHost.Hub, $"{owner}/{name}", release),
                "github.com" when property == Properties.Licence && source.Kind == SourceKind.FirstHand => new KnownRepository(
                    RepositoryHost.GitHub,
                    $"{owner}/{name}",
                    release
                ),
                _ => null,
            }
            : null;
}
