using AiNewsBot.Facts.Model;

namespace AiNewsBot.Facts.Answers;

/// <summary>What there is to know of a model in a few lines: openness, licence, commercial use, dates and maker.</summary>
internal static class OverviewAnswers
{
    public static Answer Create(AnswerContext context, SubjectView subject)
    {
        if (context.Question.AsksOther && subject.Subject.Kind == SubjectKind.Organization)
            return context.Refuse(AnswerStatus.NoFact, context.Wording["overview_other", ("name", subject.Name)], [subject]);
        var openness = OpennessAnswers.Create(context, subject);
        Answer[] others =
            subject is Release
                ?
                [
                    LicenceAnswers.Create(context, subject, null),
                    CommercialAnswers.Create(context, subject),
                    DateAnswers.Create(context, subject),
                    MakerAnswers.Create(context, subject, null),
                ]
                : [CommercialAnswers.Create(context, subject), MakerAnswers.Create(context, subject, null)];
        var told = others.Where(answer => answer.Status == AnswerStatus.Answered && (answer.Rows.IsEmpty || subject is Release)).ToArray();
        if (context.Question.AsksOther)
            openness = openness with { Lead = $"{context.Wording["overview_other", ("name", subject.Name)]} {openness.Lead}" };
        return openness with
        {
            // What restricts use is told with commercial use.
            How = openness.How is { } how ? how.TrimEnd(':') + (how.EndsWith(':') ? "." : "") : null,
            Rows = subject is Release ? [.. told.Select(Row)] : [.. openness.Rows, .. told.Select(Row)],
            Facts = [.. openness.Facts.Concat(told.SelectMany(answer => answer.Facts)).Distinct()],
            Notes = subject is Release ? [.. openness.Notes.Take(1)] : openness.Notes,
        };

        // Code under a licence of its own is told with that of the weights.
        AnswerRow Row(Answer answer) =>
            AspectAnswers.Row(
                context.Wording["aspect_" + NameOf(answer)],
                answer == others[0] && subject is Release release
                    ? answer with
                    {
                        Lead = string.Join(' ', LicenceAnswers.Others(context, release).Prepend(answer.Lead)),
                    }
                    : answer
            );

        string NameOf(Answer answer) =>
            answer == others[^1] ? "maker"
            : subject is not Release || answer == others[1] ? "commercialuse"
            : answer == others[0] ? "licence"
            : "releasedate";
    }
}
