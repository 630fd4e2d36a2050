using System.Collections.Immutable;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Questions.Cues;
using AiNewsBot.Facts.Questions.Names;
using AiNewsBot.Facts.Questions.Propositions;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Answers;

/// <summary>What a question puts forward of the models that it asks about.</summary>
internal static class AskedPropositions
{
    private const double Certain = 0.9;

    /// <summary>Each thing that is put forward; none where it is asked which of several is so, or something else.</summary>
    public static ImmutableArray<Proposition> Find(AnswerContext context)
    {
        var question = context.Question;
        ImmutableArray<Proposition> claims =
        [
            .. question
                .Propositions.Where(claim => !IsOfOwn(question, claim) && !IsOfModelAlone(question, claim) && !IsOfTerms(context, claim))
                .Select(claim => OfRelease(context, claim))
                .OfType<Proposition>(),
        ];
        claims = claims.RemoveAll(claim => IsOfLicence(claim, claims) || IsOfNearBase(context, claim));
        return IsChoice(question, claims) || IsOfAnother(question, claims) ? [] : claims;
    }

    // "The weights on the hub are Apache" says under what they are, and no second time that they are public.
    private static bool IsOfLicence(Proposition claim, ImmutableArray<Proposition> claims) =>
        claim.Aspect == Aspect.Component
        && claims.Any(other => other.Aspect == Aspect.Licence && other.Subject == claim.Subject && other.Text == claim.Text);

    // Built on FLUX.1 [dev] or on its Fill: what binds is the same, and is told with the licence.
    private static bool IsOfNearBase(AnswerContext context, Proposition claim) =>
        claim.Says.Base is Release named
        && context.Facts.ReleasesOf(claim.Subject) is [var release]
        && release.GetEffective(Properties.BasedOn, context.Day).Value is { } id
        && context.Facts.Find(id) is Release on
        && on != named
        && context.Facts.LicenceOf(named, Components.Weights, context.Day) is { } licence
        && context.Facts.LicenceOf(on, Components.Weights, context.Day) == licence;

    // Of a line that one release of it stands for in the question it is said of that: "Falcon is proprietary. We talk about Falcon-40B".
    private static Proposition? OfRelease(AnswerContext context, Proposition claim)
    {
        var links = context.Question.Links;
        if (claim.Releases is not null || links.Any(link => link.Subject == claim.Subject))
            return claim;
        return
            links.Select(link => link.Subject).OfType<Release>().Distinct().ToArray() is [var release]
            && context.Facts.FamilyOf(release) == claim.Subject
            ? claim with
            {
                Subject = release,
                Name = release.Name,
            }
            : null;
    }

    // "Any rule for videos made with it? It's Apache, isn't it": the licence is told with what it says of outputs.
    private static bool IsOfModelAlone(Question question, Proposition claim) =>
        claim is { Aspect: Aspect.Licence or Aspect.CommercialUse } or { Aspect: Aspect.Restrictions, Says.IsUnlimited: true }
        && AskedAspects.SpeaksOfOutputs(question);

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
}
