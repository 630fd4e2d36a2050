using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Questions.Dates;
using AiNewsBot.Facts.Questions.Propositions;
using AiNewsBot.Facts.Tests.Harness;

namespace AiNewsBot.Facts.Tests.Answers;

/// <summary>A model of some facts, and what they say to a claim of it.</summary>
internal static class ClaimFindings
{
    public const string Out = "weights available 2024-01-01; ";
    public const string OpenSource =
        Out + "licence Permissive; training_code available; inference_code available; data_information sufficient";
    public const string OpenWeights = Out + "licence Permissive; training_code unavailable";
    public const string Undecided = Out + "licence Permissive";
    public const string Restricted = Out + "licence LicenseRef-Own";
    public const string NonCommercial = Out + "licence Non-Commercial";
    public const string Closed = "weights unavailable";

    public static readonly Subject Own = FactLine.Terms(
        "LicenseRef-Own",
        "commercial conditional",
        "condition user-cap | text: A million users. | limit: 1000000"
    );

    public static string Write(ClaimJudgement judgement) =>
        judgement switch
        {
            ClaimJudgement.Agrees => "yes",
            ClaimJudgement.Disagrees => "no",
            ClaimJudgement.Depends => "half",
            _ => "?",
        };

    public static ClaimJudgement Read(string text) => Enum.GetValues<ClaimJudgement>().Single(judgement => Write(judgement) == text);

    public static ClaimFinding? Openness(string lines, Assertion says) =>
        Context(lines) is var context ? OpennessClaims.Create(context, ModelOf(context), says) : null;

    public static ClaimFinding? Licence(string lines, string said, Func<Assertion, Assertion> with)
    {
        var context = Context(lines);
        return LicenceClaims.Create(
            context,
            ModelOf(context),
            with(new Assertion(Aspect.Licence) { Licence = context.Facts.Licence(said) })
        );
    }

    public static ClaimFinding Terms(string licence, Assertion says) =>
        Context() is var context ? TermsClaims.ForLicence(context, context.Facts.Licence(licence)!, says) : null!;

    public static ClaimFinding Software(string line, Assertion says, string? licence = null)
    {
        var facts = Asked.Facts([FactLine.Subject(SubjectKind.Software, "tool", line)]);
        return SoftwareClaims.Create(
            FactBuilder.Context() with
            {
                Facts = facts,
            },
            facts.Find("tool")!,
            licence is null ? says : says with { Licence = facts.Licence(licence) }
        );
    }

    public static DatePhrase On(string day) =>
        DateOnly.Parse(day, null) is var date ? new DatePhrase(date, new Period(date, date), DateProblem.None, day, 0, 1) : null!;

    public static Release ModelOf(AnswerContext context) => (Release)context.Facts.Find("one")!;

    public static AnswerContext Context(string? lines = null) =>
        FactBuilder.Context() with
        {
            Facts = Asked.Facts([Own], lines is null ? [] : [$"one = {lines}"]),
        };
}
