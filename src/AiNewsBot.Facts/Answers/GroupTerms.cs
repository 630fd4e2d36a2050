using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Aspects;

namespace AiNewsBot.Facts.Answers;

/// <summary>In a line how the licences of a family differ, where which of its releases is meant is not said.</summary>
internal static class GroupTerms
{
    private const int MinLicences = 3;
    private const int MinWays = 2;

    /// <summary>The line on a family that is named beside a release of another: "a black box like Llama" does not ask how each Llama is.
    /// Null where it can be told as it is.</summary>
    public static Answer? InPassing(AnswerContext context, SubjectView asked, SubjectView family, Aspect aspect) =>
        asked is not Release || context.Facts.FamilyOf(asked) == family
            ? null
            : aspect switch
            {
                Aspect.Openness => TellOpenness(context, family),
                Aspect.Licence or Aspect.CommercialUse or Aspect.Restrictions => Tell(context, family) is { } told
                    ? told with
                    {
                        Intent = aspect.ToIntent(),
                    }
                    : null,
                _ => null,
            };

    private static Answer? TellOpenness(AnswerContext context, SubjectView family)
    {
        if (!context.IsEnglish || family.Subject.Kind != SubjectKind.Family)
            return null;
        var judged = OpennessAnswers.Judge(context, family);
        var ways = judged.GroupBy(pair => pair.Verdict.Kind).ToArray();
        if (ways.Length < MinWays)
            return null;
        var told = ways.Select(way => $"{context.Wording.Name(way.Key)} ({context.Names([.. way.Select(pair => pair.Release)])})");
        return context.Answer(
            [family],
            context.Wording["openness_differs", ("name", family.Name), ("ways", string.Join("; ", told))],
            judged.SelectMany(pair => pair.Verdict.Because.Take(2))
        ) with
        {
            Intent = Intent.Openness,
        };
    }

    /// <summary>The line; null where one or two licences can be told as they are.</summary>
    public static Answer? Tell(AnswerContext context, SubjectView family)
    {
        if (family.Subject.Kind != SubjectKind.Family)
            return null;
        var judged = OpennessAnswers.Judge(context, family).Where(pair => pair.Verdict.Licence is not null).ToArray();
        if (judged.Select(pair => pair.Verdict.Licence).Distinct().Count() < MinLicences)
            return null;
        var uses = judged
            .GroupBy(pair => pair.Verdict.Licence!.Commercial)
            .Select(same =>
            {
                var names = context.Names([.. same.Select(pair => pair.Release)]);
                var use = context.Wording["commercial_" + same.Key.ToString().ToLowerInvariant()];
                var under = same.Select(pair => pair.Verdict.Licence!).Distinct().ToArray() is [var only]
                    ? LicenceFormatter.GetFullName(only)
                    : context.Wording["licences_each"];
                return $"{names} {use} ({under})";
            });
        return context.Answer(
            [family],
            context.Wording["licences_differ", ("name", family.Name), ("uses", string.Join("; ", uses))],
            judged.SelectMany(pair => pair.Verdict.Because.Take(2))
        );
    }
}
