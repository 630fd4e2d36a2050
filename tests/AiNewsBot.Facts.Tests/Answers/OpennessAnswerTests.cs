using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Tests.Harness;
using AiNewsBot.Facts.Verdicts;

namespace AiNewsBot.Facts.Tests.Answers;

/// <summary>How open a release or a family is, in sentences.</summary>
public sealed class OpennessAnswerTests
{
    private const string Out = "weights available 2024-01-01; ";
    private const string Complete = "training_code available; inference_code available; data_information sufficient";

    [Theory]
    [InlineData(
        Out + "licence Permissive; " + Complete,
        "Yes: one is open source by the Open Source AI Definition 1.0.",
        "Its weights, training code and inference code are public under Permissive, "
            + "and its training data are described well enough to rebuild it."
    )]
    [InlineData(
        Out + "licence Permissive; training_code unavailable",
        "Not fully: one is open weights, not open source.",
        "Its weights are public since 2024-01-01 under Permissive, which allows any use, commercial too."
    )]
    [InlineData(
        "weights gated 2024-01; licence Permissive 2024-03-01; training_code unavailable",
        "Not fully: one is open weights, not open source.",
        "Its weights are public behind a form since 2024-01, under Permissive since 2024-03-01, which allows any use, commercial too."
    )]
    [InlineData(
        Out + "licence Permissive",
        "one is open weights; whether it is open source too is not known.",
        "Its weights are public since 2024-01-01 under Permissive, which allows any use, commercial too."
    )]
    [InlineData(
        Out + "licence Capped",
        "Not open source: one has published weights under a restricted licence.",
        "Its weights are public since 2024-01-01 under Capped, which restricts use:"
    )]
    [InlineData(
        Out + "licence Plain",
        "Not open source: one has published weights under a restricted licence.",
        "Its weights are public since 2024-01-01 under Plain."
    )]
    [InlineData(
        "weights on-request 2024-01-01/2024-02-01; licence Non-Commercial",
        "Not open source: one has published weights for non-commercial use only.",
        "Its weights are given on request since a day between 2024-01-01 and 2024-02-01 under Non-Commercial, "
            + "which excludes commercial use."
    )]
    [InlineData("weights unavailable", "one is closed: its weights are not published.", null)]
    public void Release_is_told_by_its_verdict(string lines, string lead, string? how)
    {
        var answer = Asked.One(Aspect.Openness, lines);

        Assert.Equal((AnswerStatus.Answered, lead, how), (answer.Status, answer.Lead, answer.How));
    }

    [Theory]
    [InlineData("paper available", "2026-11-24", "no fact says whether its weights are published")]
    [InlineData(Out + "licence Unread", "2026-11-24", "its weights are published, but its licence is not among the known ones")]
    [InlineData(
        Out + "licence Permissive ..2024-06; licence Capped 2024-06",
        "2024-06-10",
        "its weights are published, but the day of its new licence is not known, and 2024-06-10 may be before or after"
    )]
    [InlineData(
        "announced 2024-01-01; weights available 2024-06",
        "2024-06-10",
        "the sources leave the exact date open, and 2024-06-10 falls into that span"
    )]
    [InlineData(
        "announced 2024-06; weights unavailable",
        "2024-06-10",
        "the sources leave open whether it had been announced by 2024-06-10"
    )]
    public void Release_of_which_too_little_is_known_tells_why(string lines, string today, string reason)
    {
        var answer = Asked.One(Aspect.Openness, lines, today);

        Assert.Equal((AnswerStatus.NoFact, VerdictKind.Unknown), (answer.Status, answer.Verdict));
        Assert.Equal($"I do not know how open one is: {reason}.", answer.Lead);
    }

    [Theory]
    [InlineData("announced 2024-03-01; weights unavailable", "one did not exist yet on 2024-02-01: it was announced on 2024-03-01.")]
    [InlineData("weights available 2024-03 index; licence Permissive", "one did not exist yet on 2024-02-01: it was announced in 2024-03.")]
    public void Release_that_did_not_exist_tells_since_when_it_does(string lines, string lead)
    {
        var answer = Asked.One(Aspect.Openness, lines, "2024-02-01");

        Assert.Equal((AnswerStatus.NoFact, lead), (answer.Status, answer.Lead));
    }

    [Theory]
    [InlineData("training_code unavailable", "training code (not public)")]
    [InlineData(
        "training_code partial; data_information insufficient",
        "training code (public in part only); data information (not public)"
    )]
    public void Missing_components_are_told_with_the_reason(string lines, string missing) =>
        Assert.Contains(
            $"Missing for the Open Source AI Definition: {missing}.",
            Asked.One(Aspect.Openness, $"{Out}licence Permissive; {lines}").Notes
        );

    [Theory]
    [InlineData(
        "Capped",
        "training_code unavailable; data_information insufficient",
        "Its weights are public, but not under OSI-approved terms. Not public: training code, data information."
    )]
    [InlineData(
        "Permissive",
        "inference_code available; inference_code.licence Capped; training_code partial",
        "Its inference code is public, but not under OSI-approved terms. Public in part only: training code."
    )]
    public void What_is_public_under_other_terms_is_not_told_as_missing(string licence, string lines, string note) =>
        Assert.Contains(note, Asked.One(Aspect.Openness, $"{Out}licence {licence}; {lines}").Notes);

