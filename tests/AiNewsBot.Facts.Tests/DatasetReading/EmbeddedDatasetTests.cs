using AiNewsBot.Facts.DatasetReading;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Snapshots;

namespace AiNewsBot.Facts.Tests.DatasetReading;

public sealed class EmbeddedDatasetTests
{
    private static readonly FactBase Facts = ShippedFacts.Base;

    [Fact]
    public void Dataset_is_as_broad_as_promised()
    {
        Assert.True(Facts.Releases.Length >= 45, $"{Facts.Releases.Length} releases");
        Assert.True(Facts.Organizations.Length >= 12, $"{Facts.Organizations.Length} organisations");
    }

    [Theory]
    [InlineData("grok", 5)]
    [InlineData("gpt", 5)]
    [InlineData("mistral", 5)]
    [InlineData("llama", 7)]
    [InlineData("gemma", 4)]
    [InlineData("gemini", 4)]
    [InlineData("deepseek", 3)]
    [InlineData("qwen", 3)]
    [InlineData("claude", 4)]
    [InlineData("olmo", 3)]
    [InlineData("pythia", 1)]
    [InlineData("bloom", 1)]
    [InlineData("falcon", 3)]
    [InlineData("phi", 3)]
    [InlineData("command", 1)]
    [InlineData("dbrx", 1)]
    [InlineData("kimi", 1)]
    [InlineData("t5", 1)]
    [InlineData("amber", 1)]
    [InlineData("stable-diffusion", 2)]
    public void Dataset_has_each_family_that_people_ask_about(string family, int releases) =>
        Assert.True(Facts.ReleasesOf(Facts.Find(family)!).Length >= releases);

    [Fact]
    public void Grok_was_announced_promised_and_released_on_its_days()
    {
        var grok = (Release)Facts.Find("grok-1")!;
        var promise = Assert.Single(Facts.Find("grok")!.All(Properties.Promise), statement => statement.Qualifier("about") == "grok-3");

        Assert.Equal("2023-11-04", grok.Announced!.Value.Text);
        Assert.Equal("2024-03-17", grok.WeightsOut!.Value.Text);
        Assert.Contains(Facts.Find("grok")!.All(Properties.Event), told => told.ValidFrom!.Value.Text == "2024-03-11");
        Assert.Equal("2025-08-23", ((Release)Facts.Find("grok-2")!).WeightsOut!.Value.Text);
        Assert.Null(promise.Qualifier("fulfilled"));
    }

    [Fact]
    public void Conditions_whose_text_speaks_of_registering_or_a_royalty_are_marked_so()
    {
        var conditions = Facts.Licences.SelectMany(licence => licence.Conditions).ToArray();

        Assert.All(Speaking("regist"), condition => Assert.Equal(Condition.Registration, condition.Asks));
        Assert.All(Speaking("royalty"), condition => Assert.Equal(Condition.Royalty, condition.Asks));

        IEnumerable<Condition> Speaking(string word)
        {
            var speaking = conditions.Where(condition => condition.Text.Contains(word, StringComparison.OrdinalIgnoreCase)).ToArray();
            Assert.NotEmpty(speaking);
            return speaking;
        }
    }

    [Theory]
    [InlineData("grok-announcement")]
    [InlineData("grok-launch-premium")]
    [InlineData("musk-v-openai")]
    [InlineData("musk-openai-founding")]
    [InlineData("grok-industry")]
    [InlineData("others-who-opened")]
    [InlineData("skeptics")]
    [InlineData("musk-referee")]
    [InlineData("truth-seeking-ai")]
    public void Founding_article_is_a_topic_with_sources(string topic) =>
        Assert.All(Facts.Find(topic)!.All(Properties.Says), sentence => Assert.NotEmpty(sentence.Sources));

    [Fact]
    public void Every_claim_has_a_source_with_an_address_and_a_check_date() =>
        Assert.All(
            Facts.All.SelectMany(view => view.Subject.Statements),
            statement =>
            {
                Assert.NotEmpty(statement.Sources);
                Assert.All(statement.Sources, source => Assert.True(SourceTable.IsWebAddress(source.Url)));
                Assert.True(statement.VerifiedOn > new DateOnly(2026, 1, 1));
            }
        );
}
