using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Model;

namespace AiNewsBot.Facts.Tests.Language;

public sealed class DateTextTests
{
    [Theory]
    [InlineData("2024", "2024")]
    [InlineData("2024-03", "2024-03")]
    [InlineData("2024-03-17", "2024-03-17")]
    [InlineData("2023-12-12/2023-12-14", "12 to 14 December 2023")]
    [InlineData("2024-02-01/2024-02", "1 to 29 February 2024")]
    [InlineData("2023-12-30/2024-01-02", "2023-12-30 to 2024-01-02")]
    [InlineData("2023-03-12/2024-03-14", "2023-03-12 to 2024-03-14")]
    [InlineData("2023/2024", "2023 to 2024")]
    public void Span_within_a_month_is_written_in_words(string date, string text) =>
        Assert.Equal(text, DateText.Write(FactDate.Parse(date)));

    // Each language says since when in its own words, and keeps the date as the facts have it.
    [Theory]
    [InlineData("en", "since 2024-03")]
    [InlineData("de", "seit 2024-03")]
    [InlineData("fr", "depuis 2024-03")]
    [InlineData("es", "desde 2024-03")]
    [InlineData("pt", "desde 2024-03")]
    public void Languages_say_since_when(string language, string text) =>
        Assert.Equal(text, Languages.Wordings.Single(wording => wording.Language == language)["since", ("date", "2024-03")]);
}
