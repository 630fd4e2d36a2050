using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Facts.Verdicts;

namespace AiNewsBot.Answering.Pictures;

/// <summary>Which answers are easier to look at than to read.</summary>
internal static class AnswerPictures
{
    /// <summary>The picture of an answer: a comparison, a timeline, or the releases of a maker or of a family that depends on the release;
    /// null for other answers.</summary>
    /// <param name="isLookup">Whether a model is looked up: a question about a family is answered in words, which are read sooner.</param>
    public static Picture? Create(Answer answer, FactBase facts, DateOnly today, bool isLookup = false)
    {
        if (answer.Status != AnswerStatus.Answered)
            return null;
        var day = answer.AsOf ?? today;
        return answer switch
        {
            { Intent: Intent.Compare, Subjects.Length: 2 or 3 } => ComponentMatrix.Create(facts, answer.Subjects, day)
                is { Rows.IsEmpty: false } matrix
                ? matrix
                : null,
            { Intent: Intent.Timeline, Subjects: [var subject], Events.IsEmpty: false } => EventLineBuilder.Create(
                facts,
                subject,
                answer.Events,
                day
            ),
            { Intent: Intent.Openness, Subjects: [{ Subject.Kind: SubjectKind.Organization } maker] } => ReleaseChart.Create(
                facts,
                maker,
                day
            ),
            { Intent: Intent.Openness, Verdict: VerdictKind.Mixed, Subjects: [{ Subject.Kind: SubjectKind.Family } family] }
                when isLookup => ReleaseChart.Create(facts, family, day),
            _ => null,
        };
    }
}
