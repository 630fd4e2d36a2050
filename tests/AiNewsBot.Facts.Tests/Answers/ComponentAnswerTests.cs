using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Tests.Harness;

namespace AiNewsBot.Facts.Tests.Answers;

/// <summary>Whether a part of a model is public, in the number that its name has.</summary>
public sealed class ComponentAnswerTests
{
    [Theory]
    [InlineData("training_code", "training_code available", "Yes: the training code of one is public.")]
    [InlineData(
        "training_code",
        "training_code available 2024-03; licence Permissive",
        "Yes: the training code of one is public since 2024-03 (Permissive)."
    )]
    [InlineData(
        "training_code",
        "training_code available 2024-03-01; licence Capped ..2024-06-01; licence Permissive 2024-06-01",
        "Yes: the training code of one is public since 2024-03-01 (Permissive since 2024-06-01)."
    )]
    [InlineData(
        "weights",
        "weights gated 2024-03-01",
        "Yes, behind a form: the weights of one can be had after accepting terms since 2024-03-01."
    )]
    [InlineData(
        "weights",
        "weights on-request 2024-03-01",
        "On request only: the weights of one are given to those whom its maker approves since 2024-03-01."
    )]
    [InlineData("training_data", "training_data partial", "In part: some of the training data of one are public.")]
    [InlineData("evaluation_results", "evaluation_results unavailable", "The evaluation results of one are not public.")]
    [InlineData("supporting_tools", "supporting_tools unavailable", "The supporting tools of one are not public.")]
    [InlineData("model_metadata", "model_metadata unavailable", "The model metadata of one is not public.")]
    [InlineData("paper", "paper available 2024-03; licence Permissive", "Yes, there is a paper on one since 2024-03.")]
    [InlineData("paper", "paper unavailable", "I found no paper on one: its maker has not published one.")]
    [InlineData("model_card", "model_card partial", "In part: some of the model card of one is public.")]
    [InlineData("paper", "weights available 2024-01-01", "I do not know whether the paper of one is public.")]
    [InlineData("training_data", "training_data unknown", "I do not know whether the training data of one are public.")]
    public void Component_is_told_with_its_verb_date_and_licence(string component, string lines, string lead) =>
        Assert.Equal(lead, Of("one", component, $"one = {lines}").Lead);

    [Fact]
    public void Component_that_came_out_later_was_not_public_yet()
    {
        var context = Context("one = announced 2023-01-01; weights available 2024-03-17") with { AsOf = new DateOnly(2024, 1, 1) };

        var answer = ComponentAnswers.Create(context, context.Facts.Find("one")!, Components.Weights);

        Assert.Equal("The weights of one were not public on 2024-01-01, but came out on 2024-03-17.", answer.Lead);
        Assert.Equal("weights", Assert.Single(answer.Facts).Property);
    }

    [Fact]
    public void Notes_of_the_statement_and_a_missing_licence_of_data_are_told() =>
        Assert.Equal(
            ["In two parts.", "No licence of the training data was read; the model's licence does not cover them."],
            Of("one", Components.TrainingData, "one = training_data available | note: In two parts.").Notes
        );

    [Theory]
    [InlineData("Yes: the training code of Family is public.", "", "training_code available", "training_code available")]
    [InlineData("The training code of Family is not public.", "", "training_code unavailable", "training_code unavailable")]
    [InlineData("The training code of Family is not public.", "", "training_code unavailable", "training_code unknown")]
    [InlineData("The training code of Family, by release:", "a: public / b: not known", "training_code available", "training_code unknown")]
    [InlineData(
        "The training code of Family, by release:",
        "a: public / b: public in part",
        "training_code available",
        "training_code partial"
    )]
    [InlineData("I do not know whether the training code of Family is public.", "", "training_code unknown", "paper available")]
    public void Family_is_told_at_once_where_its_releases_agree(string lead, string rows, string one, string other)
    {
        var answer = Of("family", Components.TrainingCode, $"a = {one}", $"b = {other}");

        Assert.Equal((lead, rows, Components.TrainingCode), (answer.Lead, answer.Rows(), answer.Component));
    }

    private static Answer Of(string id, string component, params string[] models)
    {
        var context = Context(models);
        return ComponentAnswers.Create(context, context.Facts.Find(id)!, component);
    }

    private static AnswerContext Context(params string[] models) => FactBuilder.Context() with { Facts = Asked.Facts(models) };
}
