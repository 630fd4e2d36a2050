using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Questions.Propositions;
using static AiNewsBot.Facts.Tests.Answers.ClaimFindings;

namespace AiNewsBot.Facts.Tests.Answers;

/// <summary>What is said of a model, judged by its facts: its openness and its licence.</summary>
public sealed class ClaimFindingTests
{
    // non-commercial use, and closed.
    [Theory]
    [InlineData(OpennessTerm.OpenSource, "yes no ? no no no")]
    [InlineData(OpennessTerm.FreeSoftware, "yes yes yes no no no")]
    [InlineData(OpennessTerm.OpenWeights, "yes yes yes yes yes no")]
    [InlineData(OpennessTerm.Open, "yes yes yes half half no")]
    [InlineData(OpennessTerm.Permissive, "yes yes yes no no no")]
    [InlineData(OpennessTerm.SourceAvailable, "half half half yes yes no")]
    [InlineData(OpennessTerm.Restricted, "no no no yes yes half")]
    [InlineData(OpennessTerm.NonCommercial, "no no no no yes no")]
    [InlineData(OpennessTerm.Proprietary, "no no no half half yes")]
    [InlineData(OpennessTerm.Closed, "no no no no no yes")]
    [InlineData(OpennessTerm.OsiApproved, "yes yes yes no no no")]
    [InlineData(OpennessTerm.OwnLicence, "no no no yes no no")]
    public void Term_agrees_with_some_verdicts_and_not_with_others(OpennessTerm term, string judgements) =>
        Assert.Equal(
            judgements,
            string.Join(
                ' ',
                new[] { OpenSource, OpenWeights, Undecided, Restricted, NonCommercial, Closed }.Select(lines =>
                    Write(Openness(lines, new Assertion(Aspect.Openness) { Term = term })!.Judgement)
                )
            )
        );

    [Theory]
    [InlineData(OpennessTerm.Open, "weights unknown", "?")]
    [InlineData(OpennessTerm.Closed, Out + "licence Unread", "?")]
    public void Nothing_is_agreed_to_where_the_verdict_is_unknown(OpennessTerm term, string lines, string judgement) =>
        Assert.Equal(judgement, Write(Openness(lines, new Assertion(Aspect.Openness) { Term = term })!.Judgement));

    // That restricted weights are not open is right by every definition; that they are open is right in one sense.
    [Theory]
    [InlineData(false, "half")]
    [InlineData(true, "no")]
    public void Denied_openness_of_restricted_weights_is_right(bool isDenied, string judgement) =>
        Assert.Equal(
            judgement,
            Write(Openness(Restricted, new Assertion(Aspect.Openness) { Term = OpennessTerm.Open, IsDenied = isDenied })!.Judgement)
        );

    [Fact]
    public void Claim_of_a_day_before_the_release_is_not_judged() =>
        Assert.Null(
            Openness(
                "announced 2024-05-01; weights unavailable",
                new Assertion(Aspect.Openness) { Term = OpennessTerm.Open, Date = On("2024-01-01") }
            )
        );

    [Fact]
    public void Approval_is_told_with_the_licence() =>
        Assert.Equal(
            "under Non-Commercial (not approved by the Open Source Initiative)",
            Openness(NonCommercial, new Assertion(Aspect.Openness) { Term = OpennessTerm.OsiApproved })!.Text
        );

    [Theory]
    [InlineData(TimeScope.Now, "yes", "open weights, Permissive; whether it is open source too is not known")]
    [InlineData(TimeScope.AtRelease, "half", "public weights under Capped, which restricts use; not open source by OSI's definition")]
    [InlineData(
        TimeScope.Always,
        "half",
        "public weights under Capped, which restricts use; not open source by OSI's definition, then open weights, Permissive; "
            + "whether it is open source too is not known"
    )]
    [InlineData(
        TimeScope.Ever,
        "yes",
        "public weights under Capped, which restricts use; not open source by OSI's definition, then open weights, Permissive; "
            + "whether it is open source too is not known"
    )]
    public void Claim_is_of_today_of_the_release_of_all_the_time_or_of_any(TimeScope time, string judgement, string text)
    {
        var finding = Openness(
            Out + "licence Capped ..2024-06-01; licence Permissive 2024-06-01",
            new Assertion(Aspect.Openness) { Term = OpennessTerm.Open, Time = time }
        )!;

        Assert.Equal((judgement, text), (Write(finding.Judgement), finding.Text));
    }

