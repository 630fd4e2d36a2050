using System.Collections.Immutable;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Questions.Topics;

namespace AiNewsBot.Facts.Answers;

/// <summary>What holds in general, beside an answer and where the name that is asked about is not known.</summary>
internal static class GeneralRules
{
    private const int MaxLicences = 3;
    private const double Possible = 0.1;
    private const double LikelyMatter = 0.25;

    private const double AsLikelyMatter = 0.5;
    private const string Definition = "osaid";
    private const string FineTunes = "fine-tunes";
    private const string MonetisedContent = "monetised-content";
    private const string NonCommercial = "non-commercial";
    private const string NonCommercialLicence = "non-commercial-licence";
    private const string OutputOwnership = "output-ownership";

    /// <summary>A refusal of a name, with what holds all the same: what the licences exclude that are named, what the definition asks for
    /// or what holds in general, where that decides what is said of it, and what the licences allow: whether the model has them at all,
    /// the rule tells.</summary>
    public static Answer Add(AnswerContext context, Answer refusal)
    {
        Licence[] licences =
            refusal.Facts.IsEmpty && AsksTerms(context.Question) ? [.. LicencesOf(context.Question).Take(MaxLicences)] : [];
        var told = Rule(context) is { } rule ? [rule] : Matter(context, refusal);
        Statement[] kinds = refusal.Facts.IsEmpty && !told.IsEmpty ? [.. Kind(context)] : [];
        return refusal with
        {
            Notes =
            [
                .. refusal.Notes,
                .. licences.Where(IsBarring).Select(licence => TermsClaims.Sentence(context, licence)),
                .. kinds.Concat(told).Select(statement => statement.Value).Except(refusal.Notes),
                .. licences.Where(licence => !IsBarring(licence)).Select(licence => TermsClaims.Sentence(context, licence)),
            ],
            Facts = [.. refusal.Facts.Concat(licences.SelectMany(Behind)).Concat(kinds).Concat(told).Distinct()],
        };
    }

    private static bool IsBarring(Licence licence) => licence.Commercial == CommercialUse.No;

    // "A non-commercial CC licence" has no number, and excludes commercial use all the same.
    private static IEnumerable<Statement> Kind(AnswerContext context) =>
        (context.Question.Whole ?? context.Question).Phrases.Exists(hit => hit is { Group: "terms", Value: NonCommercial })
        && context.Question.Licences.IsEmpty
        && context.Facts.Find(NonCommercialLicence) is { } kind
            ? kind.All(Properties.Says).Take(1)
            : [];

    // Of a model that is not known it is not known when it came out; what its licence allows is known by the licence.
    private static bool AsksTerms(Question question) =>
        question.Aspects.IsEmpty
        || question.Aspects.Any(aspect =>
            aspect
                is Aspect.Licence
                    or Aspect.CommercialUse
                    or Aspect.Outputs
                    or Aspect.Restrictions
                    or Aspect.Base
                    or Aspect.Openness
                    or Aspect.Topic
        );

    private static IEnumerable<Licence> LicencesOf(Question question) =>
        question.Licences.Where(licence => licence.Commercial != CommercialUse.Unknown);

    private static IEnumerable<Statement> Behind(Licence licence) => LicenceFormatter.Statements(licence, [.. licence.Restrictions]);

    // "X gives no training data, so it is not open source": of X nothing is known, but of what the definition asks for.
    private static Statement? Rule(AnswerContext context) =>
        context.Question.Likelihood(Aspect.Openness) >= Possible
        && (context.Question.Components.Any(IsAskedForByDefinition) || IsAskedForByDefinition(context.Question.Component))
        && context.Facts.Find(Definition) is { } definition
            ? TopicAnswers.Telling(context.Question, definition)
            : null;

    private static bool IsAskedForByDefinition(string? component) => component is Components.TrainingData or Components.TrainingCode;

    // "TinyDragon has no licence, may I use it": of TinyDragon nothing is known, but of what has no licence.
    private static ImmutableArray<Statement> Matter(AnswerContext context, Answer refusal)
    {
        var chosen = RuleChooser.Choose(context.Question, context.Facts, context.Day, RuleChooser.Likely);
        chosen = (chosen.IsEmpty ? Found(context) : chosen).RemoveAll(match => IsTold(refusal, match));
        return chosen.IsEmpty ? Decided(context) : TopicAnswers.Rules(context, chosen);
    }

