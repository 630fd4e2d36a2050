using AiNewsBot.Facts.Model;

namespace AiNewsBot.Facts.Answers;

/// <summary>On what a model is built, and whether the terms of that bind it.</summary>
internal static class BaseAnswers
{
    public static Answer Create(AnswerContext context, SubjectView subject)
    {
        var built = context
            .Facts.ReleasesOf(subject)
            .Select(release => (release, Text: string.Join(' ', TermsNotes.Base(context, release))))
            .Where(pair => pair.Text.Length > 0)
            .ToArray();
        var facts = built.Select(pair => pair.release.GetEffective(Properties.BasedOn, context.Day).Statement).OfType<Statement>();
        return built switch
        {
            [] => context.Refuse(AnswerStatus.NoFact, context.Wording["base_unknown", ("name", subject.Name)], [subject]),
            [var only] when only.release == subject => context.Answer([subject], $"{subject.Name}: {only.Text}", facts),
            _ => context.Answer([subject], context.Wording["base_group", ("name", subject.Name)], facts) with
            {
                Rows = [.. built.Select(pair => new AnswerRow(pair.release.Name, pair.Text))],
            },
        };
    }
}
