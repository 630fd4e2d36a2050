using System.Collections.Immutable;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Snapshots;

namespace AiNewsBot.Answering.Pictures;

/// <summary>Timelines as lines of events: what belongs together is said once, and
/// what a picture has no room for is left to the text.</summary>
internal static class EventLineBuilder
{
    /// <summary>More would be too small to read on a phone.</summary>
    public const int MaxCount = 10;

    // Long texts wrap: with more letters than these, even fewer events are taller than two screens of a phone.
    private const int MaxLetters = 700;

    /// <summary>The line of a timeline's entries; null where none of them can be drawn.</summary>
    public static EventLine? Create(FactBase facts, SubjectView subject, ImmutableArray<TimelineEntry> entries, DateOnly day)
    {
        var words = new TimelineEventFormatter(facts, day);
        var all = entries
            .Where(entry => entry.Statement.Property != Properties.Says && !IsToldOtherwise(entry, entries))
            .Select(words.Format)
            .OfType<LineEvent>()
            .ToImmutableArray();
        var shown = Shorten(all.Length > MaxCount ? Together(all) : all);
        return shown.IsEmpty
            ? null
            : new EventLine(
                PictureText.Texts["picture.line", ("name", LegibleText.From(subject))],
                day,
                shown,
                all.Length - shown.Sum(one => one.Count)
            );
    }

    // A release that is announced on the day its weights come out is one event, and so is one, or a change of licence, of which a sentence
    // tells; a promise is seen to be kept where it is made, and by what came out.
    private static bool IsToldOtherwise(TimelineEntry entry, ImmutableArray<TimelineEntry> entries) =>
        entry.Kind switch
        {
            TimelineKind.Announced => entries.Any(other =>
                other.Kind == TimelineKind.WeightsOut && other.Subject == entry.Subject && Overlap(other.Date, entry.Date)
                || other.Kind == TimelineKind.Told
                    && other.Date == entry.Date
                    && TimelineEventFormatter.Concerns(other.Statement, entry.Subject.Id)
            ),
            TimelineKind.Kept => entries.Any(other =>
                other.Kind is TimelineKind.WeightsOut or TimelineKind.Told
                && other.Date == entry.Date
                && TimelineEventFormatter.IsRelease(other)
            ),
            TimelineKind.LicenceChanged => entries.Any(other =>
                other.Kind == TimelineKind.Told
                && other.Statement.Qualifier(Qualifiers.EventKind) == EventKinds.Licence
                && TimelineEventFormatter.Concerns(other.Statement, entry.Subject.Id)
                && Overlap(other.Date, entry.Date)
            ),
            _ => false,
        };

    private static bool Overlap(FactDate one, FactDate other) => one.Earliest <= other.Latest && other.Earliest <= one.Latest;

    // What was only announced, one after the other in a year, is said together.
    private static ImmutableArray<LineEvent> Together(ImmutableArray<LineEvent> events)
    {
        var together = ImmutableArray.CreateBuilder<LineEvent>();
        foreach (var one in events)
        {
            if (
                together.Count > 0
                && together[^1] is { Mark: EventMark.Announced } before
                && one.Mark == EventMark.Announced
                && before.Date.Earliest.Year == one.Date.Latest.Year
            )
                together[^1] = before with
                {
                    Date = FactDate.Between(before.Date, one.Date),
                    Headline = $"{before.Headline}, {one.Headline}",
                    Count = before.Count + one.Count,
                };
            else
                together.Add(one);
        }

        return together.ToImmutable();
    }

    // The newest is what people look for: it always stays.
    private static ImmutableArray<LineEvent> Shorten(ImmutableArray<LineEvent> events)
    {
        var letters = 0;
        return
        [
            .. events
                .Select((one, index) => (one, index))
                .OrderByDescending(pair => pair.index == events.Length - 1)
                .ThenByDescending(pair => Weight(pair.one.Mark))
                .ThenByDescending(pair => pair.index)
                .Take(MaxCount)
                .TakeWhile(pair => (letters += pair.one.Headline.Length + pair.one.Detail.Length) <= MaxLetters)
                .OrderBy(pair => pair.index)
                .Select(pair => pair.one),
        ];
    }

    private static int Weight(EventMark mark) =>
        mark switch
        {
            EventMark.Told => 1,
            EventMark.Announced => 0,
            _ => 2,
        };
}
