using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Facts.Verdicts;

namespace AiNewsBot.Answering.Pictures;

/// <summary>Entries of a timeline in few words, with their marks.</summary>
internal sealed class TimelineEventFormatter(FactBase facts, DateOnly today)
{
    /// <summary>The entry; null where it cannot be drawn.</summary>
    public LineEvent? Format(TimelineEntry entry)
    {
        var name = LegibleText.From(entry.Subject);
        return entry.Kind switch
        {
            TimelineKind.Announced => new LineEvent(entry.Date, EventMark.Announced, name, PictureText.Texts["picture.announced"]),
            TimelineKind.WeightsOut => WeightsOut(entry, name),
            TimelineKind.LicenceChanged => new LineEvent(
                entry.Date,
                EventMark.Licence,
                name,
                PictureText.Texts[
                    "picture.licence_from_to",
                    ("before", Called(entry.Before!.Value)),
                    ("after", Called(entry.Statement.Value))
                ],
                VerdictOf(entry.Subject, entry.Date)
            ),
            TimelineKind.Promised => Promised(entry),
            TimelineKind.Kept => Sentence(entry.Statement.Value) is { } what
                ? new LineEvent(entry.Date, EventMark.Kept, PictureText.Heading("picture.promise_kept"), what)
                : null,
            _ => Told(entry),
        };
    }

    /// <summary>Whether an event is about a subject.</summary>
    public static bool Concerns(Statement statement, string id) => About(statement).Contains(id);

    /// <summary>Whether something came out.</summary>
    public static bool IsRelease(TimelineEntry entry) =>
        entry.Kind == TimelineKind.WeightsOut || entry.Statement.Qualifier(Qualifiers.EventKind) == EventKinds.Release;

    private LineEvent WeightsOut(TimelineEntry entry, string name)
    {
        var licence = entry.Subject is Release release ? facts.LicenceOf(release, Components.Weights, entry.Date.Latest) : null;
        return new LineEvent(
            entry.Date,
            EventMark.Weights,
            name,
            licence is null ? PictureText.Texts["picture.weights_out"] : LegibleText.From(licence, licence.ShortName),
            VerdictOf(entry.Subject, entry.Date)
        );
    }

    private LineEvent? Promised(TimelineEntry entry)
    {
        if (Sentence(entry.Statement.Value) is not { } what)
            return null;
        var by = entry.Statement.Qualifier("by") is { } maker && Sentence(maker) is { } who ? $"{who}: " : "";
        if (entry.Statement.Qualifier("fulfilled") is { } kept && FactDate.TryParse(kept, out var when) && when.Earliest <= today)
            return new LineEvent(
                entry.Date,
                EventMark.Promise,
                PictureText.Heading("picture.promise"),
                PictureText.Texts["picture.kept_on", ("what", $"{by}{what}"), ("date", kept)]
            );
        var due = FactDate.TryParse(entry.Statement.Qualifier("due"), out var date) ? date : (FactDate?)null;
        var isOverdue = due is { } last && last.Latest < today;
        return new LineEvent(
            entry.Date,
            isOverdue ? EventMark.Overdue : EventMark.Promise,
            PictureText.Heading(isOverdue ? "picture.promise_late" : "picture.promise_open"),
            due is { } day ? PictureText.Texts["picture.due_on", ("what", $"{by}{what}"), ("date", day.Text)] : $"{by}{what}"
        );
    }

    private LineEvent? Told(TimelineEntry entry)
    {
        if (Sentence(entry.Statement.Value) is not { } what)
            return null;
        if (!IsRelease(entry))
            return new LineEvent(
                entry.Date,
                entry.Statement.Qualifier(Qualifiers.EventKind) == EventKinds.Licence ? EventMark.Licence : EventMark.Told,
                "",
                what
            );
        var verdicts = About(entry.Statement)
            .Select(facts.Find)
            .OfType<Release>()
            .Select(release => VerdictOf(release, entry.Date))
            .OfType<VerdictKind>();
        return new LineEvent(entry.Date, EventMark.Weights, "", what, VerdictRules.Combine(verdicts));
    }

    private VerdictKind? VerdictOf(SubjectView subject, FactDate date) =>
        subject is Release release ? facts.Judge(release, date.Latest <= today ? date.Latest : today)?.Kind : null;

    private string Called(string licence) =>
        facts.Licence(licence) is { } known
            ? LegibleText.From(known, known.ShortName)
            : Sentence(licence) ?? PictureText.Texts["picture.licence_other"];

    private static string? Sentence(string text) => LegibleText.From(text.ReplaceLineEndings(" "))?.TrimEnd('.');

    private static string[] About(Statement statement) =>
        statement.Qualifier("about")?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
}
