using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Questions.Propositions;

namespace AiNewsBot.Facts.Answers;

/// <summary>What a question only starts from, beside the answer to what it asks: what is so is not told again, and what is not is put
/// right.</summary>
internal static class PremiseAnswers
{
    /// <summary>Those of the things put forward that are asked about; none where all are only told.</summary>
    public static CheckedClaim[] Asked(Question question, CheckedClaim[] judged)
    {
        var asked = Array.FindAll(judged, claim => !Premises.IsContext(question, claim.Claim));
        var last = Array.FindLastIndex(asked, claim => question.Aspects.Contains(claim.Claim.Aspect));
        return [.. asked.Where((claim, index) => !LeadsTo(question, claim, index < last ? asked[last] : null))];
    }

    // "Its weights are Apache, I guess you can sell it?" asks for the last of both.
    private static bool LeadsTo(Question question, CheckedClaim claim, CheckedClaim? last) =>
        last?.Claim.Subject == claim.Claim.Subject
        && claim.Judgement == ClaimJudgement.Agrees
        && claim.Claim.Aspect is Aspect.Licence or Aspect.Component
        && !question.Aspects.Contains(claim.Claim.Aspect);

    /// <summary>The answer with what is wrong of the premises put right behind it.</summary>
    public static Answer Beside(AnswerContext context, Answer answer, CheckedClaim[] asked, CheckedClaim[] premises)
    {
        var wrong = Array.FindAll(
            premises,
            premise => IsWrong(context, premise) && !Array.Exists(asked, claim => AreOfOne(claim, premise))
        );
        return answer with
        {
            Notes = [.. answer.Notes, .. wrong.Select(premise => Write(context, premise))],
            Facts = [.. answer.Facts.Concat(wrong.SelectMany(premise => premise.Facts)).Distinct()],
        };
    }

    /// <summary>The answer to what is asked behind premises alone. Where it would tell once more what was told, what that means for use is
    /// told.</summary>
    public static Answer Behind(AnswerContext context, Answer answer, CheckedClaim[] premises)
    {
        var told =
            answer is { Intent: Intent.Licence, Subjects.Length: 1, IsDecided: false }
            && premises is [{ Judgement: ClaimJudgement.Agrees, Claim.Says: { Aspect: Aspect.Licence, Component: null } } licence]
                ? OnUse(context, licence.Claim.Subject)
                : answer;
        var wrong = Array.FindAll(premises, premise => IsWrong(context, premise));
        return told with
        {
            Proposition = new AnsweredProposition(
                string.Join("; ", premises.Select(premise => premise.Said)),
                premises.Select(premise => PropositionAnswers.Holds(premise.Judgement)).Distinct().ToArray() is [var all] ? all : null
            ),
            Notes = [.. wrong.Select(premise => Write(context, premise)), .. told.Notes],
            Facts = [.. told.Facts.Concat(wrong.SelectMany(premise => premise.Facts)).Distinct()],
        };
    }

    // Who is told that it is not open source need not be told again that it is not.
    private static bool AreOfOne(CheckedClaim asked, CheckedClaim premise) =>
        asked.Claim.Subject == premise.Claim.Subject
        && asked.Claim.Says with
        {
            IsDenied = false,
            Time = premise.Claim.Says.Time,
            Reach = premise.Claim.Says.Reach,
        } == premise.Claim.Says with { IsDenied = false };

    private static Answer OnUse(AnswerContext context, SubjectView subject) =>
        AspectAnswers.Create(
            context with
            {
                Question = context.Question with
                {
                    Intent = Intent.CommercialUse,
                    Aspects = [Aspect.CommercialUse],
                    Propositions = [],
                    IsClaim = true,
                },
            },
            [subject],
            null
        );

    private static string Write(AnswerContext context, CheckedClaim premise) =>
        $"{premise.Said}: {PropositionAnswers.Opening(context, premise, isAsked: false)} {premise.Reason}";

    // What its page once said is told with its licence: that it is not so would be half of it.
    private static bool IsWrong(AnswerContext context, CheckedClaim premise) =>
        premise.Judgement == ClaimJudgement.Disagrees
        && Premises.IsOfToday(premise.Claim)
        && !(
            premise.Claim.Says is { Term: OpennessTerm.NonCommercial, IsDenied: false }
            && TermsNotes.TellsOfTerms(context, premise.Claim.Subject)
        );
}
