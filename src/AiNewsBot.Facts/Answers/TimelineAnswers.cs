using System.Collections.Immutable;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Answers;

/// <summary>What happened, by date; how licences went; what is new.</summary>
internal static class TimelineAnswers
{
    private const int EntriesPerPage = 25;
    private const int MaxNews = 8;

    /// <summary>The timeline of a subject; the latest are on the first page.</summary>
    public static Answer Create(AnswerContext context, SubjectView subject, int number = 1)
    {
        if (context.Question.AsksLicenceHistory)
            return Licences(context, subject);
        if (
            context.Question.AsksPromise
            && PromiseFormatter.About(context, subject) is var promises
            && (!promises.IsEmpty || !context.Question.AsksHistory)
        )
        {
            return promises.IsEmpty
                ? WithState(
                    context,
                    subject,
                    context.Refuse(AnswerStatus.NoFact, context.Wording["promise_none", ("name", subject.Name)], [subject])
                )
                : Promises(context, subject, promises);
        }

        var entries = Known(context, Timeline.Create(context.Facts, subject));
        if (entries.IsEmpty)
            return context.Refuse(AnswerStatus.NoFact, context.Wording["timeline_none", ("name", subject.Name)], [subject]);
        var events = GroupByDate(entries);
        var page = Page.Create(number, events.Length, EntriesPerPage);
        var shown = events.SkipLast((page.Number - 1) * EntriesPerPage).TakeLast(EntriesPerPage);
        return Rows(context, context.Answer([subject], context.Wording["timeline_lead", ("name", subject.Name)], []), [.. shown]) with
        {
            Page = page,
        };
    }

    // Where nothing was promised, it is told how open the model is, or whether the part is public that is spoken of.
    private static Answer WithState(AnswerContext context, SubjectView subject, Answer answer) =>
        (
            context.Question.Component is { } component and not Components.Weights
                ? ComponentAnswers.Create(context, subject, component)
                : OpennessAnswers.Create(context, subject)
        )
            is { Status: AnswerStatus.Answered } state
            ? answer with
            {
                Notes = [state.Lead],
                Facts = state.Facts,
            }
            : answer;

    /// <summary>All promises, or those of the person or maker that the question names, the latest first.</summary>
    public static Answer Promises(AnswerContext context)
    {
        var question = context.Question;
        var promises = context
            .Facts.Families.Concat(context.Facts.Organizations)
            .Concat(context.Facts.Releases)
            .SelectMany(view => view.All(Properties.Promise))
            .Where(promise => promise.WasEffectiveOn(context.Today) is not false)
            .Where(promise => question.AsksKept is not { } kept || PromiseFormatter.IsKept(context, promise) == kept)
            .ToArray();

        // A named maker without promises gets no promises of others.
        var words = question.UnknownWords.Concat(question.Tokens.Select(token => token.Raw)).Select(Tokenizer.Fold).ToHashSet();
        var by = promises.Where(promise => Tokenizer.Split(promise.Qualifier("by") ?? "").Any(name => words.Contains(name.Text))).ToArray();
        ImmutableArray<Statement> told =
        [
            .. (
                by.Length > 0 ? by
                : question.NamesSomebody ? []
                : promises
            ).OrderByDescending(promise => promise.ValidFrom),
        ];
        return told.IsEmpty
            ? context.Refuse(AnswerStatus.NoFact, context.Wording["promises_none"])
            : context.Answer([], context.Wording["promises_all"], told) with
            {
                Rows =
                [
                    .. told.Select(promise => new AnswerRow(promise.ValidFrom?.Text ?? "", PromiseFormatter.Format(context, promise))
                    {
                        IsLocal = promise.IsLocal,
                    }),
                ],
            };
    }

