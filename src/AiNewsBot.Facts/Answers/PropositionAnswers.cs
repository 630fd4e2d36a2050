using System.Collections.Immutable;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Questions.Cues;
using AiNewsBot.Facts.Questions.Names;
using AiNewsBot.Facts.Questions.Propositions;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Answers;

/// <summary>Yes and no to what a question puts forward, and to that alone: an answer on the matter follows.</summary>
internal static class PropositionAnswers
{
    private const double Certain = 0.9;

    /// <summary>The answer with what is put forward judged first.</summary>
    public static Answer Over(AnswerContext context, Answer answer)
    {
        if (
            answer.Status is not (AnswerStatus.Answered or AnswerStatus.NoFact)
            || answer.Intent is Intent.List or Intent.Definition or Intent.Topic or Intent.News
        )
            return answer;
        ImmutableArray<Proposition> claims =
        [
            .. context.Question.Propositions.Where(claim =>
                !IsOfOwn(context.Question, claim)
                && !(claim.Aspect == Aspect.Licence && AspectAnswers.SpeaksOfOutputs(context.Question))
                && !IsOfTerms(context, claim)
                && (claim.Releases is not null || context.Question.Links.Any(link => link.Subject == claim.Subject))
            ),
        ];
        if (claims.IsEmpty || IsChoice(context.Question, claims) || IsOfAnother(context.Question, claims))
            return answer;
        CheckedClaim[] judged =
        [
            .. claims
                .Select(claim => ClaimJudge.Judge(context, claim with { Says = claim.Says with { AllowsConditions = true } }))
                .DistinctBy(claim => claim.Said),
        ];
        if (Array.TrueForAll(judged, claim => Premises.Is(context.Question, claim.Claim)) && !IsAnswered(answer, judged))
            return Behind(context, answer, judged);
        return judged is [var only] ? Single(context, answer, only) : Several(context, answer, judged);
    }

    // "We train our own on its outputs: may we release that under MIT" puts no licence of the model forward.
    private static bool IsOfOwn(Question question, Proposition claim)
    {
        if (
            claim is not { Aspect: Aspect.Licence, IsAsked: true }
            || !question.Tokens.Any(token => token.Text is "i" or "we" or "our" or "my")
        )
            return false;
        var said = Tokenizer.Split(claim.Text);
        return Enumerable
            .Range(0, Math.Max(0, said.Length - 1))
            .Any(index =>
                PropositionWords.Shipped.Is("public", said[index].Text) && said[index + 1].Text is "that" or "it" or "them" or "our" or "my"
            );
    }

    // "X is Apache 2.0, so no restrictions on outputs": what is put forward of its licence is put forward of X.
    private static bool IsOfTerms(AnswerContext context, Proposition claim) =>
        claim is { Subject: Licence, Aspect: Aspect.Outputs or Aspect.CommercialUse or Aspect.Restrictions }
        && context.Question.Mentions.Any(mention => mention is { Role: MentionRole.Subject, Candidates: [not Licence, ..] });

    // "On which date were the weights uploaded" and "is it overdue with the weights" do not ask whether they are public.
    private static bool IsOfAnother(Question question, ImmutableArray<Proposition> claims) =>
        question is { Aspects: [Aspect.ReleaseDate or Aspect.Promise], Confidence: >= Certain }
        && claims.All(claim => claim.IsAsked && claim.Aspect is Aspect.Component or Aspect.Openness);

    // "Apache or MIT?" asks which, and puts neither forward; nor does "may we sell it, or is it for research only".
    private static bool IsChoice(Question question, ImmutableArray<Proposition> claims) =>
        claims.All(claim => claim.IsAsked && IsBehindOr(question.Tokens, Tokenizer.Split(claim.Text)))
        || claims.All(claim => (claim.IsAsked || claim.IsVerbless) && OffersTwo(question, claim))
        || claims.Length > 1
            && claims.All(claim =>
                claim.Subject == claims[0].Subject && claim.Aspect == claims[0].Aspect && (claim.IsAsked || claim.IsVerbless)
            )
            && question.Tokens.Any(token => token.Text is "or");

    // "Are its weights released or kept secret" says two things of one.
    private static bool OffersTwo(Question question, Proposition claim) =>
        question.Tokens.IndexOf(question.Tokens.FirstOrDefault(token => token.Text == "or")) is > 0 and var at
        && Tokenizer.Split(claim.Text).Any(token => token.Text == "or")
        && !question.Links.Any(link => link.Start > at && link.Subject is not Licence);

