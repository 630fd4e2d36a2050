using System.Globalization;
using AiNewsBot.Answering;
using AiNewsBot.Commands;
using AiNewsBot.Configuration;
using AiNewsBot.Curation.Drafts;
using AiNewsBot.Curation.Editing;
using AiNewsBot.Curation.Suggesting;
using AiNewsBot.Facts;
using AiNewsBot.News.Feeds;
using AiNewsBot.News.Watching;
using AiNewsBot.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.Curation.Watching;

/// <summary>
/// What the watchers of releases find is suggested to the curators: that the weights of a known model are out, or that its maker published
/// something new. Each find is suggested once; where many wait already, the rest waits for the curators, too.
/// </summary>
internal sealed partial class FoundSuggestions(
    CurationSettings settings, FoundReleases found, SuggestionStore suggestions, FactReader reader, SnapshotHolder snapshots, DatabaseWriter database, TimeProvider time, ILogger<FoundSuggestions> logger) : BackgroundService
{
    private const string Cursor = "found-releases";
    private const int Most = 20;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Without curators nobody would ever decide.
        if (settings.Curators.Count == 0)
            return;
        await snapshots.Loaded.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                Suggest();
            }
            catch (Exception exception) when (exception is StorageException or Microsoft.Data.Sqlite.SqliteException)
            {
                Failed(logger, exception.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Suggests what was found since the last time.</summary>
    public void Suggest()
    {
        var from = database.Read(connection => Cursors.Read(connection, Cursor, () => 0));
        foreach (var release in found.After(from, Most))
        {
            if (!suggestions.MakeFound(SuggestionOf(release), connection => Cursors.Move(connection, Cursor, release.Id)))
                return;
        }
    }

    // Null where nothing is to be said: of nobody who is known, or what the facts say already.
    private FactSuggestion? SuggestionOf(FoundRelease release)
    {
        var facts = snapshots.Current.Facts;
        var about = release.Maker ?? ShippedFeeds.Organizations.FirstOrDefault(organization => release.Title.StartsWith(release.IsModel ? $"{organization.Name} published " : $"{organization.Name}/", StringComparison.Ordinal))?.About;
        if (about is null || Names.Find(snapshots.Current, about, time.Today()).Subject is not { } subject || facts.MakerOf(subject) is not { } maker)
            return null;
        var day = DateTimeOffset.FromUnixTimeMilliseconds(release.FirstSeenAt).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var why = $"The watch saw it: {release.Title}";
        var model = !release.IsModel ? null : snapshots.Current.Answerer.SubjectsIn(release.Repository).OfType<Release>().FirstOrDefault(one => facts.MakerOf(one) == maker);
        if (model is null)
            return Suggestion(maker, Properties.Event, null, new FactFields(release.Event, day, null, release.Link, why));
        var stands = reader.Slot(Layer.Global, model.Id, Components.Weights);
        return stands.Any(standing => AvailabilityText.TryParse(standing.Content.Value)?.IsPublished() == true) ? null
            : Suggestion(model, Components.Weights, stands.LastOrDefault(), new FactFields(Availability.Available.ToSlug(), day, null, release.Link, why));
    }

    private static FactSuggestion Suggestion(SubjectView subject, string property, Standing? stands, FactFields fields) => new()
    {
        Layer = Layer.Global,
        Author = FactSuggestion.Watch,
        Subject = subject.Id,
        Property = property,
        Statement = stands?.Id,
        Base = stands?.Revision ?? 0,
        Fields = fields,
    };

    [LoggerMessage(1, LogLevel.Error, "What was found could not be suggested, and is tried again: {Reason}")]
    private static partial void Failed(ILogger logger, string reason);
}
