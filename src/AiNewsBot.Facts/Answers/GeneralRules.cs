using System.Collections.Immutable;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions;
using AiNewsBot.Facts.Questions.Aspects;

namespace AiNewsBot.Facts.Answers;

/// <summary>What holds in general, beside an answer and where the name that is asked about is not known.</summary>
internal static class GeneralRules
{
    private const int MaxLicences = 3;
    private const double Possible = 0.1;
    private const double LikelyMatter = 0.25;

    private const double AsLikelyMatter = 0.5;

    // Below it a rule was as often out of place as in it, however well it fitted.
    private const double PossibleMatter = 0.02;
    private const string Definition = "osaid";

    /// <summary>A refusal of a name, with what holds all the same: what the licences allow that are named, and what the definition asks
    /// for, or what holds in general, where that decides what is said of it.</summary>
    public static Answer Add(AnswerContext context, Answer refusal)
    {
        Licence[] licences =
            refusal.Facts.IsEmpty && AsksTerms(context.Question) ? [.. LicencesOf(context.Question).Take(MaxLicences)] : [];
        var told = Rule(context) is { } rule ? [rule] : Matter(context);
        return refusal with
        {
            Notes =
            [
                .. refusal.Notes,
                .. licences.Select(licence => TermsClaims.Sentence(context, licence)),
                .. told.Select(statement => statement.Value).Except(refusal.Notes),
            ],
            Facts = [.. refusal.Facts.Concat(licences.SelectMany(Behind)).Concat(told).Distinct()],
        };
    }

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
    private static ImmutableArray<Statement> Matter(AnswerContext context) =>
        context.Question is { IsPointing: false } question
        && (
            question.FindRule()
            ?? question.FindSharedTopic()
            ?? (
                question.Likelihood(Aspect.Topic) >= LikelyMatter && question.NearestTopic is { IsGeneral: true, IsFound: true } match
                    ? match.Topic
                    : null
            )
        )
            is { } topic
            ? TopicAnswers.Rule(question, topic)
            : [];

    /// <summary>What holds in general of more than was answered: who asks whether the licence of the training data binds Falcon is told of
    /// Falcon, and of such licences; empty where nothing more is asked.</summary>
    public static ImmutableArray<Statement> Beside(AnswerContext context, Answer answer) =>
        answer
            is {
                Status: AnswerStatus.Answered,
                Intent: Intent.Openness or Intent.Licence or Intent.CommercialUse or Intent.Restrictions or Intent.Compare
            }
        && context is { IsEnglish: true, Question: { IsPointing: false } question }
        && FindRule(question) is { } topic
            ? TopicAnswers.Rule(question, topic)
            : [];

    /// <summary>The matter in general that a question is at least as likely to ask for as anything else; null without any.</summary>
    public static SubjectView? FindAsked(Question question) =>
        question.Likelihood(Aspect.Topic) >= AsLikelyMatter ? question.FindSharedTopic() : null;

    // What a question may well ask for beside what it surely does.
    private static SubjectView? FindRule(Question question) =>
        question.Likelihood(Aspect.Topic) >= PossibleMatter ? question.FindRule() : null;
}
