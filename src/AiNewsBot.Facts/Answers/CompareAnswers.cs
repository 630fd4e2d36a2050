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
        var kinds = judged.Select(pair => pair.Kind).Distinct().ToArray();
        var best = judged.Where(pair => pair.Kind == kinds.Max()).ToArray();
        var more = ("more", wording.Join([.. best.Select(pair => pair.Subject.Name)]));
        var lead = kinds.Contains(VerdictKind.Mixed) ? wording["compare_mixed"]
            : kinds.Contains(VerdictKind.Unknown) ? wording["compare_unknown", ("names", wording.Join([.. judged.Where(pair => pair.Kind == VerdictKind.Unknown).Select(pair => pair.Subject.Name)]))]
            : kinds.Length == 1 ? wording["compare_same"]
            : wording[best.Length > 1 ? "compare_several" : judged.Length > 2 ? "compare_most" : "compare_lead", more];
        return context.Answer(judged.Select(pair => pair.Subject), lead, judged.SelectMany(pair => pair.Judged.SelectMany(one => one.Verdict.Because.Take(2)))) with
        {
            Rows = [.. judged.Select(pair => new AnswerRow(pair.Subject.Name, Says(context, pair.Judged, pair.Kind), pair.Kind)), .. Table(context, judged.Select(pair => pair.Subject).ToImmutableArray())],
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
            var cells = subjects.Cast<Release>().Select(release => (release.Name, release.Component(component, context.Day).Availability)).ToImmutableArray();
            yield return new AnswerRow(Components.Label(component), string.Join("; ", cells.Select(cell => $"{cell.Name} {context.Wording["availability_" + cell.Availability.ToSlug()]}"))) { Cells = cells };
        }
    }
}
