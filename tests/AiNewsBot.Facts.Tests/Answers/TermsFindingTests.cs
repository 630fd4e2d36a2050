using System.Text;
using System.Text.Json;
using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Questions.Propositions;
using AiNewsBot.Facts.Tests.Harness;
using static AiNewsBot.Facts.Tests.Answers.ClaimFindings;

namespace AiNewsBot.Facts.Tests.Answers;

/// <summary>What is said of a model, judged by its facts: its terms, components and bases, and software.</summary>
public sealed class TermsFindingTests
{
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
    [InlineData("Non-Commercial", "hosting", null, false, "yes", "Non-Commercial excludes commercial use")]
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
    [InlineData("field-of-use | text: fill in a form | asks: registration", "registration", "yes")]
    [InlineData("field-of-use | text: commercial users must register", "registration", "no")]
    [InlineData("request | text: it asks to name the model", "registration", "no")]
    [InlineData("revenue-cap | text: pay a share | asks: royalty", "royalty", "yes")]
    [InlineData("revenue-cap | text: no royalty is due", "royalty", "no")]
    [InlineData("revenue-cap | text: pay a share | asks: royalty", "revenue-cap", "yes")]
    public void Registration_or_royalty_is_asked_for_where_the_condition_says_so_and_not_by_words_of_its_text(
        string condition,
        string kind,
        string judgement
    )
    {
        var context = FactBuilder.Context() with
        {
            Facts = Asked.Facts([FactLine.Terms("Asking", "commercial conditional", $"condition {condition}")]),
        };

        var finding = TermsClaims.ForLicence(
            context,
            context.Facts.Licence("Asking")!,
            new Assertion(Aspect.Restrictions) { Condition = kind }
        );

        Assert.Equal(judgement, Write(finding.Judgement));
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

        var finding = TermsClaims.Create(context, ModelOf(context), new Assertion(Aspect.CommercialUse))!;

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

        Assert.Equal(judgement, Write(ComponentClaims.Create(context, ModelOf(context), says)!.Judgement));
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
}
