using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Tests.Harness;

namespace AiNewsBot.Facts.Tests.Questions;

/// <summary>What kind of thing a question asks for: terms and no list, no component, no territory, no definition.</summary>
public sealed class AskedKindTests
{
    private static readonly Answerer Answerer = ShippedFacts.Answerer;

    private static Answer Ask(string question) => Answerer.Ask(question, FactBuilder.Today);

    [Theory]
    [InlineData("Is there any Open Source license that restricts use of my code by AI training? like MIT but no ai")]
    [InlineData("does anyone know a model that satisfies both? all-MiniLM-L6-v2 and e5 are ruled out by their training data")]
    public void No_list_is_given_that_was_not_asked_for(string question) => Assert.NotEqual(Intent.List, Ask(question).Intent);

    [Fact]
    public void Components_under_terms_are_no_question_for_components() =>
        Assert.Equal(
            Intent.Licence,
            Ask(
                "InternLM: 'code is Apache-2.0, weights need a free commercial application form'. But Apache already allows it, why apply?"
            ).Intent
        );

    [Fact]
    public void Two_licences_of_an_unknown_model_are_no_question_for_a_term()
    {
        var answer = Ask(
            "zorbgpt/synthetic-zorbV1.1 is an adapter on ZorbDalleV1.1 which is CC-BY-NC-ND 4.0, yet its out under openrail++. ok?"
        );

        Assert.Equal(AnswerStatus.UnknownSubject, answer.Status);
        Assert.Contains("I don't know", answer.Text);
    }

    [Fact]
    public void Selling_asks_for_no_territory() =>
        Assert.DoesNotContain("territory", Ask("CausVid is inside Zorb14B. So are the people selling those videos in trouble?").Text);

    [Fact]
    public void A_place_is_still_asked_for() => Assert.Contains("European Union", Ask("may we sell what HunyuanVideo makes in Italy").Text);

    [Fact]
    public void A_licence_for_outputs_asks_for_them() =>
        Assert.Contains("outputs", Ask("can i release stable diffusion 1.5 output under CC-BY?").Lead);

    [Fact]
    public void What_is_public_of_a_known_model_is_not_told_of_an_unknown_one() =>
        Assert.DoesNotContain(
            "training data of Llama 2",
            Ask("zorbogne has the same licence as Llama 2, but the dataset licence is non-commercial. can I use it commercially?").Text
        );
}
