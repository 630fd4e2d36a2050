using System.Globalization;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Questions.Dates;
using AiNewsBot.Facts.Questions.Propositions;

namespace AiNewsBot.Facts.Answers;

/// <summary>What was put forward, as a sentence without its full stop.</summary>
internal static class ClaimText
{
    /// <param name="context">The facts and the words.</param>
    /// <param name="claim">What was put forward.</param>
    /// <param name="tellsAmount">Whether the number in a condition is told, as where the licence names another.</param>
    public static string Create(AnswerContext context, Proposition claim, bool tellsAmount = false)
    {
        var says = claim.Says;
        if (says.Aspect == Aspect.Promise)
            return says.IsForecast
                ? context.Wording[says.Term is null ? "said_coming" : "said_opening", ("name", claim.Name)]
                : PromiseClaims.Said(context, claim);
        var wording = context.Wording;
        var isNone = claim.Subject is not Release && says is { IsDenied: true, Reach: Reach.Any } && says.Time != TimeScope.Ever;
        var called = (
            says.Reach == Reach.Whole || claim.Subject is Release || says is { IsDenied: true, Time: TimeScope.Ever }
                ? claim.Name
                : wording[
                    isNone ? "said_none"
                    : says.Reach == Reach.All ? "said_all"
                    : "said_some",
                    ("name", claim.Name)
                ]
        );
        var name = ("name", claim.Except is null ? called : wording["said_except", ("name", called), ("others", Others(context, claim))]);
        var not = (
            "not",
            says.IsDenied && (says.Time != TimeScope.Ever || says is { Term: null, Licence: null }) && !isNone ? wording["said_not"] : ""
        );
        var verb = ("verb", wording["said_verb_" + Verb(says)]);
        var text = says switch
        {
            { Term: { } term } => wording[
                "said_openness",
                name,
                verb,
                not,
                (
                    "term",
                    wording[
                        "said_term_"
                            + term.ToString().ToLowerInvariant()
                            + (claim.Subject is Licence && term is (OpennessTerm.OsiApproved or OpennessTerm.Permissive) ? "_licence" : "")
                    ]
                )
            ],
            { Aspect: Aspect.Licence, Component: { } part } => wording[
                "said_component_licence",
                name,
                verb,
                not,
                ("component", wording.Label(part)),
                ("licence", CalledIn(says))
            ],
            { Licence: not null } => wording["said_licence", name, verb, not, ("licence", CalledIn(says))],
            { Aspect: Aspect.CommercialUse } => wording[says.IsUnlimited ? "said_commercial_unlimited" : "said_commercial", name, not],
            { Aspect: Aspect.Outputs } => wording["said_outputs", name, not],
            { IsUnlimited: true } => wording[says.IsDenied ? "said_limited" : "said_unlimited", name],
            { Condition: { } kind } => wording[
                says.IsDenied ? "said_no_condition" : "said_condition",
                name,
                ("condition", wording["said_condition_" + kind] + (tellsAmount ? AmountOf(says) : ""))
            ],
            { Aspect: Aspect.Component, Component: { } component } => wording[
                isNone ? "said_component_none" : "said_component",
                isNone ? ("name", claim.Name) : name,
                not,
                ("component", wording.Label(component))
            ],
            { Premise: { } premise } => wording[says.IsDenied ? "said_premise_denied" : "said_premise", ("premise", premise)],
            { IsFromScratch: true } => wording["said_scratch", name, not],
            { Base: { } on } => wording["said_base", name, not, ("base", on.Name)],
            { Maker: { } maker } => wording[says.IsPublication ? "said_published" : "said_maker", name, not, ("maker", maker.Name)],
            _ => wording[
                says.Component is not null ? "said_weights_released"
                : says.IsAnnouncement ? "said_announced"
                : "said_released",
                name,
                not,
                ("date", When(wording, says.Date!))
            ],
        };
        if (says.Date is { } date && says.Aspect != Aspect.ReleaseDate)
            text = date.IsSince ? wording["said_since", ("said", text), ("date", date.Typed)] : $"{text} ({When(wording, date)})";
        return claim.Limit is { } limit ? wording["said_limit", ("said", text), ("limit", limit)] : text;
    }

    private static string AmountOf(Assertion says) =>
        says is { Condition: "user-cap" or "revenue-cap", Amount: { } amount }
            ? $" ({amount.ToString("N0", CultureInfo.InvariantCulture)})"
            : "";

    private static string CalledIn(Assertion says) => says.LicenceKind ?? says.Licence!.Name;

    private static string Others(AnswerContext context, Proposition claim) =>
        string.Join(", ", claim.Except!.Split(' ').Select(context.Facts.Find).OfType<SubjectView>().Select(other => other.Name));

    private static string Verb(Assertion says) =>
        (says.Time, says.Date is not null) switch
        {
            (TimeScope.Always, _) => "always",
            (TimeScope.Ever, _) => says.IsDenied ? "never" : "was",
            (TimeScope.AtRelease, _) => "release",
            (_, true) => says.Date!.IsSince ? "since" : "was",
            _ => "is",
        };

    private static string When(AiNewsBot.Facts.Language.Wording wording, DatePhrase date) =>
        date.Day < date.Period?.First ? wording["said_before", ("date", date.Typed)]
        : date.Day > date.Period?.Last ? wording["said_after", ("date", date.Typed)]
        : date.Typed;
}
