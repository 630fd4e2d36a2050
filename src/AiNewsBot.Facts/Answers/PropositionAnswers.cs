using System.Collections.Immutable;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Questions.Propositions;

namespace AiNewsBot.Facts.Answers;

/// <summary>Yes and no to what a question puts forward, and to that alone: an answer on the matter follows.</summary>
internal static class PropositionAnswers
{
    /// <summary>The answer with what is put forward judged first.</summary>
    public static Answer Over(AnswerContext context, Answer answer)
    {
        if (
            answer.Status is not (AnswerStatus.Answered or AnswerStatus.NoFact)
            || answer.Intent is Intent.List or Intent.Definition or Intent.Topic or Intent.News
        )
            return answer;
        if (AskedPropositions.Find(context) is not { IsEmpty: false } claims)
            return answer;
        CheckedClaim[] judged =
        [
            .. claims
                .Select(claim => ClaimJudge.Judge(context, claim with { Says = claim.Says with { AllowsConditions = true } }))
                .DistinctBy(claim => claim.Said)
                .DistinctBy(claim => claim.Judgement == ClaimJudgement.Agrees ? $"{claim.Claim.Aspect} {claim.Reason}" : claim.Said),
        ];
        if (answer.IsDecided)
            return PremiseAnswers.Behind(context, answer, judged);
        var asked = PremiseAnswers.Asked(context.Question, judged);
        if (
            (asked.Length == 0 || Array.TrueForAll(judged, claim => Premises.Is(context.Question, claim.Claim)))
            && !IsAnswered(answer, judged)
        )
            return PremiseAnswers.Behind(context, answer, judged);
        if (asked.Length == 0)
            asked = judged;
        var told = asked is [var only] ? Single(context, answer, only) : Several(context, answer, asked);
        return asked.Length == judged.Length ? told : PremiseAnswers.Beside(context, told, asked, [.. judged.Except(asked)]);
    }

    private static Answer Single(AnswerContext context, Answer answer, CheckedClaim judged)
    {
        var proposed = answer with { Proposition = new AnsweredProposition(judged.Said, Holds(judged.Judgement)) };
        return
            judged.Judgement == ClaimJudgement.Unknown
            || judged.Claim.IsVerbless
            || answer.Status == AnswerStatus.Answered && IsUnderConditions(context.Question, judged)
            || judged is { Judgement: ClaimJudgement.Agrees, Claim: { IsAsked: true, Aspect: Aspect.Licence, Says.Time: TimeScope.Now } }
                && AskedYes.IsOfOpposite(context.Question.Tokens)
            || answer.Status == AnswerStatus.Answered
                && IsPlain(judged.Claim)
                && answer.Intent == judged.Claim.Aspect.ToIntent()
                && IsOf(context, answer, judged.Claim.Subject)
                && !(answer.IsListOfParts && answer.Rows.Any(row => row.Matter?.Subject == judged.Claim.Subject))
            ? proposed
            : Judged(context, proposed, judged);
    }

    // "Is OpenMDW approved? Nemotron uses it": an answer on Nemotron does not answer that.
    private static bool IsOf(AnswerContext context, Answer answer, SubjectView subject) =>
        answer.Subjects.Any(other =>
            other == subject || context.Facts.FamilyOf(other) == subject || context.Facts.FamilyOf(subject) == other
        );

    // Neither yes nor no: what is asked of who trains on outputs is what the answer on outputs begins with.
    private static bool IsUnderConditions(Question question, CheckedClaim judged) =>
        question.Aspects.Any(aspect => IsOnOutputs(judged.Claim, aspect))
        && judged.Facts.Any(fact => fact is { Property: Properties.OutputsTraining, Value: "conditional" });

    // Where what is put forward is wrong and is what is asked about, the answer says so itself.
    private static bool IsAnswered(Answer answer, CheckedClaim[] judged) =>
        Array.Exists(
            judged,
            claim =>
                claim.Judgement == ClaimJudgement.Disagrees
                && claim.Claim.Aspect.ToIntent() == answer.Intent
                && answer.Subjects.Contains(claim.Claim.Subject)
        );

