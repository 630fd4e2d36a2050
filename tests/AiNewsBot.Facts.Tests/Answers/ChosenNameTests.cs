using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Tests.Harness;

namespace AiNewsBot.Facts.Tests.Answers;

/// <summary>Who picks what was meant gets an answer to what they asked.</summary>
public sealed class ChosenNameTests
{
    private static readonly Answerer Answerer = ShippedFacts.Answerer;

    [Theory]
    [InlineData("what is the licence of mistral large", "mistral-large-2402", "what is the licence of Mistral Large (2402)")]
    [InlineData("can i use mistral large commercially?", "mistral-large-3", "can i use Mistral Large 3 commercially?")]
    [InlineData("When did Mistral Large come out", "mistral-large-2", "When did Mistral Large 2 come out")]
    [InlineData("is llama 9 open source", "llama-4", "is Llama 4 open source")]
    [InlineData("what is the licence of llama 9", "llama-3.1", "what is the licence of Llama 3.1")]
    [InlineData("darf ich mistral large kommerziell nutzen", "mistral-large-3", "darf ich Mistral Large 3 kommerziell nutzen")]
    public void Choice_takes_the_place_of_the_name_that_was_not_plain(string question, string choice, string written)
    {
        var asked = Answerer.Ask(question, FactBuilder.Today);

        var again = Answerer.WithChoice(question, Answerer.Facts.Find(choice)!, FactBuilder.Today);
        var answer = Answerer.Ask(again ?? "", FactBuilder.Today);

        Assert.Contains(choice, asked.Choices.Select(view => view.Id));
        Assert.Equal(written, again);
        Assert.Equal((AnswerStatus.Answered, asked.Intent), (answer.Status, answer.Intent));
        Assert.Equal([choice], answer.Subjects.Select(subject => subject.Id));
    }

    [Fact]
    public void Each_choice_of_each_ambiguous_name_can_be_asked_about()
    {
        var names = Answerer
            .Facts.Releases.SelectMany(release => release.Subject.Aliases.Prepend(release.Name))
            .Distinct()
            .Select(name =>
                (Question: $"what is the licence of {name}", Answer: Answerer.Ask($"what is the licence of {name}", FactBuilder.Today))
            )
            .Where(asked => asked.Answer.Status == AnswerStatus.Ambiguous);

        Assert.All(
            names,
            asked =>
                Assert.All(
                    asked.Answer.Choices,
                    choice =>
                        Assert.Contains(
                            choice,
                            Answerer.Ask(Answerer.WithChoice(asked.Question, choice, FactBuilder.Today)!, FactBuilder.Today).Subjects
                        )
                )
        );
    }

    [Fact]
    public void Question_that_names_the_choice_already_is_not_written_again() =>
        Assert.Null(Answerer.WithChoice("compare zorblax and whisper", Answerer.Facts.Find("whisper")!, FactBuilder.Today));
}
