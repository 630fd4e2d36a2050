using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions;
using AiNewsBot.Facts.Questions.Aspects;

namespace AiNewsBot.Facts.Answers;

/// <summary>What a question asks of a model beside what it asks for first: "are NLLB's weights non-commercial, and what of a distilled
/// model or of its outputs" is told of all three.</summary>
internal static class AspectsBeside
{
    // From which likelihood on it is told of what may be asked as well: who did not ask reads a sentence more, who did misses none.
    private const double Possible = 0.15;

    /// <summary>A sentence on each; none where nothing more is asked.</summary>
    public static IEnumerable<string> For(AnswerContext context, SubjectView subject)
    {
        var question = context.Question;
        if (!subject.IsModel)
            yield break;

        // "May we sell our fine-tune of it" asks for what is built on it, too.
        if (question.Has("derived") && DerivativeAnswers.Create(context, subject) is { Rows.IsEmpty: true, Lead: var built })
            yield return built;
        if (IsAsked(question, Aspect.Outputs) && OutputAnswers.Summarize(context, subject) is { } outputs)
            yield return context.Wording["outputs_beside", ("name", subject.Name), ("text", outputs)];
    }

    private static bool IsAsked(Question question, Aspect aspect) =>
        question.Likelihood(aspect) >= Possible && !question.Aspects.Contains(aspect);
}