    [Fact]
    public void Notes_tell_what_is_undecided_and_the_class_of_the_framework() =>
        Assert.Equal(
            [
                "Whether it meets the Open Source AI Definition is open, since nothing is known of: data information.",
                "Model Openness Framework: no class.",
            ],
            Asked.One(Aspect.Openness, Out + "licence Permissive; training_code available; inference_code available").Notes
        );

    [Fact]
    public void Restrictions_are_the_rows_of_a_restricted_release() =>
        Assert.Equal("At most a million users. / Name the model.", Asked.One(Aspect.Openness, Out + "licence Terms").Rows());

    [Theory]
    [InlineData(
        VerdictKind.Closed,
        "family is closed: none of its known releases has published weights.",
        "weights unavailable",
        "weights unavailable"
    )]
    [InlineData(
        VerdictKind.OpenWeights,
        "Not fully: family is open weights, not open source, in every known release.",
        Out + "licence Permissive; training_code unavailable",
        Out + "licence Free; training_code partial"
    )]
    [InlineData(
        VerdictKind.OpenWeights,
        "family is open weights in every known release; whether it is open source too is not known of b.",
        Out + "licence Permissive; training_code unavailable",
        Out + "licence Permissive"
    )]
    [InlineData(
        VerdictKind.OpenWeights,
        "Not fully: family is open weights, not open source, in every release of which it is known.",
        Out + "licence Permissive; training_code unavailable",
        Out + "licence Unread"
    )]
    [InlineData(
        VerdictKind.RestrictedWeights,
        "Not open source: every known release of family has published weights under a restricted licence.",
        Out + "licence Capped",
        Out + "licence Plain"
    )]
    [InlineData(
        VerdictKind.NonCommercialWeights,
        "Not open source: every release of family of which it is known has published weights for non-commercial use only.",
        Out + "licence Non-Commercial",
        "weights unknown"
    )]
    [InlineData(
        VerdictKind.OpenSource,
        "Yes: every known release of family is open source by the Open Source AI Definition 1.0.",
        Out + "licence Permissive; " + Complete,
        Out + "licence Free; " + Complete
    )]
    [InlineData(VerdictKind.Mixed, "It depends on the release: family is mixed.", "weights unavailable", Out + "licence Capped")]
    [InlineData(VerdictKind.Unknown, "I do not know how open family is.", "weights unknown", Out + "licence Unread")]
    public void Family_is_told_by_what_its_releases_come_to(VerdictKind verdict, string lead, string one, string other)
    {
        var answer = Asked.Family(Aspect.Openness, $"a = {one}", $"b = {other}");

        Assert.Equal((verdict, lead.Replace("family", "Family", StringComparison.Ordinal)), (answer.Verdict, answer.Lead));
        Assert.Equal(verdict == VerdictKind.Unknown ? AnswerStatus.NoFact : AnswerStatus.Answered, answer.Status);
    }

    [Fact]
    public void Rows_of_a_family_put_alike_releases_together_and_date_those_alone() =>
        Assert.Equal(
            "c, b: restricted weights, Capped / a: open weights since 2024-01-01, Permissive / d: closed",
            Asked
                .Family(
                    Aspect.Openness,
                    "a = " + Out + "licence Permissive",
                    "b = weights available 2024-02-01; licence Capped",
                    "c = weights available 2024-03-01; licence Capped",
                    "d = weights unavailable"
                )
                .Rows()
        );

    [Theory]
    [InlineData("2023-01-01", "Nothing of Family had been announced by 2023-01-01.")]
    [InlineData("2024-01-01", "Family is closed: none of its known releases has published weights.")]
    public void Family_of_which_nothing_was_announced_yet_says_so(string today, string lead) =>
        Assert.Equal(lead, Asked.Of("family", Aspect.Openness, Asked.Facts("a = announced 2024-01-01; weights unavailable"), today).Lead);

    [Fact]
    public void Family_without_releases_is_not_known() =>
        Assert.Equal("I do not know how open Family is.", Asked.Family(Aspect.Openness).Lead);

    [Fact]
    public void Closed_release_tells_what_was_promised_of_it()
    {
        var facts = Asked
            .Facts("one = weights unavailable")
            .With([
                FactLine.Subject(
                    SubjectKind.Family,
                    "family",
                    "promise open the weights 2024-01-01 | by: Maker | about: one | due: 2024-06"
                ) with
                {
                    Name = "Family",
                    Parent = "maker",
                },
            ]);

        Assert.Contains(
            "Maker promised on 2024-01-01 to open the weights; that is still open and overdue since 2024-06.",
            Asked.Of("one", Aspect.Openness, facts).Notes
        );
        Assert.Contains("that is still open", Asked.Of("family", Aspect.Openness, facts).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Answer_rests_on_facts_and_tells_the_oldest_check()
    {
        var facts = FactBuilder.Facts(
            FactLine.Model("one", "weights available 2024-01-01", "licence Permissive") is var model
                ? model with
                {
                    Statements = [model.Statements[0] with { VerifiedOn = new DateOnly(2026, 1, 2) }, model.Statements[1]],
                }
                : model
        );
        var answer = Asked.Of("one", Aspect.Openness, facts);

        Assert.Equal(["weights", "licence", "commercial"], answer.Facts.Select(fact => fact.Property));
        Assert.Equal("Checked on 2026-01-02.", answer.Checked);
        Assert.EndsWith("Checked on 2026-01-02.", answer.Text, StringComparison.Ordinal);
    }
}
