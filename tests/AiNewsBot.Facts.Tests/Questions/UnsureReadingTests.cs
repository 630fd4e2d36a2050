using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Learning;
using AiNewsBot.Facts.Tests.Harness;

namespace AiNewsBot.Facts.Tests.Questions;

/// <summary>What is offered beside an answer whose question was not read for certain.</summary>
public sealed class UnsureReadingTests
{
    private static readonly Answerer Answerer = ShippedFacts.Answerer;

    [Fact]
    public void Offers_no_other_reading_of_a_plain_question() =>
        Assert.Empty(Answerer.Ask("what licence is Mistral 7B under", FactBuilder.Today).OtherReadings);

    [Theory]
    [InlineData("grok-2 and my business, thoughts on the paperwork")]
    [InlineData("mistral 7b papers in order or what")]
    public void Answers_for_a_known_name_and_offers_other_readings_where_the_question_is_unclear(string question)
    {
        var answer = Answerer.Ask(question, FactBuilder.Today);

        Assert.Equal(AnswerStatus.Answered, answer.Status);
        Assert.NotEmpty(answer.Subjects);
        Assert.True(answer.Confidence < AspectClassifier.Shipped.Calibration.Threshold);
        Assert.InRange(answer.OtherReadings.Length, 0, 3);
        Assert.All(answer.OtherReadings, reading => Assert.DoesNotContain(reading, answer.Aspects));
    }

    [Fact]
    public void A_calibration_keeps_the_order_of_likelihoods_and_its_threshold_leaves_out_what_is_even()
    {
        var calibration = AspectClassifier.Shipped.Calibration;

        Assert.InRange(calibration.Threshold, 0.6f, 0.999f);
        for (var label = 0; label < AspectClassifier.Shipped.Labels.Length; label++)
        {
            Assert.True(calibration.Apply(label, 0.9f) > calibration.Apply(label, 0.5f));
            Assert.InRange(calibration.Apply(label, 0.99f), 0, 1);
        }
    }
}
