using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Tests.Harness;

namespace AiNewsBot.Facts.Tests.Questions;

/// <summary>What binds beside a model's own licence: what it is built on and what it needs.</summary>
public sealed class SecondLayerTests
{
    private static readonly Answerer Answerer = ShippedFacts.Answerer;

    private static Answer Ask(string question) => Answerer.Ask(question, FactBuilder.Today);

    [Theory]
    [InlineData("may I sell videos made with FramePack? its apache so all fine. im in italy btw")]
    [InlineData("can a company in Germany use FramePack commercially")]
    public void A_base_that_leaves_out_the_country_of_who_asks_is_said_first(string question) =>
        Assert.Contains(
            "and under Tencent Hunyuan Community License, which binds it too, no one in the European Union",
            Ask(question).Text
        );

    [Fact]
    public void Conditions_of_a_base_are_told_with_commercial_use()
    {
        var answer = Ask("can I use FramePack commercially");

        Assert.Contains("HunyuanVideo", answer.Lead);
        Assert.Contains(answer.Rows, row => row.Value.Contains("100 million monthly users", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("can InstantID be used commercially, its repo is Apache", "face models of InsightFace")]
    [InlineData("can I use diffrhythm-base commercially", "Stable Audio Open")]
    public void What_is_noted_of_a_licence_is_told_where_it_is_on_terms(string question, string says) =>
        Assert.Contains(says, Ask(question).Text);

    [Fact]
    public void That_a_licence_was_read_in_a_repository_alone_is_not_told_to_all() =>
        Assert.DoesNotContain("That of the repository", Ask("can I use Wav2Lip commercially").Text);
}
