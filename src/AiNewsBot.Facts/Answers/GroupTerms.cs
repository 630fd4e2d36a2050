using AiNewsBot.Facts.Model;

namespace AiNewsBot.Facts.Answers;

/// <summary>In a line how the licences of a family differ, where which of its releases is meant is not said.</summary>
internal static class GroupTerms
{
    private const int MinLicences = 3;

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
