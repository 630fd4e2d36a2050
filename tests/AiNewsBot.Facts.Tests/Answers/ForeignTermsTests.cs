using AiNewsBot.Facts.Tests.Harness;

namespace AiNewsBot.Facts.Tests.Answers;

/// <summary>What binds a model besides its own licence, in the language of the question.</summary>
public sealed class ForeignTermsTests
{
    [Theory]
    [InlineData(
        "Darf ich FramePack kommerziell nutzen?",
        "Apache License 2.0 (Apache-2.0) von FramePack 1 selbst erlaubt die kommerzielle Nutzung; es beruht aber auf HunyuanVideo"
    )]
    [InlineData(
        "¿Puedo usar FramePack comercialmente?",
        "Apache License 2.0 (Apache-2.0), la propia licencia de FramePack 1, permite el uso comercial, pero se basa en HunyuanVideo"
    )]
    [InlineData("FramePack 可以商用吗？", "FramePack 1 自身的 Apache License 2.0 (Apache-2.0) 允许商用，但它基于 HunyuanVideo")]
    public void Base_that_allows_less_is_told_in_the_language_of_the_question(string question, string told) =>
        Assert.StartsWith(told, ShippedFacts.Answerer.Ask(question, FactBuilder.Today).Lead);

    [Theory]
    [InlineData("Welche Lizenz hat FramePack?", "Es beruht auf HunyuanVideo")]
    [InlineData("Quelle est la licence de FramePack ?", "Il est construit sur HunyuanVideo")]
    public void Note_on_what_a_model_is_built_on_is_told_in_the_language_of_the_question(string question, string note) =>
        Assert.Contains(
            ShippedFacts.Answerer.Ask(question, FactBuilder.Today).Notes,
            told => told.StartsWith(note, StringComparison.Ordinal)
        );

    [Theory]
    [InlineData("Erlaubt die MIT-Lizenz kommerzielle Nutzung?", "kommerzielle Nutzung von dem, was darunter steht")]
    [InlineData("La licence MIT permet-elle l'usage commercial ?", "l'usage commercial de ce qui est sous cette licence")]
    public void Licence_by_itself_allows_what_is_under_it(string question, string told) =>
        Assert.Contains(told, ShippedFacts.Answerer.Ask(question, FactBuilder.Today).Lead);
}
