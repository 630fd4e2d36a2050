using System.Collections.Immutable;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Verdicts;

namespace AiNewsBot.Facts.Answers;

/// <summary>When something was announced, and when its weights came out: never one for the other.</summary>
internal static class DateAnswers
{
    private const int MaxRows = 12;

    public static Answer Create(AnswerContext context, SubjectView subject)
    {
        if (context.Question.Component is { } component and not Components.Weights && context.Facts.ReleasesOf(subject) is [var only])
            return ForComponent(context, only, component);
        if (subject is Release release)
            return ForRelease(context, release);
        var releases = context
            .Facts.ReleasesOf(subject)
            .Where(one => one.Announced is not null || one.WeightsOut is not null)
            .ToImmutableArray();
        if (releases.IsEmpty)
            return context.Refuse(AnswerStatus.NoFact, context.Wording["date_unknown", ("name", subject.Name)], [subject]);
        var lead = context.Question.AsksOpening
            ? Opening(context, subject, releases)
            : context.Wording["date_group", ("name", subject.Name)];
        return context.Answer([subject], lead, releases.SelectMany(Facts)) with
        {
            Rows = [.. releases.Take(MaxRows).Select(one => new AnswerRow(one.Name, Row(context, one)))],
            Notes = releases.Length > MaxRows ? [More(context, releases.Length - MaxRows)] : [],
        };
    }

    private static Answer ForRelease(AnswerContext context, Release release)
    {
        var wording = context.Wording;
        var promises = PromiseFormatter.About(context, release);
        var promised = promises.Select(promise => PromiseFormatter.Format(context, promise)).ToImmutableArray();
        if (release.Announced is null && release.WeightsOut is null)
            return context.Refuse(AnswerStatus.NoFact, wording["date_unknown", ("name", release.Name)], [release]);
        var name = ("name", release.Name);
        if (context.Question.AsksPromise && release.FirstWeights is null && promises.IsEmpty)
            promised = [wording["promise_none", name], wording["no_date_for_promise"]];
        var dates = ReleaseDates.Create(release, DayText.Raw);
        var lead = dates switch
        {
            { Both: { } both } => wording["date_weights_same", name, ("date", both)],
            { Announced: { } announced, Weights: { } weights } =>
                $"{wording["date_announced", name, ("date", announced)]} {wording["date_weights", ("date", weights)]}",
            { Announced: { } announced } => wording["date_announced", name, ("date", announced)],
            _ => $"{release.Name}: {wording["date_weights", ("date", dates.Weights!)]}",
        };
        // Weights that first came out in part, as GPT-2's did.
        if (
            release.FirstWeights is { } partly
            && AvailabilityText.TryParse(partly.Value) == Availability.Partial
            && release
                .All(Components.Weights)
                .FirstOrDefault(statement => AvailabilityText.TryParse(statement.Value) == Availability.Available)
                is { ValidFrom: { } full }
        )
            lead = $"{lead} {wording["date_weights_full", ("date", full.Text)]}";
        var unpublished =
            release.FirstWeights is null && release.Component(Components.Weights, context.Today).Availability == Availability.Unavailable;
        lead = WasOut(context, release) + lead;
        return context.Answer([release], unpublished ? $"{lead} {wording["date_no_weights"]}" : lead, Facts(release).Concat(promises)) with
        {
            Notes = promised,
        };
    }

    // "Was it out already in June 2023" asks whether it was; between its announcement and its weights it was neither.
    private static string WasOut(AnswerContext context, Release release)
    {
        if (
            context.Question is not { Date.Day: { } day, Tokens: [{ Text: "was" or "were" or "had" }, ..], Language: "en" }
            || !context.Question.Tokens.Any(token => token.Text is "already" or "yet" or "out" or "available" or "around")
        )
            return "";
        FactDate[] dates = [.. new[] { release.Announced, release.WeightsOut }.OfType<FactDate>()];
        return Array.TrueForAll(dates, date => date.Latest <= day) ? context.Wording["asked_agrees"] + " "
            : Array.TrueForAll(dates, date => date.Earliest > day) ? context.Wording["asked_disagrees"] + " "
            : "";
    }

    private static Answer ForComponent(AnswerContext context, Release release, string component)
    {
        var called = ("component", Components.Label(component));
        var since = release
            .All(component)
            .FirstOrDefault(statement =>
                statement.ValidFrom is not null && AvailabilityText.TryParse(statement.Value)?.IsPublished() == true
            );
        return since is null
            ? context.Refuse(AnswerStatus.NoFact, context.Wording["date_component_unknown", called, ("name", release.Name)], [release])
            : context.Answer(
                [release],
                context.Wording["date_component", called, ("name", release.Name), ("date", DayText.Raw(since))],
                [since]
            );
    }

    private static string Opening(AnswerContext context, SubjectView subject, ImmutableArray<Release> releases)
    {
        var first = releases.Where(release => release.WeightsOut is not null).MinBy(release => release.WeightsOut!.Value);
        if (first is null)
            return context.Wording["date_never_open", ("name", subject.Name)];
        var licence = context.Facts.LicenceOf(first, Components.Weights, first.WeightsOut!.Value.Latest);
        return context.Wording[
            "date_first_open",
            ("name", subject.Name),
            ("release", first.Name),
            ("date", DayText.Raw(first.FirstWeights!)),
            ("licence", licence is null ? context.Wording.Name(VerdictKind.Unknown) : LicenceFormatter.GetFullName(licence))
        ];
    }

    private static string Row(AnswerContext context, Release release) =>
        ReleaseDates.Create(release, DayText.Raw) switch
        {
            { Both: { } both } => context.Wording["date_row_same", ("weights", both)],
            { Announced: { } announced, Weights: { } weights } => context.Wording[
                "date_row_both",
                ("announced", announced),
                ("weights", weights)
            ],
            { Announced: { } announced } => context.Wording["date_row_announced", ("announced", announced)],
            var dates => context.Wording["date_row_weights", ("weights", dates.Weights!)],
        };

    private static IEnumerable<Statement> Facts(Release release) =>
        release.All(Properties.Announced).Concat(release.FirstWeights is { } weights ? [weights] : release.All(Components.Weights).Take(1));

    private static string More(AnswerContext context, int count) =>
        context.Wording["list_more", ("count", count.ToString(System.Globalization.CultureInfo.InvariantCulture))] + ".";
}
