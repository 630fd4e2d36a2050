using AiNewsBot.Facts.Model;

namespace AiNewsBot.Facts.Answers;

/// <summary>How large a model is.</summary>
internal static class DetailAnswers
{
    /// <summary>The number of its parameters; null where the facts do not say.</summary>
    public static Answer? ForSize(AnswerContext context, SubjectView subject)
    {
        var sized = context.Facts.ReleasesOf(subject).Where(release => !release.Sizes.IsEmpty).ToArray();
        if (sized.Length == 0)
            return null;
        var facts = sized.SelectMany(release => release.All(Properties.Announced).Take(1));
        return sized is [var only]
            ? context.Answer(
                [subject],
                context.Wording["size_is", ("name", only.Name), ("size", context.Wording.JoinOr(only.Sizes))],
                facts
            )
            : context.Answer([subject], context.Wording["size_group", ("name", subject.Name)], facts) with
            {
                Rows = [.. sized.Select(release => new AnswerRow(release.Name, string.Join(", ", release.Sizes)))],
            };
    }
}