    private static bool IsBehindOr(ImmutableArray<Token> tokens, ImmutableArray<Token> said)
    {
        var at = tokens.IndexOf(tokens.FirstOrDefault(token => token.Text == "or"));
        return at > 0
            && at + 1 < tokens.Length
            && PropositionWords.Shipped.Is("auxiliaries", tokens[at + 1].Text)
            && said.Any(token => token.Text == tokens[at + 1].Text)
            && said.Length <= tokens.Length - at;
    }

    private static Answer Single(AnswerContext context, Answer answer, CheckedClaim judged)
    {
        var proposed = answer with { Proposition = new AnsweredProposition(judged.Said, Holds(judged.Judgement)) };
        return
            judged.Judgement == ClaimJudgement.Unknown
            || judged.Claim.IsVerbless
            || answer.Status == AnswerStatus.Answered && IsUnderConditions(context.Question, judged)
            || judged is { Judgement: ClaimJudgement.Agrees, Claim: { IsAsked: true, Aspect: Aspect.Licence } }
                && AskedYes.IsOfOpposite(context.Question.Tokens)
            || answer.Status == AnswerStatus.Answered && IsPlain(judged.Claim) && answer.Intent == judged.Claim.Aspect.ToIntent()
            ? proposed
            : Judged(context, proposed, judged);
    }

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

    // To tell once more what was told answers nothing: then what it means for use is told. What is not so is put right.
    private static Answer Behind(AnswerContext context, Answer answer, CheckedClaim[] premises)
    {
        var told =
            answer is { Intent: Intent.Licence, Subjects.Length: 1 }
            && premises is [{ Judgement: ClaimJudgement.Agrees, Claim.Says: { Aspect: Aspect.Licence, Component: null } } licence]
                ? AspectAnswers.Create(
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
                    [licence.Claim.Subject],
                    null
                )
                : answer;
        var wrong = premises.Where(premise => premise.Judgement == ClaimJudgement.Disagrees && Premises.IsOfToday(premise.Claim)).ToArray();
        return told with
        {
            Proposition = new AnsweredProposition(
                string.Join("; ", premises.Select(premise => premise.Said)),
                premises.Select(premise => Holds(premise.Judgement)).Distinct().ToArray() is [var all] ? all : null
            ),
            Notes =
            [
                .. wrong.Select(premise => $"{premise.Said}: {Opening(context, premise.Judgement, isAsked: false)} {premise.Reason}"),
                .. told.Notes,
            ],
            Facts = [.. told.Facts.Concat(wrong.SelectMany(premise => premise.Facts)).Distinct()],
        };
    }

    // What answers of its kind begin with already.
    private static bool IsPlain(Proposition claim) =>
        (claim.IsAsked || claim.IsVerbless)
        && claim.Speaker is null
        && claim.Says is { IsDenied: false, Time: TimeScope.Now, Reach: Reach.Whole, Amount: null, IsUnlimited: false }
        && claim.Aspect is Aspect.Openness or Aspect.Licence or Aspect.CommercialUse or Aspect.Component or Aspect.Outputs;

    private static Answer Judged(AnswerContext context, Answer answer, CheckedClaim judged)
    {
        var opening = Opening(context, judged.Judgement, judged.Claim.IsAsked || judged.Claim.Speaker is not null);
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
            // "That is so. Not fully: it is open weights" would say two things.
            Lead = $"{opening} {(led is null ? judged.Reason : OpennessAnswers.Statement(context, led))}",
            How = led is null ? null : answer.How,
            Rows = isSame || isCompared ? answer.Rows : [],
            Notes =
                !isSame ? []
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
                            $"{Opening(context, claim.Judgement, isAsked: false)} {claim.Reason}",
                            claim.Verdict
                        )),
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

    private static string Opening(AnswerContext context, ClaimJudgement judgement, bool isAsked) =>
        context.Wording[(isAsked ? "asked_" : "claim_") + judgement.ToString().ToLowerInvariant()];

    private static bool? Holds(ClaimJudgement judgement) =>
        judgement switch
        {
            ClaimJudgement.Agrees => true,
            ClaimJudgement.Disagrees => false,
            _ => null,
        };
}