    // What answers of its kind begin with already.
    private static bool IsPlain(Proposition claim) =>
        (claim.IsAsked || claim.IsVerbless)
        && claim.Speaker is null
        && claim.Says is { IsDenied: false, Time: TimeScope.Now, Reach: Reach.Whole, Amount: null, IsUnlimited: false }
        && claim.Aspect is Aspect.Openness or Aspect.Licence or Aspect.CommercialUse or Aspect.Component or Aspect.Outputs;

    private static Answer Judged(AnswerContext context, Answer answer, CheckedClaim judged)
    {
        var opening = Opening(context, judged, judged.Claim.IsAsked || judged.Claim.Speaker is not null);
        var isSame = answer.Intent == judged.Claim.Aspect.ToIntent() && answer.Subjects.Contains(judged.Claim.Subject);
        var led =
            isSame
            && answer.How is not null
            && judged.Claim.Says
                is {
                    Time: TimeScope.Now,
                    Term: OpennessTerm.OpenSource or OpennessTerm.OpenWeights or OpennessTerm.Open or OpennessTerm.Closed
                }
                ? judged.Claim.Subject as Release
                : null;
        var isCompared = answer.Intent == Intent.Compare && answer.Subjects.Length > 1;
        if (!isSame && !isCompared && judged.Claim.Says.Time == TimeScope.Now)
            answer = answer with
            {
                Intent = judged.Claim.Aspect.ToIntent(),
                AsOf = judged.Claim.Aspect is Aspect.ReleaseDate or Aspect.Maker ? null : answer.AsOf,
                Verdict = judged.Verdict,
                Definitions = [],
                Component = judged.Claim.Says.Component,
            };
        return answer with
        {
            Status = AnswerStatus.Answered,
            Proposition = new AnsweredProposition(judged.Said, Holds(judged.Judgement)),
            Judged = judged.Claim.IsAsked ? null : judged.Said,
            // "That is so. Not fully: it is open weights" would say two things.
            Lead = $"{opening} {(led is null ? judged.Reason : OpennessAnswers.Statement(context, led))}",
            How = led is null ? null : answer.How,
            Rows = isSame || isCompared ? answer.Rows.RemoveAll(row => row.Matter == (judged.Claim.Subject, judged.Claim.Aspect)) : [],
            Notes =
                !isSame ? [.. Likened(context, judged.Claim)]
                : answer.Intent == Intent.Restrictions ? answer.Notes.Insert(0, answer.Lead)
                : answer.Notes,
            Subjects =
                answer.Subjects.Contains(judged.Claim.Subject)
                || answer.Subjects.Any(subject => context.Facts.FamilyOf(subject) == judged.Claim.Subject)
                    ? answer.Subjects
                    : [judged.Claim.Subject],
            Facts = [.. judged.Facts.Concat(answer.Facts).Distinct()],
        };
    }

    // "Is V3 MIT like R1": under what the second is decides whether they are alike.
    private static IEnumerable<string> Likened(AnswerContext context, Proposition claim)
    {
        var tokens = context.Question.Tokens;
        return claim is { Aspect: Aspect.Licence, IsAsked: true }
            ? context
                .Question.Links.Where(link =>
                    link.Subject is Release
                    && link.Subject != claim.Subject
                    && link.Start > 0
                    && tokens[link.Start - 1].Text is "like" or "as"
                )
                .Select(link => LicenceAnswers.Create(context, link.Subject, null).Lead)
            : [];
    }

