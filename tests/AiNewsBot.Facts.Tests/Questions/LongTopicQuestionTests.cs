using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Tests.Harness;

namespace AiNewsBot.Facts.Tests.Questions;

/// <summary>Questions on a matter, told at length and with the names of models or makers in them; and
/// names with a number too many.</summary>
public sealed class LongTopicQuestionTests
{
    private static readonly Answerer Answerer = ShippedFacts.Answerer;

    [Theory]
    [InlineData(
        "What came out of the suits against Suno and Udio, has everyone settled or is somebody still fighting?",
        "music-labels-v-suno-udio"
    )]
    [InlineData(
        "FSF and OSI seem to disagree about whether weights without training data can be called free, what does each say",
        "fsf-on-ai"
    )]
    [InlineData(
        "Fact check please: the EU AI Act fully exempts open-source models, from the copyright duties too",
        "eu-ai-act-open-source"
    )]
    public void A_matter_is_found_in_a_long_question(string question, string topic) =>
        Assert.Equal([topic], Ask(question).Subjects.Select(subject => subject.Id));

    [Theory]
    [InlineData("what did noam chomsky say about open weights")]
    [InlineData("how fast does a bird settle on a branch")]
    public void Question_that_only_shares_words_with_a_topic_is_out_of_scope(string question) =>
        Assert.Equal(AnswerStatus.OutOfScope, Ask(question).Status);

    [Fact]
    public void A_number_that_none_of_several_has_makes_an_unknown_name()
    {
        var answer = Ask("is mistral large 4 apache");

        Assert.Equal(AnswerStatus.UnknownSubject, answer.Status);
        Assert.Contains("Mistral Large 3", answer.Lead);
    }

    [Fact]
    public void A_version_that_the_name_ends_in_may_be_said_without_what_is_between() =>
        Assert.Equal(["parakeet-tdt-0.6b-v3"], Ask("can we ship Parakeet TDT v3 in a product").Subjects.Select(subject => subject.Id));

    private static Answer Ask(string question) => Answerer.Ask(question, FactBuilder.Today);
}