    [Theory]
    [InlineData("", TimeScope.Now, "?")]
    [InlineData("yes yes", TimeScope.Always, "yes")]
    [InlineData("yes no", TimeScope.Always, "no")]
    [InlineData("yes half", TimeScope.Always, "half")]
    [InlineData("yes ?", TimeScope.Always, "?")]
    [InlineData("yes no", TimeScope.Ever, "yes")]
    [InlineData("no half", TimeScope.Ever, "half")]
    [InlineData("no ?", TimeScope.Ever, "?")]
    public void Judgements_of_several_days_come_to_one(string judgements, TimeScope time, string over) =>
        Assert.Equal(over, Write(ClaimDays.Over(judgements.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Read), time)));

    [Theory]
    [InlineData("licence Permissive", "Permissive", "yes", "under Permissive")]
    [InlineData("licence Permissive", "Capped", "no", "under Permissive")]
    [InlineData("licence No-Such", "Capped", "?", "under No-Such")]
    [InlineData("paper available", "Capped", "?", "its licence is not known")]
    [InlineData("licence Capped ..2024-06-01; licence Permissive 2024-06-01", "Permissive", "yes", "under Permissive")]
    [InlineData(
        "licence Capped; inference_code.licence Free; inference_code available",
        "Free",
        "no",
        "under Capped; only its inference code is under Free"
    )]
    public void Licence_that_is_said_is_compared_with_the_one_that_holds(string lines, string said, string judgement, string text)
    {
        var finding = Licence(Out + lines, said, says => says)!;

        Assert.Equal((judgement, text), (Write(finding.Judgement), finding.Text));
    }

    [Theory]
    [InlineData("licence Permissive", "2024-01-01", "yes")]
    [InlineData("licence Permissive", "2024-06-01", "half")]
    [InlineData("licence Capped ..2024-06-01; licence Permissive 2024-06-01", "2024-06-01", "yes")]
    [InlineData("licence Capped ..2024-06-01; licence Permissive 2024-06-01", "2024-03-01", "no")]
    public void Licence_since_a_day_is_one_that_began_on_it(string lines, string since, string judgement)
    {
        var finding = Licence(Out + lines, "Permissive", says => says with { Date = On(since) with { IsSince = true } })!;

        Assert.Equal(judgement, Write(finding.Judgement));
    }

    [Theory]
    [InlineData(TimeScope.AtRelease, "Capped", "yes", "under Capped until 2024-06-01, Permissive since 2024-06-01")]
    [InlineData(TimeScope.Always, "Capped", "no", "under Capped until 2024-06-01, Permissive since 2024-06-01")]
    [InlineData(TimeScope.Ever, "Capped", "yes", "under Capped until 2024-06-01, Permissive since 2024-06-01")]
    public void Licence_of_another_time_is_told_with_its_dates(TimeScope time, string said, string judgement, string text)
    {
        var finding = Licence(Out + "licence Capped ..2024-06-01; licence Permissive 2024-06-01", said, says => says with { Time = time })!;

        Assert.Equal((judgement, text), (Write(finding.Judgement), finding.Text));
    }

    [Theory]
    [InlineData("weights unavailable", null, "closed, so no licence covers its weights")]
    [InlineData(
        "weights available 2024-01-01; training_code unavailable",
        "training_code",
        "training code not public, so no licence covers it"
    )]
    public void Component_that_is_not_public_is_under_no_licence(string lines, string? component, string text)
    {
        var finding = Licence(lines, "Permissive", says => says with { Component = component })!;

        Assert.Equal((ClaimJudgement.Disagrees, text), (finding.Judgement, finding.Text));
    }

    [Theory]
    [InlineData("Permissive", OpennessTerm.OsiApproved, "yes")]
    [InlineData("Capped", OpennessTerm.OpenSource, "no")]
    [InlineData("Permissive", OpennessTerm.Open, "yes")]
    [InlineData("Permissive", OpennessTerm.Permissive, "yes")]
    [InlineData("Capped", OpennessTerm.Permissive, "no")]
    [InlineData("Unread", OpennessTerm.Permissive, "?")]
    [InlineData("Capped", OpennessTerm.Restricted, "yes")]
    [InlineData("Permissive", OpennessTerm.Proprietary, "no")]
    [InlineData("Non-Commercial", OpennessTerm.NonCommercial, "yes")]
    [InlineData("Permissive", OpennessTerm.NonCommercial, "no")]
    [InlineData("Unread", OpennessTerm.NonCommercial, "?")]
    [InlineData("Capped", OpennessTerm.NonCommercial, "half")]
    [InlineData("Permissive", OpennessTerm.Closed, "?")]
    public void Term_said_of_a_licence_is_judged_by_its_terms(string licence, OpennessTerm term, string judgement)
    {
        var context = Context();

        var finding = LicenceClaims.ForLicence(context, context.Facts.Licence(licence)!, new Assertion(Aspect.Openness) { Term = term });

        Assert.Equal(judgement, Write(finding.Judgement));
    }
}
