using AiNewsBot.Answering;
using AiNewsBot.Curation.Editing;
using AiNewsBot.Curation.Suggestions;
using AiNewsBot.Facts.Model;
using AiNewsBot.Feeds.Fetching;
using AiNewsBot.Jobs;
using AiNewsBot.News.Configuration;
using AiNewsBot.Scheduling;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.Curation.Repositories;

/// <summary>
/// Checks each known repository once a day, one a minute at most: a licence tag, a licence file or a gate that is another than before is
/// suggested to the curators. The first check is what later ones are compared with.
/// </summary>
internal sealed partial class RepositoryWatcher(
    NewsSettings news,
    CurationSettings settings,
    FeedFetcher fetcher,
    RepositoryStateStore states,
    SuggestionStore suggestions,
    FactReader reader,
    SnapshotHolder snapshots,
    TimeProvider time,
    ILogger<RepositoryWatcher> logger
) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan BetweenChecks = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Without curators there would be no decision; an empty list of watched organisations turns the watching of the hub off.
        if (settings.Curators.Count == 0 || !news.Enabled || news.WatchedOrganizations is { Count: 0 })
            return;
        await snapshots.Loaded.WaitAsync(stoppingToken);
        await new PeriodicJob("check known repositories", time, logger).RunAsync(Interval, Interval, CheckAsync, stoppingToken);
    }

    /// <summary>Checks the repository that waits longest, if it is its turn.</summary>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        var (now, seen) = (time.Milliseconds(), await states.ReadAsync(cancellationToken));
        var next = KnownRepositories.Find(snapshots.Current.Facts).MinBy(one => seen.GetValueOrDefault(one.Id)?.CheckedAt ?? 0);
        if (next is null)
            return;
        var row = seen.GetValueOrDefault(next.Id);
        if (
            row is not null && now - row.CheckedAt < BetweenChecks.TotalMilliseconds
            || !await states.TryClaimAsync(next.Id, row?.CheckedAt, now, cancellationToken)
        )
            return;
        if (await FetchAsync(next, cancellationToken) is not { } state)
            return;
        if (row?.State is not { } before)
        {
            await states.RecordAsync(next.Id, state, cancellationToken);
            return;
        }

        // Where too much waits for the curators, the rest of the change is found again tomorrow.
        foreach (var change in RepositoryChange.Find(before, state))
        {
            var isTaken = await suggestions.CreateFoundAsync(
                await SuggestionOfAsync(next, change, cancellationToken),
                connection => RepositoryStateStore.RecordAsync(connection, next.Id, change.State),
                cancellationToken
            );
            if (!isTaken)
                return;
            Changed(logger, next.Id, change.Kind, change.Before, change.After);
        }
    }

    private async Task<RepositoryState?> FetchAsync(KnownRepository repository, CancellationToken cancellationToken)
    {
        var address = repository.Host switch
        {
            RepositoryHost.Hub => $"{news.HubUrl.TrimEnd('/')}/api/models/{repository.Name}?blobs=true",
            _ => $"{news.GitHubApiUrl.TrimEnd('/')}/repos/{repository.Name}/license",
        };
        if (FeedAddress.TryParse(address) is not { } url)
            return null;
        switch (await fetcher.FetchAsync(url, null, cancellationToken))
        {
            case FetchResult.Fetched fetched:
                return RepositoryState.TryRead(repository.Host, fetched.Body);
            case FetchResult.Failed failed:
                Unreadable(logger, repository.Id, failed.Reason);
                return null;
            default:
                return null;
        }
    }

    private async Task<FactSuggestion> SuggestionOfAsync(
        KnownRepository repository,
        RepositoryChange change,
        CancellationToken cancellationToken
    )
    {
        var day = IsoDay.Format(time.Today());
        var before = change.Before ?? "none";
        var after = change.After ?? "none";
        return change.Kind switch
        {
            RepositoryChangeKind.LicenceTag when change.After is { } tag && snapshots.Current.Facts.FindLicence(tag) is { } licence =>
                await SuggestAsync(Properties.Licence, licence.Id, $"The licence of {repository.Name} was {before} and is {after}"),
            RepositoryChangeKind.LicenceTag => await SuggestAsync(
                Properties.Event,
                $"The licence tag of {repository.Name} changed from {before} to {after}",
                "Its licence is not one of those that are known here"
            ),
            RepositoryChangeKind.LicenceFile => await SuggestAsync(
                Properties.Event,
                $"The licence file of {repository.Name} was changed",
                $"The file was {before} and is {after}"
            ),
            _ => await SuggestAsync(
                Components.Weights,
                (change.State.IsGated == true ? Availability.Gated : Availability.Available).ToSlug(),
                $"The files of {repository.Name} were {before} and are {after}"
            ),
        };

        async Task<FactSuggestion> SuggestAsync(string property, string value, string why)
        {
            var current = FactProperties.IsMany(property)
                ? null
                : (await reader.ReadPropertyAsync(Layer.Global, repository.Release, property, cancellationToken)).LastOrDefault();
            return FactSuggestion.Found(
                repository.Release,
                property,
                current,
                new FactFields(value, day, null, repository.Url, $"Found by the repository watcher: {why}.")
                {
                    EventKind = property == Properties.Event ? EventKinds.Licence : null,
                }
            );
        }
    }

    [LoggerMessage(1, LogLevel.Information, "Repository {Repository} changed ({Kind}): {Before} -> {After}")]
    private static partial void Changed(ILogger logger, string repository, RepositoryChangeKind kind, string? before, string? after);

    [LoggerMessage(2, LogLevel.Debug, "Failed to check repository {Repository}: {Reason}")]
    private static partial void Unreadable(ILogger logger, string repository, string reason);
}
