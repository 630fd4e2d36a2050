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

    [Theory]
    [InlineData("2024-02-30/2024-03-17")]
    [InlineData("2024-03-17/2024-03-32")]
    [InlineData("2024/2023")]
    [InlineData("2024-01/2024-01-15")]
    [InlineData("0000")]
    [InlineData("2O24")]
    [InlineData("2024-13")]
    [InlineData(null)]
    public void Interval_or_year_that_cannot_be_is_refused(string? text) => Assert.False(FactDate.TryParse(text, out _));

    [Fact]
    public void Text_that_is_no_date_is_named_in_the_error() =>
        Assert.Contains("'yesterday'", Assert.Throws<FormatException>(() => FactDate.Parse("yesterday")).Message);

    [Theory]
    [InlineData("2024-03-17", true)]
    [InlineData("2024-03-17/2024-03-17", true)]
    [InlineData("2024-03", false)]
    public void Date_of_one_day_is_exact(string text, bool isExact) => Assert.Equal(isExact, FactDate.Parse(text).IsExact);

    [Theory]
    [InlineData("2024-03-17", "2024-03-17", "2024-03-17")]
    [InlineData("2024-03-17", "2024-03-20", "2024-03-17/2024-03-20")]
    [InlineData("2024-03-20", "2024-03-17", "2024-03-17/2024-03-20")]
    [InlineData("2024-03", "2024-02-10", "2024-02-10/2024-03-31")]
    [InlineData("2024", "2024-06-01", "2024-01-01/2024-12-31")]
    public void Time_between_two_dates_holds_both(string first, string last, string between) =>
        Assert.Equal(between, FactDate.Between(FactDate.Parse(first), FactDate.Parse(last)).Text);

    [Theory]
    [InlineData("2024-03-17", "2024-03-18", -1)]
    [InlineData("2024-03-18", "2024-03-17", 1)]
    [InlineData("2024-01-01", "2024", -1)]
    [InlineData("2024", "2024-01", 1)]
    [InlineData("2024", "2024-01-01/2024-12-31", 0)]
    public void Dates_are_ordered_by_the_first_possible_day_and_then_by_the_last(string left, string right, int order)
    {
        var (one, other) = (FactDate.Parse(left), FactDate.Parse(right));

        Assert.Equal(order, Math.Sign(one.CompareTo(other)));
        Assert.Equal(order < 0, one < other);
        Assert.Equal(order > 0, one > other);
        Assert.Equal(order <= 0, one <= other);
        Assert.Equal(order >= 0, one >= other);
    }

    [Fact]
    public void Date_that_was_never_set_is_an_empty_text() => Assert.Equal("", default(FactDate).ToString());
}
