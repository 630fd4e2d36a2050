using AiNewsBot.Answering;
using AiNewsBot.Curation.Editing;
using AiNewsBot.Curation.Suggestions;
using AiNewsBot.Facts.Model;
using AiNewsBot.Jobs;
using AiNewsBot.News.Feeds;
using AiNewsBot.News.Releases;
using AiNewsBot.Scheduling;
using AiNewsBot.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.Curation.Jobs;

/// <summary>
/// What the watchers of releases find is suggested to the curators: that the weights of a known model are out, or that its maker published
/// something new. Each find is suggested once; where many wait already, the rest waits for the curators, too.
/// </summary>
internal sealed class ReleaseSuggester(
    CurationSettings settings,
    DiscoveredReleases found,
    SuggestionStore suggestions,
    FactReader reader,
    SnapshotHolder snapshots,
    IDatabase database,
    DatabaseWatch watch,
    TimeProvider time,
    ILogger<ReleaseSuggester> logger
) : BackgroundService
{
    private const string Cursor = "found-releases";
    private const int MaxCount = 20;

    private readonly Wakeup _wakeup = watch.CreateWakeup();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Without curators there would be no decision.
        if (settings.Curators.Count == 0)
            return;
        await snapshots.Loaded.WaitAsync(stoppingToken);
        await new PeriodicJob("suggest discovered releases", time, logger).RunAsync(_wakeup, SuggestAsync, stoppingToken);
    }

    /// <summary>Suggests what was found since the last time.</summary>
    public async Task SuggestAsync(CancellationToken cancellationToken = default)
    {
        var from =
            await database.ReadAsync(connection => Cursors.FindAsync(connection, Cursor), cancellationToken)
            ?? await database.WriteAsync(connection => Cursors.BeginAsync(connection, Cursor, 0), cancellationToken);
        foreach (var release in await found.AfterAsync(from, MaxCount, cancellationToken))
        {
            if (
                !await suggestions.CreateFoundAsync(
                    await SuggestionOfAsync(release, cancellationToken),
                    connection => Cursors.MoveAsync(connection, Cursor, release.Id),
                    cancellationToken
                )
            )
                return;
        }
    }

    // Null where there is nothing to suggest: an unknown maker, or facts that say so already.
    private async Task<FactSuggestion?> SuggestionOfAsync(DiscoveredRelease release, CancellationToken cancellationToken)
    {
        var facts = snapshots.Current.Facts;
        var about = release.Maker ?? ShippedFeeds.Organizations.FirstOrDefault(organization => organization.Name == release.Owner)?.About;
        if (
            about is null
            || SubjectLookup.Find(snapshots.Current, about, time.Today()).Subject is not { } subject
            || facts.MakerOf(subject) is not { } maker
        )
            return null;
        var day = IsoDay.Format(DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeMilliseconds(release.FirstSeenAt).UtcDateTime));
        var why = $"Found by the release watcher: {release.Title}";
        var model = !release.IsModel
            ? null
            : snapshots.Current.Answerer.SubjectsIn(release.Name).OfType<Release>().FirstOrDefault(one => facts.MakerOf(one) == maker);
        if (model is null)
            return FactSuggestion.Found(maker.Id, Properties.Event, null, new FactFields(release.Event, day, null, release.Link, why));
        var current = await reader.ReadPropertyAsync(Layer.Global, model.Id, Components.Weights, cancellationToken);
        return current.Any(currentStatement => AvailabilityText.TryParse(currentStatement.Content.Value)?.IsPublished() == true)
            ? null
            : FactSuggestion.Found(
                model.Id,
                Components.Weights,
                current.LastOrDefault(),
                new FactFields(Availability.Available.ToSlug(), day, null, release.Link, why)
            );
    }
}
