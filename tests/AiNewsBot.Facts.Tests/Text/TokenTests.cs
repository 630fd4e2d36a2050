using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Tests.Text;

public sealed class TokenTests
{
    [Theory]
    [InlineData("3", true)]
    [InlineData("3.1", true)]
    [InlineData("v2", true)]
    [InlineData("v0.1", true)]
    [InlineData("v", false)]
    [InlineData("7b", false)]
    [InlineData("x2", false)]
    [InlineData("two", false)]
    public void Number_may_have_dots_and_a_v_in_front(string word, bool isNumber) => Assert.Equal(isNumber, Of(word).IsNumber);

    [Theory]
    [InlineData("2024", true)]
    [InlineData("1999", true)]
    [InlineData("1899", false)]
    [InlineData("2100", false)]
    [InlineData("20245", false)]
    [InlineData("202", false)]
    [InlineData("20b4", false)]
    public void Year_is_one_of_this_century_or_the_last(string word, bool isYear) => Assert.Equal(isYear, Of(word).IsYear);

    [Theory]
    [InlineData("20.03.2024", true)]
    [InlineData("3.1.2024", true)]
    [InlineData("2024.03.20", false)]
    [InlineData("3.2024", false)]
    [InlineData("123.456.2024", false)]
    [InlineData("1.2.3.2024", false)]
    public void Date_with_dots_is_a_day_a_month_and_a_year(string word, bool isDate) => Assert.Equal(isDate, Of(word).IsDottedDate);

    private static Token Of(string word) => new(word, word, 0);
}
