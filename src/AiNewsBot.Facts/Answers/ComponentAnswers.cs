using System.Collections.Immutable;
using AiNewsBot.Facts.Model;

namespace AiNewsBot.Facts.Answers;

/// <summary>Whether a component of a release is public.</summary>
internal static class ComponentAnswers
{
    // Components that are written things: one has them or not, rather than has them in public.
    internal static readonly ImmutableHashSet<string> Writings =
    [
        Components.Paper,
        Components.TechnicalReport,
        Components.ModelCard,
        Components.DataCard,
    ];

    public static Answer Create(AnswerContext context, SubjectView subject, string component)
    {
        var releases = context.Facts.ReleasesOf(subject).Where(release => release.ExistedOn(context.Day) is not false).ToImmutableArray();
        if ((subject as Release ?? (releases is [var only] ? only : null)) is { } release)
            return ForRelease(context, release, component) with { Component = component, Subjects = [subject] };
        var readings = releases.Select(one => (Release: one, Reading: one.Component(component, context.Day))).ToArray();
        var known = readings.Where(pair => pair.Reading.Availability != Availability.Unknown).ToArray();
        if (known.Length == 0)
            return context.Refuse(AnswerStatus.NoFact, Format(context, "unknown", subject.Name, component), [subject]) with
            {
                Component = component,
            };
        var facts = known.Select(pair => pair.Reading.Because).OfType<Statement>();
        var ways = known.GroupBy(pair => pair.Reading.Availability).ToArray();
        if (ways.Length == 1 && (ways[0].Key == Availability.Unavailable || known.Length == readings.Length))
            return context.Answer([subject], Format(context, Key(component, ways[0].Key), subject.Name, component), facts) with
            {
                Component = component,
            };
        return context.Answer(
            [subject],
            context.Wording["component_group", ("component", Components.Label(component)), ("name", subject.Name)],
            facts
        ) with
        {
            Component = component,
            Rows =
            [
                .. readings
                    .GroupBy(pair => pair.Reading.Availability)
                    .Select(group => new AnswerRow(
                        context.Names([.. group.Select(pair => pair.Release)]),
                        context.Wording["availability_" + group.Key.ToSlug()]
                    )
                    {
                        Availability = group.Key,
                        IsLocal = group.Any(pair => pair.Reading.Because?.IsLocal == true),
                    }),
            ],
        };
    }

    private static Answer ForRelease(AnswerContext context, Release release, string component)
    {
        var reading = release.Component(component, context.Day);
        if (reading.Availability == Availability.Unknown)
            return context.Refuse(AnswerStatus.NoFact, Format(context, "unknown", release.Name, component), [release]);
        var because = reading.Because!;
        if (reading.Availability == Availability.Unavailable && because.ValidFrom is { } later && later.Earliest > context.Day)
        {
            var notYet = context.Wording[
                "component_not_yet",
                ("component", Components.Label(component)),
                ("name", release.Name),
                ("verb", Verb(component) == "are" ? "were" : "was"),
                ("day", AnswerContext.Write(context.Day)),
                ("date", DayText.Raw(because))
            ];
            return context.Answer([release], notYet, [because]);
        }

        var since = because.ValidFrom is not null && reading.Availability.IsPublished() ? " " + context.Since(because) : "";
        var licence = reading.Availability.IsPublished() ? release.GetLicence(component, context.Day) : default;
        var under =
            licence.Value is { } id && context.Facts.Licence(id) is { } terms && !Writings.Contains(component)
                ? licence.Statement?.ValidFrom is { } licensed && because.ValidFrom is { } published && licensed > published
                    ? $" ({LicenceFormatter.GetShortName(terms)} {context.Since(licensed)})"
                    : $" ({LicenceFormatter.GetShortName(terms)})"
                : "";
        return context.Answer(
            [release],
            Format(context, Key(component, reading.Availability), release.Name, component, since, under),
            under.Length > 0 && licence.Statement is { } statement ? [because, statement] : [because]
        ) with
        {
            Notes =
            [
                .. because.Note is { } note ? [note] : Array.Empty<string>(),
                .. DataAnswers.Notes(context, component, reading.Availability, licence),
                .. reading.Availability == Availability.Unavailable ? PromiseFormatter.None(context, release) : [],
            ],
        };
    }

    private static string Key(string component, Availability availability) =>
        Writings.Contains(component) && availability is (Availability.Available or Availability.Unavailable)
            ? "paper_" + availability.ToSlug()
            : availability.ToSlug();

    private static string Format(
        AnswerContext context,
        string key,
        string name,
        string component,
        string since = "",
        string licence = ""
    ) =>
        context.Wording[
            "component_" + key,
            ("component", Components.Label(component)),
            ("name", name),
            ("verb", Verb(component)),
            ("since", since),
            ("licence", licence)
        ];

    private static string Verb(string component) =>
        component
            is Components.Weights
                or Components.IntermediateWeights
                or Components.TrainingData
                or "evaluation_data"
                or Components.EvaluationResults
                or "sample_outputs"
                or "supporting_tools"
            ? "are"
            : "is";
}
