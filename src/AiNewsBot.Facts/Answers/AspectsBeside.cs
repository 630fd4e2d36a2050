using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Questions.Cues;

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
        if (SpeaksOfDerived(question) && DerivativeAnswers.Create(context, subject) is { Rows.IsEmpty: true, Lead: var built })
            yield return built;
        if (IsAsked(question, Aspect.Outputs) && OutputAnswers.Summarize(context, subject) is { } outputs)
            yield return context.Wording["outputs_beside", ("name", subject.Name), ("text", outputs)];
    }

    // "It was fine-tuned on MS MARCO" tells how it was made.
    private static bool SpeaksOfDerived(Question question) =>
        Enumerable
            .Range(0, question.Tokens.Length)
            .Any(index =>
                PropositionWords.Shipped.Is("derived", question.Tokens[index].Text)
                && !(
                    index > 0
                    && index + 1 < question.Tokens.Length
                    && question.Tokens[index - 1].Text is "is" or "are" or "was" or "were" or "been"
                    && question.Tokens[index + 1].Text == "on"
                )
            );

    private static bool IsAsked(Question question, Aspect aspect) =>
        question.Likelihood(aspect) >= Possible && !question.Aspects.Contains(aspect) && !AskedAspects.SpeaksOfOutputs(question);
}
