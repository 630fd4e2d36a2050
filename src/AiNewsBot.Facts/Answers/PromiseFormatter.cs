using System.Collections.Immutable;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Model;

namespace AiNewsBot.Facts.Answers;

/// <summary>Promises: made, restated, due, kept or still open. A promise is never taken for a release.</summary>
internal static class PromiseFormatter
{
    private const StringSplitOptions Trimmed = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;

    /// <summary>The promises about a release, or about any of a family or maker, that had been made by the day.</summary>
    public static ImmutableArray<Statement> About(AnswerContext context, SubjectView subject)
    {
        ImmutableArray<SubjectView> families = context.Facts.FamilyOf(subject) is { } own ? [own] : context.Facts.FamiliesOf(subject);
        var ofFamilies = families.SelectMany(family =>
            family.All(Properties.Promise).Where(promise => subject is not Release || IsAbout(promise, subject.Id))
        );

        // Moderators say what was promised of the very release, or of its maker.
        var ofOthers = context
            .Facts.ReleasesOf(subject)
            .Append(subject)
            .Where(view => !families.Contains(view))
            .SelectMany(view => view.All(Properties.Promise));
        return [.. ofFamilies.Concat(ofOthers).Distinct().Where(promise => promise.WasEffectiveOn(context.Day) is not false)];
    }

    /// <summary>That no promise is known, where the question is on what is to come and none is.</summary>
    public static IEnumerable<string> None(AnswerContext context, SubjectView subject) =>
        context.Question.Has("futures") && About(context, subject).IsEmpty ? [context.Wording["promise_none", ("name", subject.Name)]] : [];

    /// <summary>The promise as sentences.</summary>
    public static string Format(AnswerContext context, Statement promise)
    {
        Wording wording = context.Wording;
        var by =
            promise.Qualifier("by") ?? (context.Facts.Find(promise.Subject) is { } view ? context.Facts.MakerOf(view)?.Name : null) ?? "";
        var made = promise.ValidFrom?.Text ?? "";
        if (IsKept(context, promise))
            return wording[
                "promise_kept",
                ("by", by),
                ("made", made),
                ("what", promise.Value),
                ("fulfilled", promise.Qualifier("fulfilled")!)
            ];
        var said = promise.Qualifier("said") is { } words ? wording["promise_said", ("said", words)] : "";
        var due = FactDate.TryParse(promise.Qualifier("due"), out var date)
            ? wording[date.Latest < context.Day ? "promise_overdue" : "promise_due", ("due", date.Text)]
            : "";
        var text = wording["promise_open", ("by", by), ("made", made), ("what", promise.Value), ("said", said), ("overdue", due)];
        return promise.Qualifier("restated") is { } dates
            ? $"{text} {wording["promise_restated", ("dates", string.Join(", ", dates.Split(';', Trimmed)))]}"
            : text;
    }

    /// <summary>Whether it was kept by the day.</summary>
    public static bool IsKept(AnswerContext context, Statement promise) =>
        FactDate.TryParse(promise.Qualifier("fulfilled"), out var fulfilled) && fulfilled.Earliest <= context.Day;

    private static bool IsAbout(Statement promise, string id) =>
        promise.Qualifier("about")?.Split(' ').Contains(id, StringComparer.OrdinalIgnoreCase) ?? false;
}
