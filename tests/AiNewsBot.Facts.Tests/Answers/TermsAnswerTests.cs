using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Tests.Harness;

namespace AiNewsBot.Facts.Tests.Answers;

/// <summary>What a licence allows: selling, outputs, derivatives, places; of one release, of several, of a licence by itself.</summary>
public sealed class TermsAnswerTests
{
    private const string Out = "weights available 2024-01-01; ";

    [Theory]
    [InlineData(Out + "licence Permissive", "Yes: Permissive allows commercial use of one.")]
    [InlineData(Out + "licence Copyleft", "Yes, under conditions: Copyleft allows commercial use of one.")]
    [InlineData(Out + "licence Terms", "Yes, under conditions: Terms allows commercial use of one.")]
    [InlineData(Out + "licence Non-Commercial", "Commercial use of one is not allowed: Non-Commercial excludes it.")]
    [InlineData(
        "weights unavailable",
        "one has no published weights: it can be used commercially only through its maker's service, under that service's terms."
    )]
    [InlineData(Out + "licence Unread", "I do not know whether one may be used commercially.")]
    [InlineData("announced 2030-01-01; weights unavailable", "I do not know whether one may be used commercially.")]
    public void Commercial_use_follows_from_the_licence(string lines, string lead) =>
        Assert.Equal(lead, Asked.One(Aspect.CommercialUse, lines).Lead);

    [Fact]
    public void Commercial_use_tells_the_conditions_and_copyleft_beside_them()
    {
        Assert.Equal("At most a million users. / Name the model.", Asked.One(Aspect.CommercialUse, Out + "licence Terms").Rows());
        Assert.Equal("Keep these terms.", Asked.One(Aspect.CommercialUse, Out + "licence Copyleft").Rows());
        Assert.Equal("", Asked.One(Aspect.CommercialUse, Out + "licence Non-Commercial").Rows());
    }

    [Theory]
    [InlineData("Yes: Permissive allows commercial use of Family.", "", Out + "licence Permissive", Out + "licence Permissive")]
    [InlineData(
        "Commercial use of Family depends on the release:",
        "a: yes (Permissive) / b: no (Non-Commercial)",
        Out + "licence Permissive",
        Out + "licence Non-Commercial"
    )]
    [InlineData(
        "Commercial use of Family depends on the release:",
        "a: yes (Permissive) / b: closed",
        Out + "licence Permissive",
        "weights unavailable"
    )]
    [InlineData(
        "Family has no published weights: it can be used commercially only through its maker's service, under that service's terms.",
        "",
        "weights unavailable",
        "weights unavailable"
    )]
    [InlineData("I do not know whether Family may be used commercially.", "", "weights unknown", Out + "licence Unread")]
    public void Commercial_use_of_a_family_depends_on_its_releases(string lead, string rows, string one, string other)
    {
        var answer = Asked.Family(Aspect.CommercialUse, $"a = {one}", $"b = {other}");

        Assert.Equal((lead, rows), (answer.Lead, answer.Rows()));
    }

    [Theory]
    [InlineData("Terms", "Yes, under conditions: Terms allows commercial use of it.")]
    [InlineData("Outputs", "Commercial use of it is not allowed: Outputs excludes it.")]
    public void Licence_by_itself_allows_commercial_use_or_not(string licence, string lead) =>
        Assert.Equal(lead, Asked.Of(licence, Aspect.CommercialUse, Asked.Facts()).Lead);

