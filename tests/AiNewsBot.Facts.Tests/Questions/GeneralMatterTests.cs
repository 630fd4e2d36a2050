using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Tests.Harness;

namespace AiNewsBot.Facts.Tests.Questions;

/// <summary>Who asks for a general rule is told it.</summary>
public sealed class GeneralMatterTests
{
    private static readonly Answerer Answerer = ShippedFacts.Answerer;

    [Theory]
    [InlineData(
        "if weights cannot be protected by copyright, what makes me follow the licence that came with a download?",
        "binding-licences"
    )]
    [InlineData("we shipped a non-commercial model by mistake, can the breach of the licence be mended afterwards?", "broken-licences")]
    [InlineData("what does the license tag other on a hugging face page mean, where is the text?", "hub-licence-tags")]
    [InlineData("does a gpl phonemizer library make my closed speech app gpl?", "gpl-libraries")]
    [InlineData("is it allowed to share a fine-tune of weights under a no-derivatives licence?", "no-derivatives")]
    [InlineData("must pictures from an image model be labelled as ai generated in the eu?", "ai-labels")]
    public void A_matter_in_general_has_its_rule(string question, string topic) =>
        Assert.Equal([topic], Ask(question).Subjects.Select(subject => subject.Id));

    private static Answer Ask(string question) => Answerer.Ask(question, FactBuilder.Today);
}
