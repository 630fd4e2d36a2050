using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Tests.Harness;

namespace AiNewsBot.Facts.Tests.Questions;

/// <summary>How many models are answered for themselves when they are asked for by name.</summary>
public sealed class AnsweredNameTests(ITestOutputHelper output)
{
    private const int MinAnswered = 650;

    [Fact]
    public void Most_releases_and_variants_that_are_asked_for_by_name_are_answered_for_themselves()
    {
        var facts = ShippedFacts.Base;
        var models = facts.Releases.SelectMany(release => facts.VariantsOf(release).Prepend(release)).ToArray();

        var lost = models
            .Where(model =>
                ShippedFacts.Answerer.Ask($"what licence is {model.Name} under", FactBuilder.Today)
                    is not { Status: AnswerStatus.Answered, Subjects: [var subject] }
                || subject.Id != model.Id
            )
            .ToArray();

        output.WriteLine($"{models.Length - lost.Length} of {models.Length}; not: {string.Join(", ", lost.Select(model => model.Id))}");
        Assert.True(models.Length - lost.Length >= MinAnswered, $"{models.Length - lost.Length} of {models.Length}");
    }
}
