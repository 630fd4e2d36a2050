using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Questions.Topics;
using AiNewsBot.Facts.Tests.Harness;

namespace AiNewsBot.Facts.Tests.Questions;

/// <summary>Beside an answer, the case that a question tells of is answered by the rule that holds for it, and by no other.</summary>
public sealed class RuleChoiceTests
{
    private static readonly Answerer Answerer = ShippedFacts.Answerer;

    [Fact]
    public void Each_topic_that_needs_a_sign_is_one_of_the_dataset() =>
        Assert.DoesNotContain(RuleSigns.Shipped.Topics, topic => ShippedFacts.Base.Find(topic) is null);

    [Theory]
    [InlineData(
        "F5-TTS code is MIT. If I retrain it from scratch on my own recordings without their weights, may I sell the result?",
        "Weights that you train from scratch are not bound by the terms of the published ones"
    )]
    [InlineData(
        "YOLOv8 is AGPL. I only train it on my photos and change no source, is the trained model free for a closed product?",
        "Ultralytics holds that any use of its YOLO models under the AGPL, trained ones too"
    )]
    [InlineData(
        "MusicGen: LICENSE is MIT, LICENSE_weights is CC-BY-NC. Are the checkpoints covered by the MIT of the repository?",
        "The licence of the code does not cover the weights by itself"
    )]
    [InlineData(
        "Qwen3-Embedding is Apache but was fine-tuned on a dataset for research only. Can it be sold despite that?",
        "turns on whether"
    )]
    public void The_rule_of_its_case_is_told_beside_a_known_model(string question, string says) =>
        Assert.Contains(says, Ask(question).Text);

    [Theory]
    [InlineData(
        "zorblex from a big lab is Apache-2.0 so it can go into production, right? it downloads the weights at the first start",
        "The licence of the code does not cover the weights by itself"
    )]
    [InlineData(
        "quilplume: the readme welcomes commercial projects, the weights are under a non-commercial CC license. Which is it?",
        "stricter word"
    )]
    public void The_rule_of_its_case_is_told_beside_an_unknown_name(string question, string says)
    {
        var answer = Ask(question);

        Assert.Equal(AnswerStatus.UnknownSubject, answer.Status);
        Assert.Contains(says, answer.Text);
    }

    [Fact]
    public void Of_an_unknown_model_no_yes_is_said_for_the_licence_that_it_is_said_to_have() =>
        Assert.DoesNotContain("Yes", Ask("zorblex is Apache-2.0, can I put it in production?").Text);

    [Fact]
    public void A_licence_told_of_without_its_number_is_understood_as_its_kind() =>
        Assert.Contains(
            "A non-commercial licence lets others use a work, but not in business.",
            Ask("quilplume: the readme welcomes commercial projects, the weights are under a non-commercial CC license. Which is it?").Text
        );

    [Theory]
    [InlineData("Is YOLOv8 free if I train it on my own data?", "Whether the terms of its training data")]
    [InlineData("can i use Jina Embeddings v2 at work, it is apache", "licences seldom speak of vectors")]
    [InlineData("is T5 open source?", "The Open Source AI Definition is the Open Source Initiative")]
    [InlineData("is Whisper free for commercial use?", "Where the licence is open source you may")]
    public void A_rule_for_another_case_is_not_told(string question, string says) => Assert.DoesNotContain(says, Ask(question).Text);

    [Theory]
    [InlineData("may I sell zorblex-9b? it is a merge", "A merge must keep the terms of all models in it")]
    [InlineData("commercial use of zorblex-9b-GGUF?", "A quantised or converted copy has the licence of the original")]
    public void What_an_unknown_name_is_decides_which_rule_holds(string question, string says) => Assert.Contains(says, Ask(question).Text);

    [Fact]
    public void Whether_an_unknown_merge_is_open_is_no_matter_of_its_terms() =>
        Assert.DoesNotContain("A merge must", Ask("is zorblex-9b-merge open source?").Text);

    [Fact]
    public void At_most_two_sentences_of_a_rule_stand_beside_an_answer()
    {
        var text = Ask("can I merge Llama 3.1 8B with a mistral 7b and put apache on the merged model?").Text;

        Assert.InRange(
            ShippedFacts.Base.Find("merged-models")!.All("says").Count(says => text.Contains(says.Value, StringComparison.Ordinal)),
            1,
            2
        );
    }

    private static Answer Ask(string question) => Answerer.Ask(question, FactBuilder.Today);
}