    [Theory]
    [InlineData(
        Out + "licence Outputs",
        "Yes: Outputs lets the outputs of one be used commercially.",
        "Outputs may be sold. / No training."
    )]
    [InlineData(
        Out + "licence Permissive",
        "Yes: Permissive sets no restriction on use, and no term of it on the outputs of one is known.",
        ""
    )]
    [InlineData(Out + "licence Terms", "Terms is not known to say anything on the outputs of one.", "")]
    [InlineData(
        "weights unavailable",
        "The facts do not say: one has no published weights, and the terms of its maker's service rule its outputs.",
        ""
    )]
    [InlineData("weights unknown", "The facts do not say what may be done with the outputs of one.", "")]
    public void Outputs_follow_from_their_own_terms(string lines, string lead, string rows)
    {
        var answer = Asked.One(Aspect.Outputs, lines);

        Assert.Equal((lead, rows), (answer.Lead, answer.Rows()));
    }

    // What holds for the model is no answer on outputs where it forbids.
    [Theory]
    [InlineData(
        "Terms",
        AnswerStatus.Answered,
        "The model itself: Terms allows commercial use under conditions: at most a million users; name the model."
    )]
    [InlineData("Non-Commercial", AnswerStatus.NoFact, "The model itself: Non-Commercial excludes commercial use.")]
    public void Outputs_of_which_nothing_is_said_are_told_apart_from_the_model(string licence, AnswerStatus status, string note)
    {
        var answer = Asked.One(Aspect.Outputs, $"{Out}licence {licence}");

        Assert.Equal(status, answer.Status);
        Assert.Contains(note, answer.Notes);
    }

    [Fact]
    public void Outputs_of_which_the_sale_alone_is_not_said_are_told_by_owner_and_training()
    {
        var facts = Asked.Facts(
            [FactLine.Terms("Unclaimed", "commercial conditional", "outputs_ownership unclaimed", "outputs_training conditional")],
            $"one = {Out}licence Unclaimed",
            $"two = {Out}licence Terms"
        );

        var answer = Asked.Of("one", Aspect.Outputs, facts);

        Assert.Equal(AnswerStatus.Answered, answer.Status);
        Assert.Equal("The facts do not say whether the outputs of one may be sold. What they tell of them:", answer.Lead);
        Assert.Equal(
            "By Unclaimed, its maker claims no rights in the outputs of one. / "
                + "Unclaimed allows training with the outputs of one under conditions.",
            answer.Rows()
        );
    }

    [Fact]
    public void Outputs_of_a_family_depend_on_the_release() =>
        Assert.Equal(
            "a (Outputs): Outputs may be sold. / b (Terms): the facts do not say",
            Asked.Family(Aspect.Outputs, $"a = {Out}licence Outputs", $"b = {Out}licence Terms").Rows()
        );

    [Theory]
    [InlineData("Outputs", "No: Outputs restricts training with the outputs of one.", "No training.")]
    [InlineData("Permissive", "Yes: Permissive sets no restriction on training with the outputs of one.", "")]
    [InlineData("Banning", "No: Banning restricts training with the outputs of one.", "No other models.")]
    [InlineData("Terms", "Terms is not known to say anything on the outputs of one.", "")]
    public void Training_with_outputs_is_asked_for_apart(string licence, string lead, string rows)
    {
        var facts = Asked.Facts(
            [FactLine.Terms("Banning", "commercial yes", "condition no-training | text: No other models.")],
            $"one = {Out}licence {licence}"
        );
        var context = FactBuilder.Context() with { Facts = facts };
        context = context with
        {
            Question = context.Question with { Tokens = AiNewsBot.Facts.Text.Tokenizer.Split("may I train a model with it") },
        };

        var answer = OutputAnswers.Create(context, facts.Find("one")!);

        Assert.Equal((lead, rows), (answer.Lead, answer.Rows()));
    }

    [Theory]
    [InlineData(Out + "licence Terms", "Terms restricts the use of one:", "At most a million users. / Name the model.")]
    [InlineData(Out + "licence Copyleft", "Copyleft sets no restriction on what one is used for; it asks only: keep these terms.", "")]
    [InlineData(Out + "licence Free", "Free sets no restriction on what one is used for.", "")]
    [InlineData("weights unavailable", "one has no published weights: only its maker's terms of service apply.", "")]
    [InlineData("weights unknown", "I do not know the licence of one.", "")]
    public void Restrictions_are_those_of_the_licence(string lines, string lead, string rows)
    {
        var answer = Asked.One(Aspect.Restrictions, lines);

        Assert.Equal((lead, rows), (answer.Lead, answer.Rows()));
    }

