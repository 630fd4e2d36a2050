using AiNewsBot.Curation.Editing;
using AiNewsBot.Facts.Model;
using AiNewsBot.News.FactChanges;
using AiNewsBot.Storage;

namespace AiNewsBot.Curation.Jobs;

/// <summary>
/// Which changes of facts are news: weights that came out, a licence that changed, a promise that was kept. A correction of what was so for
/// long is not: what is posted must have happened lately.
/// </summary>
internal static class FactChangeFormatter
{
    private const int LatelyInDays = 60;
    private const int MaxTitleLength = 200;

    /// <summary>The properties of which a change can be news.</summary>
    public static readonly string[] Properties =
    [
        Components.Weights,
        AiNewsBot.Facts.Model.Properties.Licence,
        AiNewsBot.Facts.Model.Properties.Promise,
        AiNewsBot.Facts.Model.Properties.Event,
    ];

    /// <summary>The news; null for a change that is not news.</summary>
    /// <param name="revision">What changed.</param>
    /// <param name="slot">The current statements of the same property of the same subject.</param>
    /// <param name="name">The name of the subject.</param>
    public static ChangedFact? TryFormat(Revision revision, IReadOnlyCollection<CurrentStatement> slot, string name)
    {
        var (content, before) = (revision.Content, revision.Before is { IsStated: true } stood ? stood : null);
        if (!content.IsStated || !revision.IsSeed && revision.Kind is not (ChangeKind.Add or ChangeKind.Edit))
            return null;
        var day = DateOnly.FromDateTime(revision.At.UtcDateTime);
        return revision.Row.Property switch
        {
            Components.Weights
                when IsOut(content)
                    && !IsOut(before)
                    && !slot.Any(other => other.Content != content && IsOut(other.Content))
                    && IsLately(content.ValidFrom, day) => Tell(
                $"{name}: the weights are out",
                $"They are {content.Value} since {content.ValidFrom}."
            ),
            AiNewsBot.Facts.Model.Properties.Licence
                when LicenceBefore(content, before, slot) is { } old && IsLately(content.ValidFrom, day) => Tell(
                $"{name}: the licence is now {content.Value}",
                $"It was {old}. Since {content.ValidFrom}."
            ),
            AiNewsBot.Facts.Model.Properties.Promise when Kept(content) is { } kept && Kept(before) is null && IsLately(kept, day) => Tell(
                $"{name}: a promise was kept",
                $"{content.Value} ({kept})"
            ),
            AiNewsBot.Facts.Model.Properties.Event
                when content.Qualifiers.GetValueOrDefault(Qualifiers.EventKind) == EventKinds.Licence
                    && before is null
                    && IsLately(content.ValidFrom, day) => Tell($"{name}: licence changed", $"{content.Value} ({content.ValidFrom})"),
            _ => null,
        };

        ChangedFact Tell(string title, string summary) =>
            new(
                $"revision-{revision.Number}",
                revision.Row.Subject,
                title.Length <= MaxTitleLength ? title : title[..MaxTitleLength],
                summary,
                content.Sources.FirstOrDefault()?.Url
            );
    }

    private static bool IsOut(StatementContent? content) =>
        content is { IsStated: true } && AvailabilityText.TryParse(content.Value) is { } availability && availability.IsPublished();

    // What an edit changed, or, of a dataset, the one that ended as this one began.
    private static string? LicenceBefore(StatementContent content, StatementContent? before, IReadOnlyCollection<CurrentStatement> slot)
    {
        var old =
            before?.Value
            ?? slot.Select(currentStatement => currentStatement.Content)
                .Where(other => other.Value != content.Value && other.ValidTo is not null && other.ValidTo == content.ValidFrom)
                .Select(other => other.Value)
                .LastOrDefault();
        return old == content.Value ? null : old;
    }

    private static string? Kept(StatementContent? content) => content?.Qualifiers.GetValueOrDefault("fulfilled");

    private static bool IsLately(string? date, DateOnly day) =>
        FactDate.TryParse(date, out var when) && when.Latest >= day.AddDays(-LatelyInDays);
}
