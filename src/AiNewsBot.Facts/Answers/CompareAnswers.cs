using System.Collections.Immutable;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Verdicts;

namespace AiNewsBot.Facts.Answers;

/// <summary>How open two or three are, side by side.</summary>
internal static class CompareAnswers
{
    private const int MaxCount = 3;

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
        var lead = context.Question.AsksCommercialUse
            ? CommercialAnswers.Summary(context, judged.Select(pair => (pair.Subject.Name, pair.Judged.Select(one => one.Verdict))))
            : Lead(
                context,
                judged.Select(pair => (pair.Subject.Name, pair.Kind)).ToArray(),
                () => CompareDifferences.Tell(context, [.. judged.Select(pair => new Compared(context, pair.Subject, pair.Judged))])
            );
        if (judged.Length == 1)
            return OpennessAnswers.Create(context, judged[0].Subject);
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
