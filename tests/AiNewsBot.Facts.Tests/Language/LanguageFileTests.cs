using AiNewsBot.Facts.Language;

namespace AiNewsBot.Facts.Tests.Language;

public sealed class LanguageFileTests
{
    [Theory]
    [InlineData("language: en\nmonths: {january: 1\nstopwords: [a]\n", "en.yaml:2: ", "no YAML")]
    [InlineData("language: en\nmonths:\n  january: first\n", "en.yaml:3: ", "'first' is no number")]
    [InlineData("language: en\nstopwords: a\n", "en.yaml:2: ", "a list is missing here")]
    [InlineData("language: en\nstopwords:\n  - [a]\n", "en.yaml:3: ", "a text is missing here")]
    [InlineData("stopwords: [a]\n", "en.yaml:1: ", "needs 'language'")]
    [InlineData("- a\n", "en.yaml:1: ", "keys with values")]
    [InlineData("", "en.yaml:1: ", "keys with values")]
    public void A_broken_file_is_named_with_the_line(string text, string place, string what)
    {
        var exception = Assert.Throws<FormatException>(() => LanguageFile.Read(new StringReader(text), "en.yaml"));

        Assert.StartsWith(place, exception.Message);
        Assert.Contains(what, exception.Message);
    }

    [Fact]
    public void The_shipped_files_have_no_faults() => Assert.Empty(Languages.GetErrors());
}
