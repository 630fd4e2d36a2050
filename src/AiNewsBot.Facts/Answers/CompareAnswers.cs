using System.Collections.Immutable;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Verdicts;

namespace AiNewsBot.Facts.Answers;

/// <summary>How open two or three are, side by side; of more, each in a line.</summary>
internal static class CompareAnswers
{
    private const int MaxSideBySide = 3;
    private const int MaxCount = 12;

    // What people look at first; a picture has all.
    private static readonly ImmutableArray<string> FirstLooks =
    [
        Components.Weights,
        Components.TrainingCode,
        Components.InferenceCode,
        Components.TrainingData,
        Components.Paper,
    ];

    public static Answer Create(AnswerContext context, IEnumerable<SubjectView> subjects)
    {
        var judged = subjects
            .Take(MaxCount)
            .Select(subject => (Subject: subject, Judged: OpennessAnswers.Judge(context, subject)))
            .Select(pair => (pair.Subject, pair.Judged, Kind: VerdictRules.Combine([.. pair.Judged.Select(one => one.Verdict)])))
            .ToArray();
        var isMany = judged.Length > MaxSideBySide;
        var lead =
            context.Question.AsksCommercialUse ? Uses(context, judged)
            : isMany && IsUnequal(judged.Select(pair => pair.Kind)) ? context.Wording["parts"]
            : Lead(
                context,
                judged.Select(pair => (pair.Subject.Name, pair.Kind)).ToArray(),
                () => CompareDifferences.Tell(context, [.. judged.Select(pair => new Compared(context, pair.Subject, pair.Judged))])
            );
        if (judged.Length == 1)
            return OpennessAnswers.Create(context, judged[0].Subject);
        if (context.Question.AsksCommercialUse)
            return OnUse(context, judged, lead);
        if (isMany)
            return Many(context, judged, lead);
        Release[] releases = [.. judged.Select(pair => pair.Subject).OfType<Release>()];
        var isTable = releases.Length == judged.Length;
        var facts = judged
            .SelectMany(pair => pair.Judged.SelectMany(one => one.Verdict.Because.Take(2)))
            .Concat(
                isTable
                    ? releases
                        .SelectMany(release => release.ComponentsOn(context.Day))
                        .Select(reading => reading.Because)
                        .OfType<Statement>()
                    : []
            );
        return context.Answer(judged.Select(pair => pair.Subject), lead, facts) with
        {
            Rows =
            [
                .. judged.Select(pair => new AnswerRow(pair.Subject.Name, Summarize(context, pair.Judged, pair.Kind), pair.Kind)),
                .. isTable ? Looks(context, releases).Select(component => Row(context, component, releases)) : [],
            ],
        };
    }

    private static string Uses(
        AnswerContext context,
        IEnumerable<(SubjectView Subject, ImmutableArray<(Release Release, Verdict Verdict)> Judged, VerdictKind Kind)> judged
    ) => CommercialAnswers.Summary(context, judged.Select(pair => (pair.Subject.Name, pair.Judged.Select(one => one.Verdict))));

    // Behind whether each may be used the licence by which, and what that asks for.
    private static Answer OnUse(
        AnswerContext context,
        (SubjectView Subject, ImmutableArray<(Release Release, Verdict Verdict)> Judged, VerdictKind Kind)[] judged,
        string lead
    ) =>
        OfEach(
            context,
            judged,
            lead,
            (releases, _) =>
                releases.Select(one => one.Verdict.Licence).Distinct().ToArray() is [{ } only]
                    ? LicenceFormatter.GetFullName(only) + Conditions(releases)
                    : CommercialAnswers.Uses(context, releases)
        );

    // "How open are these eight": how open each is, and under which licence.
    private static Answer Many(
        AnswerContext context,
        (SubjectView Subject, ImmutableArray<(Release Release, Verdict Verdict)> Judged, VerdictKind Kind)[] judged,
        string lead
    ) =>
        OfEach(
            context,
            judged,
            lead,
            (releases, kind) => kind == VerdictKind.Mixed ? ByKind(context, releases) : Summarize(context, releases, kind)
        );

