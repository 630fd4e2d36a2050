using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Facts.Tests.Harness;

namespace AiNewsBot.Facts.Tests.Questions;

/// <summary>What people ask in passing: of several at once, of what they earn, of something beside a name that is not known.</summary>
public sealed class SpokenQuestionTests
{
    private static readonly Answerer Answerer = ShippedFacts.Answerer;

    private static Answer Ask(string question) => Answerer.Ask(question, FactBuilder.Today);

    [Theory]
    [InlineData("we earn $30M a year, can we sell LTX-2 to clients", "not without a licence")]
    [InlineData("our group has billions in revenue, can we use xLSTM 7B commercially", "not without a licence")]
    [InlineData("we earn $3M a year, can we sell LTX-2 to clients", "you are not above")]
    public void A_sum_of_money_is_held_against_the_cap_of_the_licence(string question, string says) =>
        Assert.Contains(says, Ask(question).Lead);

    [Fact]
    public void Restrictions_are_told_of_each_model_that_is_named()
    {
        var answer = Ask("what restrictions has Llama 3.1? And the Gemma 3 one?");

        Assert.Equal(["llama-3.1", "gemma-3"], answer.Subjects.Select(subject => subject.Id));
        Assert.Equal(2, answer.Rows.Length);
    }

    [Fact]
    public void Training_with_outputs_is_told_release_by_release()
    {
        var answer = Ask("which llamas let me train other models with their outputs");

        Assert.Equal(Aspect.Outputs, answer.Aspects[0]);
        Assert.Contains(answer.Rows, row => row.Label.Contains("Llama 3 ") && row.Value.Contains("restricted"));
        Assert.DoesNotContain(answer.Rows, row => row.Label.Contains("Llama 3 ") && row.Value.Contains("do not say"));
    }

    [Fact]
    public void A_known_model_beside_an_unknown_one_is_told_of_and_the_unknown_one_named()
    {
        var answer = Ask("lightning-whisper vs whisper licence");

        Assert.Equal(AnswerStatus.UnknownSubject, answer.Status);
        Assert.Contains("I don't know lightning-whisper", answer.Lead);
        Assert.Contains("Whisper", answer.Lead);
        Assert.Empty(answer.Subjects);
    }

    [Fact]
    public void A_program_and_the_model_of_its_name_are_each_told_of()
    {
        var answer = Ask("is llama.cpp the same as llama by licence");

        Assert.Contains(answer.Rows, row => row.Value.Contains("software"));
        Assert.Contains(answer.Rows, row => row.Value.Contains("Llama 3.1 Community License"));
    }

    [Theory]
    [InlineData("what big open models came out in august 2025")]
    [InlineData("which fat open weights came out in 2024")]
    public void A_word_of_English_names_no_model_that_a_list_would_be_narrowed_by(string question)
    {
        var answer = Ask(question);

        Assert.Equal((AnswerStatus.Answered, Intent.List), (answer.Status, answer.Intent));
    }

    [Fact]
    public void A_matter_that_is_named_is_told_of_where_no_model_is()
    {
        var answer = Ask("can we ship miqu 70b? it must have a licence");

        Assert.Equal("miqu-leak", Assert.Single(answer.Subjects).Id);
    }

    [Fact]
    public void Facts_without_any_topic_are_asked_as_well()
    {
        var facts = FactBase.Create([.. ShippedFacts.Dataset.Subjects.Where(subject => subject.Kind != SubjectKind.Topic)]);

        var answer = new Answerer(facts).Ask("what is open washing", FactBuilder.Today);

        Assert.NotEqual(AnswerStatus.Answered, answer.Status);
    }
}
