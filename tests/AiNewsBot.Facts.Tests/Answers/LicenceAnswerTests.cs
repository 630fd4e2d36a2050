using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Tests.Harness;

namespace AiNewsBot.Facts.Tests.Answers;

/// <summary>Under which licence a release, a family or a part of it is, and what a licence is itself.</summary>
public sealed class LicenceAnswerTests
{
    private const string Out = "weights available 2024-01-01; ";

    [Theory]
    [InlineData(Out + "licence Permissive", "one is under Permissive.")]
    [InlineData(Out + "licence Capped; weights.licence Permissive", "one is under Permissive.")]
    [InlineData("weights unavailable; licence Permissive", "one is proprietary: its weights are not published, so no licence covers them.")]
    public void Release_is_under_the_licence_of_its_weights(string lines, string lead)
    {
        var answer = Asked.One(Aspect.Licence, lines);

        Assert.Equal((AnswerStatus.Answered, lead), (answer.Status, answer.Lead));
    }

    [Theory]
    [InlineData("weights available 2024-01-01")]
    [InlineData("weights available 2024-01-01; licence No-Such")]
    [InlineData("weights available 2024-01-01; licence Permissive 2030-01-01")]
    public void Licence_that_is_not_known_is_not_guessed(string lines)
    {
        var answer = Asked.One(Aspect.Licence, lines);

        Assert.Equal((AnswerStatus.NoFact, "I do not know the licence of one."), (answer.Status, answer.Lead));
    }

    [Theory]
    [InlineData("licence Permissive", "Approved by the Open Source Initiative; commercial use: yes.")]
    [InlineData("licence Non-Commercial", "Not approved by the Open Source Initiative; commercial use: no.")]
    [InlineData("licence Terms", "It restricts use: at most a million users; name the model.")]
    [InlineData("licence Permissive; training_code.licence Free; inference_code.licence Free", "Inference code and training code: Free.")]
    [InlineData("licence Capped ..2024-06-01; licence Permissive 2024-06-01", "Before: Capped until 2024-06-01.")]
    [InlineData("licence Gone ..2024-06; licence Permissive 2024-06", "Before: Gone until 2024-06.")]
    public void Notes_tell_terms_parts_and_what_was_before(string lines, string note) =>
        Assert.Contains(note, Asked.One(Aspect.Licence, Out + lines).Notes);

    [Theory]
    [InlineData(
        "licence Permissive; licence Capped disputed press",
        "Two licences are named for it: Permissive, by Someone (Source); and Capped, by The Paper (Story)."
    )]
    [InlineData("licence Permissive; based_on two", "It is built on two, whose Free lets what is built on it be under other terms.")]
    public void Notes_tell_conflicts_and_the_base(string lines, string note) =>
        Assert.Contains(
            note,
            Asked.Of("one", Aspect.Licence, Asked.Facts($"one = {Out}{lines}", "two = weights available 2023-01-01; licence Free")).Notes
        );

    [Theory]
    [InlineData("two = licence Free", "It is built on two, whose Free lets what is built on it be under other terms.")]
    [InlineData("two = licence Outputs", "It is built on two, and Outputs binds what is built on it: what is built on it keeps its terms.")]
    [InlineData("two = licence Permissive", "It is built on two, whose Permissive lets what is built on it be under other terms.")]
    [InlineData("two = licence Copyleft", "It is built on two, and Copyleft binds what is built on it: keep these terms.")]
    [InlineData(
        "two = licence Plain",
        "It is built on two, which is under Plain; the facts do not say whether that binds what is built on it."
    )]
    [InlineData("two = paper available", "It is built on two; the facts name no licence of that.")]
    public void Base_is_told_with_what_it_binds(string two, string text)
    {
        var facts = Asked.Facts("one = based_on two", two);

        Assert.Equal($"one: {text}", Asked.Of("one", Aspect.Base, facts).Lead);
    }

