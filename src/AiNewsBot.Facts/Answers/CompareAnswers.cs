using System.Collections.Immutable;
using AiNewsBot.Facts.Verdicts;

namespace AiNewsBot.Facts.Answers;

/// <summary>How open two or three are, side by side.</summary>
internal static class CompareAnswers
{
    private const int Most = 3;

    public static Answer Of(AnswerContext context, IEnumerable<SubjectView> subjects)
    {
        var judged = subjects.Take(Most).Select(subject => (Subject: subject, Judged: OpennessAnswers.Judge(context, subject)))
            .Select(pair => (pair.Subject, pair.Judged, Kind: VerdictRules.Combine(pair.Judged.Select(one => one.Verdict.Kind)))).ToArray();
        var wording = context.Wording;
        var rows = judged.Select(pair => wording["compare_row", ("name", pair.Subject.Name), ("verdict", Says(context, pair.Judged, pair.Kind))]).ToArray();
        var kinds = judged.Select(pair => pair.Kind).Distinct().ToArray();
        var parts = string.Join("; ", rows);
        var lead = kinds.Contains(VerdictKind.Mixed) || kinds.Contains(VerdictKind.Unknown) ? wording["compare_mixed", ("rows", parts)]
            : kinds.Length == 1 ? wording["compare_same", ("rows", parts)]
            : wording["compare_lead", ("more", judged.MaxBy(pair => pair.Kind).Subject.Name), ("rows", parts)];
        return context.Answer(judged.Select(pair => pair.Subject), lead, judged.SelectMany(pair => pair.Judged.SelectMany(one => one.Verdict.Because.Take(2)))) with
        {
            Rows = [.. Table(context, judged.Select(pair => pair.Subject).ToImmutableArray())],
        };
    }

    private static string Says(AnswerContext context, ImmutableArray<(Release Release, Verdict Verdict)> judged, VerdictKind kind)
    {
        var licences = judged.Select(pair => pair.Verdict.Licence).OfType<Licence>().Distinct().Select(LicenceWords.Name).ToArray();
        return licences.Length is > 0 and <= 3 ? $"{context.Wording.Name(kind)} ({string.Join(", ", licences)})" : context.Wording.Name(kind);
    }

    // What people look at first; the card shows the rest.
    private static IEnumerable<AnswerRow> Table(AnswerContext context, ImmutableArray<SubjectView> subjects)
    {
        if (!subjects.All(subject => subject is Release))
            yield break;
        foreach (var component in (ImmutableArray<string>)[Components.Weights, Components.TrainingCode, Components.InferenceCode, Components.TrainingData, Components.Paper])
        {
            var cells = subjects.Cast<Release>().Select(release =>
                $"{release.Name} {context.Wording["availability_" + release.Component(component, context.Day).Availability.ToSlug()]}");
            yield return new AnswerRow(Components.Label(component), string.Join("; ", cells));
        }
    }
}