    /// <summary>The latest of a subject, or of all, newest first.</summary>
    public static Answer News(AnswerContext context, SubjectView? subject)
    {
        var entries = Known(context, subject is null ? context.Facts.History : Timeline.Create(context.Facts, subject));
        if (context.Question.Date is { Period: { } period } date)
        {
            entries = [.. entries.Where(entry => entry.Date.Latest >= period.First && entry.Date.Earliest <= period.Last)];
            if (entries.IsEmpty)
                return context.Refuse(
                    AnswerStatus.NoFact,
                    context.Wording["news_none_then", ("date", date.Typed)],
                    subject is null ? [] : [subject]
                );
        }

        if (entries.IsEmpty)
            return context.Refuse(
                AnswerStatus.NoFact,
                context.Wording["timeline_none", ("name", subject?.Name ?? "")],
                subject is null ? [] : [subject]
            );
        var lead = subject is null ? context.Wording["news_lead_all"] : context.Wording["news_lead", ("name", subject.Name)];
        return Rows(
            context,
            context.Answer(subject is null ? [] : [subject], lead, []),
            [.. GroupByDate([.. entries.TakeLast(2 * MaxNews)]).Reverse().Take(MaxNews)]
        );
    }

    /// <summary>An entry as a sentence.</summary>
    public static string Format(AnswerContext context, TimelineEntry entry)
    {
        var wording = context.Wording;
        var name = ("name", entry.Subject.Name);
        return entry.Kind switch
        {
            TimelineKind.Announced => wording["event_announced", name],
            TimelineKind.WeightsOut
                when entry.Subject is Release release
                    && context.Facts.LicenceOf(release, Components.Weights, entry.Date.Latest) is { } licence => wording[
                "event_weights_under",
                name,
                ("licence", LicenceFormatter.GetShortName(licence))
            ],
            TimelineKind.WeightsOut => wording["event_weights", name],
            TimelineKind.LicenceChanged => wording[
                "event_licence",
                name,
                ("from", Called(context, entry.Before!.Value)),
                ("to", Called(context, entry.Statement.Value))
            ],
            TimelineKind.Promised => PromiseFormatter.Format(context, entry.Statement),
            TimelineKind.Kept => wording["event_kept", ("by", entry.Statement.Qualifier("by") ?? ""), ("what", entry.Statement.Value)],

            // A sentence of a topic builds on the ones before it: alone, it needs the topic's name.
            _ when entry.Subject.Subject.Kind == SubjectKind.Topic => wording["event_topic", name, ("what", entry.Statement.Value)],
            _ => entry.Statement.Value,
        };
    }

    private static Answer Licences(AnswerContext context, SubjectView subject)
    {
        var entries = context
            .Facts.ReleasesOf(subject)
            .Reverse()
            .SelectMany(release =>
                Timeline
                    .Licences(release)
                    .Select(statement => (release, statement, date: statement.ValidFrom ?? release.WeightsOut ?? release.Announced))
            )
            .Where(entry => entry.date is { } date && date.Earliest <= context.Today)
            .OrderBy(entry => entry.date!.Value)
            .ToArray();
        var events = LicenceEvents(context, subject);
        var used = entries.Select(entry => entry.statement.Value).Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
        var name = ("name", subject.Name);
        if (used.Length == 0)
            return LicenceAnswers.Create(context, subject, null);
        var lead =
            used.Length == 1 && !events.IsEmpty ? context.Wording["timeline_licence_events", name, ("licence", Called(context, used[0]))]
            : used.Length == 1 ? context.Wording["timeline_licence_same", name, ("licence", Called(context, used[0]))]
            : entries
                .GroupBy(entry => entry.release)
                .Any(own => own.Select(entry => entry.statement.Value).Distinct(StringComparer.OrdinalIgnoreCase).Skip(1).Any())
                ? context.Wording[
                    AskedYes.IsOfOpposite(context.Question.Tokens) ? "timeline_licence_changed_told" : "timeline_licence_changed",
                    name
                ]
            : context.Wording["timeline_licences", name];
        return context.Answer(
            [subject],
            lead,
            entries.Select(entry => entry.statement).Concat(events.Select(entry => entry.Statement))
        ) with
        {
            Rows =
            [
                .. entries
                    .Select(entry =>
                        (
                            Date: entry.date!.Value,
                            Text: $"{entry.release.Name}: {Called(context, entry.statement.Value)}",
                            entry.statement.IsLocal
                        )
                    )
                    .Concat(events.Select(entry => (entry.Date, Text: Format(context, entry), entry.Statement.IsLocal)))
                    .OrderBy(row => row.Date)
                    .Select(row => new AnswerRow(DateText.Write(row.Date), row.Text) { IsLocal = row.IsLocal }),
            ],
        };
    }