    [Fact]
    public void Family_lists_what_its_models_are_built_on_and_says_where_nothing_is_known()
    {
        var facts = Asked.Facts("one = based_on two", "two = licence Free", "three = paper available");

        Assert.Equal("What models of Family are built on:", Asked.Of("family", Aspect.Base, facts).Lead);
        Assert.StartsWith("one: It is built on two", Asked.Of("family", Aspect.Base, facts).Rows(), StringComparison.Ordinal);
        Assert.Equal("The facts do not say what three is built on.", Asked.Of("three", Aspect.Base, facts).Lead);
    }

    [Theory]
    [InlineData("Family is under Permissive.", "", Out + "licence Permissive", Out + "licence Permissive")]
    [InlineData(
        "The licences of Family:",
        "b: Capped / a: Permissive",
        Out + "licence Permissive",
        "weights available 2024-02-01; licence Capped"
    )]
    [InlineData("The licences of Family:", "a: Permissive / b: closed", Out + "licence Permissive", "weights unavailable")]
    [InlineData(
        "Family is proprietary: its weights are not published, so no licence covers them.",
        "",
        "weights unavailable",
        "weights unavailable"
    )]
    [InlineData("I do not know the licence of Family.", "", Out + "licence Unread", "weights unavailable")]
    [InlineData("I do not know the licence of Family.", "", "weights unknown", "weights unknown")]
    public void Family_is_under_one_licence_or_several(string lead, string rows, string one, string other)
    {
        var answer = Asked.Family(Aspect.Licence, $"a = {one}", $"b = {other}");

        Assert.Equal(lead, answer.Lead);
        if (rows.Length > 0)
            Assert.Equal(rows, answer.Rows());
    }

    [Theory]
    [InlineData("Permissive", "Free", "Of these the Open Source Initiative has approved Permissive and Free.")]
    [InlineData("Permissive", "Capped", "Of these the Open Source Initiative has approved Permissive.")]
    [InlineData("Plain", "Capped", "None of these is approved by the Open Source Initiative.")]
    public void Several_licences_are_told_with_those_that_are_approved(string one, string other, string note) =>
        Assert.Contains(
            note,
            Asked
                .Family(
                    Aspect.Licence,
                    $"a = weights available 2024-02-01; licence {one}",
                    $"b = weights available 2024-01-01; licence {other}"
                )
                .Notes
        );

    [Fact]
    public void Licence_is_told_by_what_it_is_and_asks()
    {
        var facts = Asked.Facts();

        var answer = Asked.Of("Terms", Aspect.Licence, facts);

        Assert.Equal("Terms: Not approved by the Open Source Initiative; commercial use: under conditions.", answer.Lead);
        Assert.Equal("user cap: At most a million users. / naming: Name the model.", answer.Rows());
    }

    // What is asked of a licence beside the release: whether it is that one.
    [Theory]
    [InlineData("Permissive", "Permissive", "Yes, one is under Permissive.")]
    [InlineData("Permissive", "Capped", "Not Capped: one is under Permissive.")]
    public void Licence_that_is_asked_for_is_confirmed_or_denied(string held, string asked, string lead)
    {
        var context = Context($"one = {Out}licence {held}");

        Assert.Equal(lead, LicenceAnswers.Create(context, context.Facts.Find("one")!, context.Facts.Licence(asked)).Lead);
        Assert.Equal(
            lead.Replace("one", "Family", StringComparison.Ordinal),
            LicenceAnswers.Create(context, context.Facts.Find("family")!, context.Facts.Licence(asked)).Lead
        );
    }

    [Theory]
    [InlineData("Capped Plain", "None of these: one is under Permissive.")]
    [InlineData("Capped Permissive", "Yes, one is under Permissive.")]
    public void Of_several_licences_it_is_told_which_holds_or_that_none_does(string asked, string lead)
    {
        var context = Context($"one = {Out}licence Permissive");
        Licence[] licences = [.. asked.Split(' ').Select(id => context.Facts.Licence(id)!)];

        Assert.Equal(lead, LicenceAnswers.Among(context, context.Facts.Find("one")!, licences).Lead);
    }

