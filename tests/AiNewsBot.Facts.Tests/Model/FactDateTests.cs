using AiNewsBot.Facts.Model;

namespace AiNewsBot.Facts.Tests.Model;

public sealed class FactDateTests
{
    [Theory]
    [InlineData("2024", "2024-01-01", "2024-12-31")]
    [InlineData("2024-02", "2024-02-01", "2024-02-29")]
    [InlineData("2024-03-17", "2024-03-17", "2024-03-17")]
    [InlineData("2024-03-11/2024-03-17", "2024-03-11", "2024-03-17")]
    [InlineData("2023/2024-02", "2023-01-01", "2024-02-29")]
    public void Date_is_as_precise_as_written(string text, string earliest, string latest)
    {
        var date = FactDate.Parse(text);

        Assert.Equal((DateOnly.Parse(earliest, null), DateOnly.Parse(latest, null)), (date.Earliest, date.Latest));
        Assert.Equal(text, date.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("24")]
    [InlineData("2024-3-17")]
    [InlineData("2024-02-30")]
    [InlineData("17.03.2024")]
    [InlineData("2024-03-17/2024-03-11")]
    [InlineData("2024-03-17/")]
    public void Text_that_is_no_date_is_refused(string text) => Assert.False(FactDate.TryParse(text, out _));
}
