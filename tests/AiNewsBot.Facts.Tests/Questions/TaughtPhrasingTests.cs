using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Facts.Tests.Harness;

namespace AiNewsBot.Facts.Tests.Questions;

/// <summary>Whole phrasings that moderators taught.</summary>
public sealed class TaughtPhrasingTests
{
    private static readonly FactBase Untaught = ShippedFacts.Base;

    private static readonly FactBase Taught = FactBase.Create([
        .. ShippedFacts.Dataset.Subjects,
        new Subject
        {
            Kind = SubjectKind.Words,
            Id = TaughtWords.Id,
            Name = "Question words",
            Statements = [FactBuilder.State(TaughtWords.Id, "phrased_maker", "spill the beans on MODEL")],
        },
    ]);

    [Theory]
    [InlineData("spill the beans on olmo 2")]
    [InlineData("spil the beans on qwen3")]
    public void A_question_that_is_nearly_a_taught_phrasing_asks_what_was_taught(string question)
    {
        var before = new Answerer(Untaught).Ask(question, FactBuilder.Today);
        var after = new Answerer(Taught).Ask(question, FactBuilder.Today);

        Assert.NotEqual(Intent.Maker, before.Intent);
        Assert.Equal(Intent.Maker, after.Intent);
    }

    [Fact]
    public void Another_question_is_read_as_before() =>
        Assert.Equal(Intent.Licence, new Answerer(Taught).Ask("what licence is olmo 2 under", FactBuilder.Today).Intent);

    [Fact]
    public void A_phrasing_that_a_server_teaches_is_for_the_facts_of_that_server_alone()
    {
        var root = new Answerer(Untaught);

        var taught = root.WithFacts(Taught);

        Assert.NotEqual(Intent.Maker, root.Ask("spill the beans on olmo 2", FactBuilder.Today).Intent);
        Assert.Equal(Intent.Maker, taught.Ask("spill the beans on olmo 2", FactBuilder.Today).Intent);
    }

    [Fact]
    public void Phrasings_are_exported_as_rows_for_the_training() =>
        Assert.Equal(["maker\tspill the beans on MODEL"], TaughtPhrasings.ToRows(Taught));
}