    [Fact]
    public void Licences_are_compared_side_by_side()
    {
        var context = Context();

        var answer = LicenceAnswers.Compare(context, [context.Facts.Licence("Free")!, context.Facts.Licence("Terms")!]);

        Assert.Equal("Free and Terms, side by side:", answer.Lead);
        Assert.Equal(
            "Free: approved by the Open Source Initiative; commercial use: yes; no restriction of use / "
                + "Terms: not approved by the Open Source Initiative; commercial use: under conditions; "
                + "at most a million users; name the model",
            answer.Rows()
        );
    }

    [Theory]
    [InlineData("training_code", "training_code available; training_code.licence Free", "The training code of one: Free.")]
    [InlineData("training_code", "training_code available", "The training code of one: Permissive.")]
    public void Component_is_under_its_licence(string component, string lines, string lead)
    {
        var context = WithComponent(Context($"one = {Out}licence Permissive; {lines}"), component);

        Assert.Equal(lead, LicenceAnswers.Create(context, context.Facts.Find("one")!, null).Lead);
    }

    [Fact]
    public void Data_without_a_licence_are_told_by_whether_they_are_public()
    {
        var context = WithComponent(Context($"one = {Out}licence Permissive; training_data available"), Components.TrainingData);

        var answer = LicenceAnswers.Create(context, context.Facts.Find("one")!, null);

        Assert.Equal("Yes: the training data of one are public.", answer.Lead);
        Assert.Equal(["No licence of the training data was read; the model's licence does not cover them."], answer.Notes);
    }

    [Theory]
    [InlineData("training_code available; training_code.licence Free", "The licences of training code, Family:", "one: Free")]
    [InlineData("training_code unavailable", "I do not know the licence of training code, Family.", "")]
    public void Family_tells_the_licences_of_a_component(string lines, string lead, string rows)
    {
        var context = WithComponent(Context($"one = {Out}licence Permissive; {lines}"), Components.TrainingCode);

        var answer = LicenceAnswers.Create(context, context.Facts.Find("family")!, null);

        Assert.Equal((lead, rows), (answer.Lead, answer.Rows()));
    }

    [Theory]
    [InlineData("Apache-2.0", "Apache License 2.0", "Apache License 2.0 (Apache-2.0)")]
    [InlineData("LicenseRef-Own", "Own Licence", "Own Licence")]
    [InlineData("MIT", "MIT", "MIT")]
    public void Full_name_has_the_SPDX_id_where_that_says_more(string id, string name, string text) =>
        Assert.Equal(text, LicenceFormatter.GetFullName(Named(id, name)));

    [Theory]
    [InlineData("Stability (any version)", "Stability 2", true)]
    [InlineData("Stability 2", "Stability (any version)", false)]
    [InlineData("MIT", "Apache", false)]
    public void Licence_of_any_version_is_like_each_of_its_versions(string one, string other, bool areAlike) =>
        Assert.Equal(areAlike, LicenceFormatter.AreAlike(Named("a", one), Named("b", other)));

    [Theory]
    [InlineData("At most ten users.", "at most ten users")]
    [InlineData("EU users are excluded.", "EU users are excluded")]
    [InlineData("A user must ask.", "a user must ask")]
    [InlineData("A.", "A")]
    public void Clauses_begin_small_within_a_sentence(string text, string clause)
    {
        var licence = Asked.Facts([FactLine.Terms("L", $"condition user-cap | text: {text}")]).Licence("L")!;

        Assert.Equal(clause, LicenceFormatter.Clauses(licence.Conditions));
    }

    [Fact]
    public void As_of_a_day_the_licence_was()
    {
        var context = Context($"one = {Out}licence Permissive") with { AsOf = new DateOnly(2024, 5, 1) };

        Assert.Equal("On 2024-05-01, one was under Permissive.", LicenceAnswers.Create(context, context.Facts.Find("one")!, null).Lead);
    }

    private static AnswerContext Context(params string[] models) => FactBuilder.Context() with { Facts = Asked.Facts(models) };

    private static AnswerContext WithComponent(AnswerContext context, string component) =>
        context with
        {
            Question = context.Question with { Component = component },
        };

    private static Licence Named(string id, string name) => Asked.Facts([FactLine.Terms(id) with { Name = name }]).Licence(id)!;
}