    // Of an unknown merge it holds that the terms of all its models must be kept, also where more was said.
    private static ImmutableArray<Statement> Decided(AnswerContext context)
    {
        if (!context.IsEnglish || !AsksTerms(context.Question) || context.Question.Aspects is [Aspect.Openness])
            return [];
        var signs = CaseSignReader.Read(context.Question.Whole ?? context.Question, context.Facts, context.Day);
        return
        [
            .. RuleSigns
                .Shipped.Decisive.Where(pair => (pair.Value & signs) != CaseSigns.None)
                .Select(pair => context.Facts.Find(pair.Key))
                .OfType<SubjectView>()
                .Take(1)
                .Select(topic => topic.All(Properties.Says)[0]),
        ];
    }

    // What fits best is told, too, where so much of it is shared that it may be what is asked.
    private static ImmutableArray<TopicMatch> Found(AnswerContext context) =>
        context.Question is { NearestTopic: { } nearest } question
        && RuleChooser.Choose(question, context.Facts, context.Day, double.NegativeInfinity) is [var best, ..]
        && (
            question.FindSharedTopic()?.Id == best.Topic.Id
            || question.Likelihood(Aspect.Topic) >= LikelyMatter && nearest.IsFound && nearest.Topic.Id == best.Topic.Id
        )
            ? [best]
            : [];

    /// <summary>What holds in general of more than was answered: who asks whether the licence of the training data binds Falcon is told of
    /// Falcon, and of such licences; empty where nothing more is asked.</summary>
    public static ImmutableArray<Statement> Beside(AnswerContext context, Answer answer) =>
        answer
            is {
                Status: AnswerStatus.Answered or AnswerStatus.NoFact,
                Intent: Intent.Openness
                    or Intent.Licence
                    or Intent.CommercialUse
                    or Intent.Restrictions
                    or Intent.Compare
                    or Intent.Component
                    or Intent.Maker
            }
        && !(answer.Subjects.IsEmpty && context.Question.IsPointing)
        && context is { IsEnglish: true, Question: var question }
            ? TopicAnswers.Rules(
                context,
                RuleChooser.Choose(question, context.Facts, context.Day, RuleChooser.InPlace).RemoveAll(match => IsTold(answer, match))
            )
            : [];

    // That what is built on Llama 2 stays bound, or what the terms of a model say of its outputs, needs no rule beside it.
    private static bool IsTold(Answer answer, TopicMatch match) =>
        match.Topic.Id switch
        {
            FineTunes => answer.Facts.Any(fact => fact.Property == Properties.Derivatives),
            MonetisedContent or OutputOwnership => answer.Facts.Any(fact =>
                fact.Property is Properties.OutputsCommercial or Properties.OutputsOwnership
            ),
            _ => false,
        };

    /// <summary>The matter that holds for the case of a question on a name, in the place of one that was read in it and needs what it does
    /// not show.</summary>
    public static SubjectView Settle(AnswerContext context, SubjectView topic)
    {
        if (
            context.Question is not { NearestTopic: { } nearest } question
            || !question.Mentions.Any(mention => mention is not { Candidates: [Licence, ..] })
            || RuleChooser.IsAdmissible(question, topic.Id, context.Facts, context.Day)
        )
            return topic;
        var isNamed = nearest.IsNamed && nearest.Topic.Id == topic.Id;
        var least = isNamed ? RuleChooser.InPlace : RuleChooser.Likely;
        return RuleChooser.Choose(question, context.Facts, context.Day, least) is [var match, ..]
            ? context.Facts.Find(match.Topic.Id) ?? match.Topic
            : topic;
    }

    /// <summary>The matter in general that a question is at least as likely to ask for as anything else; null without any.</summary>
    public static SubjectView? FindAsked(Question question) =>
        question.Likelihood(Aspect.Topic) >= AsLikelyMatter ? question.FindSharedTopic() : null;
}