    private static Answer OfEach(
        AnswerContext context,
        (SubjectView Subject, ImmutableArray<(Release Release, Verdict Verdict)> Judged, VerdictKind Kind)[] judged,
        string lead,
        Func<ImmutableArray<(Release Release, Verdict Verdict)>, VerdictKind, string> tell
    ) =>
        context.Answer(
            judged.Select(pair => pair.Subject),
            lead,
            judged.SelectMany(pair => pair.Judged.SelectMany(one => one.Verdict.Because.Take(2)))
        ) with
        {
            Rows = [.. judged.Select(pair => new AnswerRow(pair.Subject.Name, tell(pair.Judged, pair.Kind), pair.Kind))],
        };

    // Which of many is the most open cannot be said where that of one depends on the release, or is not known.
    private static bool IsUnequal(IEnumerable<VerdictKind> kinds) => kinds.Any(kind => kind is VerdictKind.Mixed or VerdictKind.Unknown);

    // "Llama 4, Llama 3.3: restricted weights; LLaMA 1: non-commercial weights"
    private static string ByKind(AnswerContext context, ImmutableArray<(Release Release, Verdict Verdict)> judged) =>
        string.Join(
            "; ",
            judged
                .GroupBy(pair => pair.Verdict.Kind)
                .Select(same => $"{context.Names([.. same.Select(pair => pair.Release)])}: {context.Wording.Name(same.Key)}")
        );

    // What one licence asks of those who earn money with it.
    private static string Conditions(ImmutableArray<(Release Release, Verdict Verdict)> judged) =>
        judged.Select(pair => pair.Verdict.Licence).Distinct().ToArray() is [{ Commercial: CommercialUse.Conditional } licence]
        && licence.Restrictions.Any()
            ? $": {LicenceFormatter.Clauses(licence.Restrictions)}"
            : "";

    // Those in which they differ before those in which they do not, then as people look at them.
    private static IEnumerable<string> Looks(AnswerContext context, Release[] releases)
    {
        var all = FirstLooks.Union(Components.All).ToArray();
        return all.OrderBy(component =>
            {
                var each = releases.Select(release => release.Component(component, context.Day).Availability).ToArray();
                return each.Select(Compared.IsPublic).Distinct().Count() > 1 ? 0
                    : each.Distinct().Count() > 1 ? 1
                    : 2;
            })
            .Take(FirstLooks.Length)
            .OrderBy(component => Array.IndexOf(all, component));
    }

    private static string Lead(AnswerContext context, (string Name, VerdictKind Kind)[] compared, Func<string> differences)
    {
        var wording = context.Wording;
        string[] mixed = [.. compared.Where(one => one.Kind == VerdictKind.Mixed).Select(one => one.Name)];
        if (mixed.Length > 0)
            return wording[mixed.Length > 1 ? "compare_mixed_several" : "compare_mixed", ("names", wording.Join(mixed))];
        string[] unknown = [.. compared.Where(one => one.Kind == VerdictKind.Unknown).Select(one => one.Name)];
        if (unknown.Length > 0)
            return wording["compare_unknown", ("names", wording.JoinOr(unknown))];
        string[] best = [.. compared.Where(one => one.Kind == compared.Max(other => other.Kind)).Select(one => one.Name)];
        if (best.Length == compared.Length && compared.Length > 1 && compared[0].Kind == VerdictKind.Closed)
            return wording["compare_closed", ("names", wording.Join(best))];
        return best.Length == compared.Length
            ? wording[
                "compare_alike",
                ("names", wording.Join(best)),
                ("kind", wording.Name(compared[0].Kind)),
                ("differences", differences())
            ]
            : wording[
                best.Length > 1 ? "compare_several"
                : compared.Length > 2 ? "compare_most"
                : "compare_lead",
                ("more", wording.Join(best))
            ];
    }

    private static string Summarize(AnswerContext context, ImmutableArray<(Release Release, Verdict Verdict)> judged, VerdictKind kind)
    {
        var licences = judged
            .Select(pair => pair.Verdict.Licence)
            .OfType<Licence>()
            .Distinct()
            .Select(LicenceFormatter.GetShortName)
            .ToArray();
        return licences.Length is > 0 and <= 3
            ? $"{context.Wording.Name(kind)} ({string.Join(", ", licences)})"
            : context.Wording.Name(kind);
    }

    private static AnswerRow Row(AnswerContext context, string component, Release[] releases)
    {
        var cells = releases.Select(release => (release.Name, release.Component(component, context.Day).Availability)).ToImmutableArray();
        var words = cells.Select(cell => $"{cell.Name} {context.Wording["availability_" + cell.Availability.ToSlug()]}");
        return new AnswerRow(Components.Label(component), string.Join("; ", words)) { Cells = cells };
    }
}