    // A text that is revised keeps its name, and what it asks changed all the same.
    private static ImmutableArray<TimelineEntry> LicenceEvents(AnswerContext context, SubjectView subject) =>
        [
            .. Known(context, Timeline.Create(context.Facts, subject))
                .Where(entry => entry is { Kind: TimelineKind.Told, Statement.Property: Properties.Event })
                .Where(entry => entry.Statement.Qualifier(Qualifiers.EventKind) == EventKinds.Licence),
        ];

    private static Answer Promises(AnswerContext context, SubjectView subject, ImmutableArray<Statement> promises)
    {
        var said = promises.Select(promise => PromiseFormatter.Format(context, promise)).ToImmutableArray();
        var published = subject is Release { FirstWeights: null }
            ? [context.Wording["date_no_weights_of", ("name", subject.Name)]]
            : ImmutableArray<string>.Empty;
        return context.Answer([subject], said[0], promises) with { Notes = [.. said.Skip(1), .. published] };
    }

    private static Answer Rows(AnswerContext context, Answer answer, ImmutableArray<ImmutableArray<TimelineEntry>> events) =>
        answer with
        {
            Facts = [.. events.SelectMany(entries => entries).Select(entry => entry.Statement).Distinct()],
            Events = [.. events.SelectMany(entries => entries)],
            Rows =
            [
                .. events.Select(entries => new AnswerRow(Dated(entries), Format(context, entries))
                {
                    IsLocal = entries.Any(entry => entry.Statement.IsLocal),
                }),
            ],
        };

    // What two statements date alike rests on more than one index; a promise that was kept bears another date than its statement.
    private static string Dated(ImmutableArray<TimelineEntry> entries) =>
        (entries.All(entry => entry.Statement.IsDateApproximate && entry.Date.Text == entry.Statement.ValidFrom?.Text) ? DayText.About : "")
        + DateText.Write(entries[0].Date);

    // A release that is announced with its weights is one event, and told in one sentence.
    private static ImmutableArray<ImmutableArray<TimelineEntry>> GroupByDate(ImmutableArray<TimelineEntry> entries)
    {
        var weights = entries.Where(entry => entry.Kind == TimelineKind.WeightsOut).ToLookup(entry => (entry.Subject, entry.Date));
        var announced = entries
            .Where(entry => entry.Kind == TimelineKind.Announced)
            .Select(entry => (entry.Subject, entry.Date))
            .ToHashSet();
        return
        [
            .. entries
                .Where(entry => entry.Kind != TimelineKind.WeightsOut || !announced.Contains((entry.Subject, entry.Date)))
                .Select(entry =>
                    entry.Kind == TimelineKind.Announced ? [entry, .. weights[(entry.Subject, entry.Date)]] : ImmutableArray.Create(entry)
                ),
        ];
    }

    private static string Format(AnswerContext context, ImmutableArray<TimelineEntry> entries) =>
        entries switch
        {
            [{ Subject: Release release }, { } weights]
                when context.Facts.LicenceOf(release, Components.Weights, weights.Date.Latest) is { } licence => context.Wording[
                "event_announced_weights_under",
                ("name", release.Name),
                ("licence", LicenceFormatter.GetShortName(licence))
            ],
            [{ } announced, _] => context.Wording["event_announced_weights", ("name", announced.Subject.Name)],
            _ => Format(context, entries[0]),
        };

    private static ImmutableArray<TimelineEntry> Known(AnswerContext context, ImmutableArray<TimelineEntry> entries) =>
        [.. entries.Where(entry => entry.Date.Earliest <= context.Today)];

    private static string Called(AnswerContext context, string licence) =>
        context.Facts.Licence(licence) is { } known ? LicenceFormatter.GetFullName(known) : licence;
}