    private static Answer Several(AnswerContext context, Answer answer, CheckedClaim[] judged)
    {
        var known = judged.Select(claim => claim.Judgement).Distinct().ToArray();
        if (known is [ClaimJudgement.Unknown])
            return answer;
        bool? holds =
            known is [ClaimJudgement.Agrees] ? true
            : known.Contains(ClaimJudgement.Disagrees) ? false
            : null;
        var isAsked = judged.Any(claim => claim.Claim.IsAsked);
        var lead = context.Wording[
            known switch
            {
                [ClaimJudgement.Agrees] => isAsked ? "parts_all_yes" : "parts_all_so",
                [ClaimJudgement.Disagrees] => isAsked ? "parts_all_no" : "parts_none_so",
                _ => "parts_some",
            }
        ];
        SubjectView[] subjects = [.. judged.Select(claim => claim.Claim.Subject).Distinct()];
        return
            (
                answer with
                {
                    Status = AnswerStatus.Answered,
                    Proposition = new AnsweredProposition(string.Join("; ", judged.Select(claim => claim.Said)), holds),
                    Lead = lead,
                    IsListOfParts = true,
                    How = null,
                    Subjects = [.. answer.Subjects.Intersect(subjects), .. subjects.Except(answer.Subjects)],
                    Verdict = subjects.Length == 1 ? answer.Verdict : null,
                    Rows =
                    [
                        .. judged.Select(claim => new AnswerRow(
                            claim.Said,
                            $"{Opening(context, claim, isAsked: false)} {claim.Reason}",
                            claim.Verdict
                        )
                        {
                            Matter = (claim.Claim.Subject, claim.Claim.Aspect),
                            IsClaim = true,
                        }),
                    ],
                    Notes = [.. Histories(context, judged)],
                    Facts = [.. judged.SelectMany(claim => claim.Facts).Distinct()],
                }
            )
                is var told
            && Rest(context, answer, judged) is { } rest
            ? told with
            {
                Rows = [.. told.Rows, .. rest.Rows.IsEmpty ? [new AnswerRow("", rest.Lead)] : rest.Rows],
                Facts = [.. told.Facts.Concat(rest.Facts).Distinct()],
            }
            : told;
    }

    // What was so once is what many still say.
    private static IEnumerable<string> Histories(AnswerContext context, CheckedClaim[] judged) =>
        from release in judged
            .Where(claim => claim.Claim.Aspect == Aspect.Licence)
            .Select(claim => claim.Claim.Subject)
            .OfType<Release>()
            .Distinct()
        let held = release.GetLicence(Components.Weights, context.Day).Statement
        let before = held is null ? null : LicenceAnswers.Before(context, release, held)
        where before is not null
        select context.Wording["licence_history_of", ("names", release.Name), ("history", before)];

    // "Which licence, and is the data public" puts one thing forward and asks for another: that is answered, too.
    private static Answer? Rest(AnswerContext context, Answer answer, CheckedClaim[] judged)
    {
        ImmutableArray<Aspect> rest =
        [
            .. context.Question.Aspects.Where(aspect =>
                aspect is Aspect.Licence or Aspect.Maker or Aspect.ReleaseDate or Aspect.CommercialUse or Aspect.Outputs or Aspect.Base
                && judged.All(claim => claim.Claim.Aspect != aspect && !IsOnOutputs(claim.Claim, aspect))
            ),
        ];
        return rest.IsEmpty || answer.Intent == Intent.Compare
            ? null
            : AspectAnswers.Create(
                context with
                {
                    Question = context.Question with { Aspects = rest, Propositions = [], Component = null, Components = [] },
                },
                [.. judged.Select(claim => claim.Claim.Subject).Distinct()],
                null
            );
    }

    // That outputs may train no other model is told of them.
    private static bool IsOnOutputs(Proposition claim, Aspect aspect) => aspect == Aspect.Outputs && claim.Says.Condition == "no-training";

    /// <summary>The yes or no, or whether it is so, or was.</summary>
    public static string Opening(AnswerContext context, CheckedClaim judged, bool isAsked) =>
        PastClaims.Tell(context, judged, isAsked) ?? Opening(context, judged.Judgement, isAsked);

    private static string Opening(AnswerContext context, ClaimJudgement judgement, bool isAsked) =>
        context.Wording[(isAsked ? "asked_" : "claim_") + judgement.ToString().ToLowerInvariant()];

    /// <summary>Whether what was put forward holds; null where it does in part, or it cannot be told.</summary>
    public static bool? Holds(ClaimJudgement judgement) =>
        judgement switch
        {
            ClaimJudgement.Agrees => true,
            ClaimJudgement.Disagrees => false,
            _ => null,
        };
}
