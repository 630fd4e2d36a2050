using System.Text;
using System.Text.Json;
using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions;
using AiNewsBot.Facts.Tests.Harness;

namespace AiNewsBot.Facts.Tests.Answers;

/// <summary>What is said of a model, judged by its facts: openness, licences, terms, components, bases, software.</summary>
public sealed class ClaimFindingTests
{
    private const string Out = "weights available 2024-01-01; ";
    private const string OpenSource =
        Out + "licence Permissive; training_code available; inference_code available; data_information sufficient";
    private const string OpenWeights = Out + "licence Permissive; training_code unavailable";
    private const string Undecided = Out + "licence Permissive";
    private const string Restricted = Out + "licence LicenseRef-Own";
    private const string NonCommercial = Out + "licence Non-Commercial";
    private const string Closed = "weights unavailable";

    private static readonly Subject Own = FactLine.Terms(
        "LicenseRef-Own",
        "commercial conditional",
        "condition user-cap | text: A million users. | limit: 1000000"
    );

    // Each row is a term; the columns are what it comes to of what is open source, open weights, undecided, restricted, for
    // non-commercial use, and closed.
    [Theory]
    [InlineData(OpennessTerm.OpenSource, "yes no ? no no no")]
    [InlineData(OpennessTerm.FreeSoftware, "yes yes yes no no no")]
    [InlineData(OpennessTerm.OpenWeights, "yes yes yes half half no")]
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
            new Assertion(Aspect.Openness) { Term = OpennessTerm.OpenWeights, Time = time }
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
        "under Capped; its inference code is"
    )]
    public void Licence_that_is_said_is_compared_with_the_one_that_holds(string lines, string said, string judgement, string text)
    {
        var finding = Licence(Out + lines, said, says => says)!;

        Assert.Equal((judgement, text), (Write(finding.Judgement), finding.Text));
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
    public void What_is_not_public_is_under_no_licence(string lines, string? component, string text)
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

    [Theory]
    [InlineData("Permissive", false, false, null, "yes")]
    [InlineData("Permissive", true, false, null, "yes")]
    [InlineData("LicenseRef-Own", false, false, null, "half")]
    [InlineData("LicenseRef-Own", false, true, null, "yes")]
    [InlineData("LicenseRef-Own", true, false, null, "no")]
    [InlineData("LicenseRef-Own", false, false, 2_000_000L, "no")]
    [InlineData("LicenseRef-Own", false, false, 1_000_000L, "yes")]
    [InlineData("Non-Commercial", false, true, null, "no")]
    [InlineData("Unread", false, false, null, "?")]
    public void Commercial_use_is_allowed_up_to_the_conditions(
        string licence,
        bool isUnlimited,
        bool allowsConditions,
        long? amount,
        string judgement
    )
    {
        var says = new Assertion(Aspect.CommercialUse)
        {
            IsUnlimited = isUnlimited,
            AllowsConditions = allowsConditions,
            Amount = amount,
        };

        Assert.Equal(judgement, Write(Terms(licence, says).Judgement));
    }

    [Theory]
    [InlineData("LicenseRef-Own", "user-cap", null, false, "yes", "LicenseRef-Own: a million users")]
    [InlineData("LicenseRef-Own", "user-cap", 1_000_000L, false, "yes", "LicenseRef-Own: a million users")]
    [InlineData("LicenseRef-Own", "user-cap", 2_000_000L, false, "no", "LicenseRef-Own: a million users")]
    [InlineData("LicenseRef-Own", "user-cap", 2_000_000L, true, "yes", "LicenseRef-Own: a million users")]
    [InlineData("LicenseRef-Own", "user-cap", 500_000L, true, "no", "LicenseRef-Own: a million users")]
    [InlineData("LicenseRef-Own", "territory", null, false, "no", "LicenseRef-Own has no such condition")]
    [InlineData("Permissive", "attribution", null, false, "yes", "Permissive: notice; attribution")]
    [InlineData("Unread", "territory", null, false, "?", "Unread has no such condition")]
    [InlineData("Non-Commercial", "hosting", null, false, "?", "Non-Commercial has no such condition")]
    public void Condition_is_one_that_the_licence_has_with_its_number(
        string licence,
        string kind,
        long? amount,
        bool isThreshold,
        string judgement,
        string text
    )
    {
        var finding = Terms(
            licence,
            new Assertion(Aspect.Restrictions)
            {
                Condition = kind,
                Amount = amount,
                IsThreshold = isThreshold,
            }
        );

        Assert.Equal((judgement, text), (Write(finding.Judgement), finding.Text));
    }

    [Theory]
    [InlineData("Outputs", "yes", "Outputs may be sold.")]
    [InlineData("Permissive", "?", "the facts do not say what Permissive lets one do with outputs")]
    [InlineData("Ban", "no", "Ban excludes commercial use of outputs")]
    public void Outputs_are_judged_by_their_terms(string licence, string judgement, string text)
    {
        var context = FactBuilder.Context() with { Facts = Asked.Facts([FactLine.Terms("Ban", "outputs_commercial no")]) };

        var finding = TermsClaims.ForLicence(context, context.Facts.Licence(licence)!, new Assertion(Aspect.Outputs));

        Assert.Equal((judgement, text), (Write(finding.Judgement), finding.Text));
    }

    [Theory]
    [InlineData("Permissive", "yes")]
    [InlineData("LicenseRef-Own", "no")]
    [InlineData("Unread", "?")]
    public void Claim_of_no_restrictions_at_all_is_one_of_a_permissive_licence(string licence, string judgement) =>
        Assert.Equal(judgement, Write(Terms(licence, new Assertion(Aspect.Restrictions) { IsUnlimited = true }).Judgement));

    [Theory]
    [InlineData(Closed, "?", "closed: it can be used through its maker's service alone, whose terms the facts do not hold")]
    [InlineData(Out + "licence Unread", "?", "its licence is not known")]
    [InlineData(Out + "licence Permissive", "yes", "Permissive allows commercial use and sets no restriction")]
    public void Terms_of_a_release_are_those_of_its_licence(string lines, string judgement, string text)
    {
        var context = Context(lines);

        var finding = TermsClaims.Create(context, Model(context), new Assertion(Aspect.CommercialUse))!;

        Assert.Equal((judgement, text), (Write(finding.Judgement), finding.Text));
    }

    [Theory]
    [InlineData("training_code available", false, false, "yes")]
    [InlineData("training_code gated", false, false, "yes")]
    [InlineData("training_code partial", false, false, "half")]
    [InlineData("training_code partial", true, false, "no")]
    [InlineData("training_code partial", true, true, "half")]
    [InlineData("training_code on-request", false, false, "half")]
    [InlineData("training_code unavailable", false, false, "no")]
    [InlineData("training_code unknown", false, false, "?")]
    public void Component_is_public_or_not(string lines, bool all, bool isDenied, string judgement)
    {
        var context = Context(lines);
        var says = new Assertion(Aspect.Component)
        {
            Component = Components.TrainingCode,
            Reach = all ? Reach.All : Reach.Whole,
            IsDenied = isDenied,
        };

        Assert.Equal(judgement, Write(ComponentClaims.Create(context, Model(context), says)!.Judgement));
    }

    // "one" is built on "two", which is built on "three" of another family.
    [Theory]
    [InlineData("one", "two", "yes")]
    [InlineData("one", "three", "yes")]
    [InlineData("one", "other", "yes")]
    [InlineData("one", "family", "yes")]
    [InlineData("one", "four", "no")]
    [InlineData("two", "one", "no")]
    [InlineData("four", "one", "?")]
    [InlineData("five", "four", "yes")]
    [InlineData("six", "four-small", "yes")]
    public void Base_may_lie_steps_below_and_be_named_by_its_family(string model, string said, string judgement)
    {
        var facts = FactBuilder.Facts(
            FactLine.Subject(SubjectKind.Family, "other") with
            {
                Parent = "maker",
            },
            FactLine.Model("one", "based_on two"),
            FactLine.Model("two", "based_on three"),
            FactLine.Model("three", "licence Permissive") with
            {
                Parent = "other",
            },
            FactLine.Model("four", "licence Permissive"),
            FactLine.Model("four-small") is var small ? small with { Details = small.Details.Add(DetailNames.VariantOf, "four") } : null!,
            FactLine.Model("five", "based_on four-small"),
            FactLine.Model("six", "based_on four")
        );
        var context = FactBuilder.Context() with { Facts = facts };

        var finding = BaseClaims.Create(context, (Release)facts.Find(model)!, new Assertion(Aspect.Overview) { Base = facts.Find(said) })!;

        Assert.Equal(judgement, Write(finding.Judgement));
        if (judgement != "?")
            Assert.StartsWith("built on ", finding.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("licence Permissive", OpennessTerm.OpenSource, "yes")]
    [InlineData("licence Permissive", OpennessTerm.FreeSoftware, "yes")]
    [InlineData("licence Permissive", OpennessTerm.Closed, "no")]
    [InlineData("licence Permissive", OpennessTerm.Permissive, "yes")]
    [InlineData("licence Capped", OpennessTerm.Proprietary, "yes")]
    [InlineData("licence Capped", OpennessTerm.Open, "no")]
    [InlineData("licence Unread", OpennessTerm.Permissive, "?")]
    [InlineData("licence Permissive", OpennessTerm.OwnLicence, "?")]
    [InlineData("paper available", OpennessTerm.Open, "?")]
    public void Software_is_judged_by_its_own_licence(string line, OpennessTerm term, string judgement) =>
        Assert.Equal(judgement, Write(Software(line, new Assertion(Aspect.Openness) { Term = term }).Judgement));

    [Fact]
    public void Software_is_under_the_licence_that_is_said_or_not_and_has_its_terms()
    {
        Assert.Equal(ClaimJudgement.Agrees, Software("licence Permissive", new Assertion(Aspect.Licence), "Permissive").Judgement);
        Assert.Equal(ClaimJudgement.Disagrees, Software("licence Permissive", new Assertion(Aspect.Licence), "Capped").Judgement);
        var commercial = Software("licence Permissive", new Assertion(Aspect.CommercialUse));
        Assert.Equal((ClaimJudgement.Agrees, "licence"), (commercial.Judgement, commercial.Facts[0].Property));
    }

    [Fact]
    public void Checked_claims_are_written_for_programs()
    {
        var context = Context(Undecided);
        var claim = new Proposition(context.Facts.Find("one")!, new Assertion(Aspect.Openness) { Term = OpennessTerm.Open }, "one is open");
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
            AnswerJson.Write(writer, "they say one is open", [ClaimJudge.Judge(context, claim)]);

        using var json = JsonDocument.Parse(Encoding.UTF8.GetString(stream.ToArray()));

        Assert.Equal("they say one is open", json.RootElement.GetProperty("message").GetString());
        var written = json.RootElement.GetProperty("claims")[0];
        Assert.Equal(
            ("one", "openness", "one is open", "true", JsonValueKind.Null),
            (
                written.GetProperty("subjects")[0].GetProperty("id").GetString(),
                written.GetProperty("aspect").GetString(),
                written.GetProperty("said").GetString(),
                written.GetProperty("verdict").GetString(),
                written.GetProperty("speaker").ValueKind
            )
        );
        Assert.Equal("weights", written.GetProperty("facts")[0].GetProperty("property").GetString());
    }

    private static string Write(ClaimJudgement judgement) =>
        judgement switch
        {
            ClaimJudgement.Agrees => "yes",
            ClaimJudgement.Disagrees => "no",
            ClaimJudgement.Depends => "half",
            _ => "?",
        };

    private static ClaimJudgement Read(string text) => Enum.GetValues<ClaimJudgement>().Single(judgement => Write(judgement) == text);

    private static ClaimFinding? Openness(string lines, Assertion says) =>
        Context(lines) is var context ? OpennessClaims.Create(context, Model(context), says) : null;

    private static ClaimFinding? Licence(string lines, string said, Func<Assertion, Assertion> with)
    {
        var context = Context(lines);
        return LicenceClaims.Create(context, Model(context), with(new Assertion(Aspect.Licence) { Licence = context.Facts.Licence(said) }));
    }

    private static ClaimFinding Terms(string licence, Assertion says) =>
        Context() is var context ? TermsClaims.ForLicence(context, context.Facts.Licence(licence)!, says) : null!;

    private static ClaimFinding Software(string line, Assertion says, string? licence = null)
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

    private static DatePhrase On(string day) =>
        DateOnly.Parse(day, null) is var date ? new DatePhrase(date, new Period(date, date), DateProblem.None, day, 0, 1) : null!;

    private static Release Model(AnswerContext context) => (Release)context.Facts.Find("one")!;

    private static AnswerContext Context(string? lines = null) =>
        FactBuilder.Context() with
        {
            Facts = Asked.Facts([Own], lines is null ? [] : [$"one = {lines}"]),
        };
}