    [Fact]
    public void Restrictions_of_a_family_are_told_by_licence() =>
        Assert.Equal(
            "a (Terms): at most a million users; name the model / b (Free): no restriction of use",
            Asked.Family(Aspect.Restrictions, $"a = {Out}licence Terms", $"b = {Out}licence Free").Rows()
        );

    [Fact]
    public void Restricting_licence_also_tells_what_else_it_asks()
    {
        var facts = Asked.Facts(
            [FactLine.Terms("Both", "commercial yes", "condition naming | text: Name it.", "condition notice | text: Keep notices.")],
            $"one = {Out}licence Both"
        );

        Assert.Contains("It also asks: keep notices.", Asked.Of("one", Aspect.Restrictions, facts).Notes);
    }

    [Theory]
    [InlineData(Out + "licence Outputs", "What is built on one stays bound by Outputs: what is built on it keeps its terms.")]
    [InlineData(Out + "licence Free", "Free lets what is built on one be under other terms.")]
    [InlineData(Out + "licence Permissive", "Permissive lets what is built on one be under other terms; it asks to notice; attribution.")]
    [InlineData(Out + "licence Copyleft", "What is built on one stays bound by Copyleft: keep these terms.")]
    [InlineData(Out + "licence Terms", "What is built on one stays bound by Terms: name the model.")]
    [InlineData(Out + "licence Capped", "The facts do not say whether Capped binds what is built on one.")]
    [InlineData("weights unavailable", "one has no published weights: only its maker's terms of service apply.")]
    public void Derivatives_are_bound_by_what_is_passed_on(string lines, string lead) =>
        Assert.Equal(lead, Derivatives("one", $"one = {lines}").Lead);

    [Fact]
    public void Derivatives_of_a_family_depend_on_the_release_and_a_licence_tells_its_own()
    {
        Assert.Equal(
            "a: What is built on a stays bound by Outputs: what is built on it keeps its terms. / "
                + "b: The facts do not say whether Capped binds what is built on b.",
            Derivatives("family", $"a = {Out}licence Outputs", $"b = {Out}licence Capped").Rows()
        );
        Assert.Equal("What is built on Copyleft stays bound by Copyleft: keep these terms.", Derivatives("Copyleft").Lead);
    }

    [Theory]
    [InlineData(Out + "licence Permissive", "Yes: Permissive excludes no territory, so one may be used anywhere.", "")]
    [InlineData(
        Out + "licence Local",
        "Not everywhere: the licence of one leaves territories out.",
        "one (Local): Not in the European Union (end users)"
    )]
    [InlineData("weights unavailable", "one has no published weights: only its maker's terms of service apply.", "")]
    public void Territory_is_what_the_licence_leaves_out(string lines, string lead, string rows)
    {
        var answer = Asked.One(Aspect.Territory, lines);

        Assert.Equal((lead, rows), (answer.Lead, answer.Rows()));
    }

    [Fact]
    public void Territory_of_a_family_depends_on_the_release()
    {
        var answer = Asked.Family(Aspect.Territory, $"a = {Out}licence Local", $"b = {Out}licence Free");

        Assert.Equal("It depends on the release: some licences of Family leave territories out.", answer.Lead);
        Assert.Equal("a (Local): Not in the European Union (end users) / b (Free): no territory excluded", answer.Rows());
    }

    private static Answer Derivatives(string id, params string[] models)
    {
        var context = FactBuilder.Context() with { Facts = Asked.Facts(models) };
        return DerivativeAnswers.Create(context, context.Facts.Find(id)!);
    }
}
