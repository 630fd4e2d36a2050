using AiNewsBot.Facts.Language;

namespace AiNewsBot.Facts.Tests.Language;

public sealed class SpellingCorrectorTests
{
    private static readonly SpellingCorrector Corrector = new(["open", "licence", "license", "weights", "core", "sore", "größe", "api"]);

    [Theory]
    [InlineData("opne", "open")]
    [InlineData("oopen", "open")]
    [InlineData("opan", "open")]
    [InlineData("weihts", "weights")]
    [InlineData("licnese", "license")]
    [InlineData("licemce", "licence")]
    [InlineData("weights", "weights")]
    public void Word_one_letter_off_is_the_word_that_was_meant(string written, string meant) =>
        Assert.Equal(meant, Corrector.Correct(written));

    [Theory]
    [InlineData("clopened")]
    [InlineData("opemx")]
    [InlineData("ope")]
    [InlineData("apis")]
    [InlineData("grösse")]
    [InlineData("")]
    public void Word_further_off_or_too_short_is_left_alone(string written) => Assert.Null(Corrector.Correct(written));

    [Fact]
    public void Of_two_words_equally_near_the_first_of_the_list_is_meant() => Assert.Equal("core", Corrector.Correct("kore"));

    [Theory]
    [InlineData(3, "apo", "api")]
    [InlineData(4, "apo", null)]
    public void Shortest_word_that_is_corrected_can_be_chosen(int shortest, string written, string? meant) =>
        Assert.Equal(meant, new SpellingCorrector(["api"], shortest).Correct(written));
}
