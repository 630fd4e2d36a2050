using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Questions.Cues;
using AiNewsBot.Facts.Questions.Dates;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Tests.Questions;

/// <summary>Dates in questions, in the forms in which people write them: read, or said to be unclear, and never guessed.</summary>
public sealed class DateReadingTests
{
    // A Tuesday.
    private static readonly DateOnly Today = new(2026, 11, 24);

    [Theory]
    [InlineData("2024-03-17", "2024-03-17", "2024-03-17")]
    [InlineData("2024-03", "2024-03-01", "2024-03-31")]
    [InlineData("2024", "2024-01-01", "2024-12-31")]
    [InlineData("2024-13", "2024-01-01", "2024-12-31")]
    [InlineData("17 March 2024", "2024-03-17", "2024-03-17")]
    [InlineData("17th of March 2024", "2024-03-17", "2024-03-17")]
    [InlineData("the 1st of March of 2024", "2024-03-01", "2024-03-01")]
    [InlineData("March 17 2024", "2024-03-17", "2024-03-17")]
    [InlineData("March 17, 2024", "2024-03-17", "2024-03-17")]
    [InlineData("march 2nd 2024", "2024-03-02", "2024-03-02")]
    [InlineData("feb 2024", "2024-02-01", "2024-02-29")]
    [InlineData("March of 2024", "2024-03-01", "2024-03-31")]
    [InlineData("17 de marzo de 2024", "2024-03-17", "2024-03-17")]
    [InlineData("17. März 2024", "2024-03-17", "2024-03-17")]
    [InlineData("17 mars 2024", "2024-03-17", "2024-03-17")]
    [InlineData("2024年3月17日", "2024-03-17", "2024-03-17")]
    [InlineData("17/3/2024", "2024-03-17", "2024-03-17")]
    [InlineData("3/17/2024", "2024-03-17", "2024-03-17")]
    [InlineData("3/3/2024", "2024-03-03", "2024-03-03")]
    [InlineData("20.03.2024", "2024-03-20", "2024-03-20")]
    [InlineData("Q1 2024", "2024-01-01", "2024-03-31")]
    [InlineData("q4 2023", "2023-10-01", "2023-12-31")]
    [InlineData("6 months ago", "2026-05-24", "2026-05-24")]
    [InlineData("a year ago", "2025-11-24", "2025-11-24")]
    [InlineData("two weeks ago", "2026-11-10", "2026-11-10")]
    [InlineData("3 days ago", "2026-11-21", "2026-11-21")]
    [InlineData("yesterday", "2026-11-23", "2026-11-23")]
    [InlineData("last year", "2025-01-01", "2025-12-31")]
    [InlineData("this year", "2026-01-01", "2026-11-24")]
    [InlineData("last month", "2026-10-01", "2026-10-31")]
    [InlineData("this month", "2026-11-01", "2026-11-24")]
    [InlineData("last week", "2026-11-16", "2026-11-22")]
    [InlineData("this week", "2026-11-23", "2026-11-24")]
    [InlineData("between 2019 and 2020", "2019-01-01", "2020-12-31")]
    [InlineData("from March 2024 to May 2024", "2024-03-01", "2024-05-31")]
    [InlineData("2019-2020", "2019-01-01", "2020-12-31")]
    [InlineData("between 2020 and 2019", "2020-01-01", "2020-12-31")]
    public void Date_is_a_time_from_a_day_to_a_day(string text, string first, string last)
    {
        var date = Read($"was it open in {text}");

        Assert.Equal((DateProblem.None, new Period(Day(first), Day(last))), (date?.Problem, date?.Period));
    }

    [Theory]
    [InlineData("in 3/4/2024", "3 4 2024")]
    [InlineData("in 04.03.2024", "04.03.2024")]
    [InlineData("on 2024-02-30", "2024 02 30")]
    [InlineData("on 31 April 2024", "31 April 2024")]
    [InlineData("on 31.13.2024", "31.13.2024")]
    [InlineData("on March 17", "March 17")]
    [InlineData("on the 17th of March", "17th of March")]
    [InlineData("in March", "March")]
    [InlineData("since May", "May")]
    [InlineData("in the summer of 2024", "summer of 2024")]
    [InlineData("in mid 2024", "mid 2024")]
    public void Date_that_could_be_several_is_unclear(string text, string typed)
    {
        var date = Read($"was it open {text}");

        Assert.Equal((DateProblem.Unclear, typed, (DateOnly?)null), (date?.Problem, date?.Typed, date?.Day));
    }

    [Theory]
    [InlineData("in 2031")]
    [InlineData("in December 2026")]
    [InlineData("on 2026-11-25")]
    [InlineData("tomorrow")]
    [InlineData("next year")]
    public void Day_that_is_yet_to_come_is_in_the_future(string text) =>
        Assert.Equal((DateProblem.Future, null), Read($"is it open {text}") is { } date ? (date.Problem, date.Day) : default);

    [Theory]
    [InlineData("is it open")]
    [InlineData("may I use it")]
    [InlineData("march on")]
    [InlineData("it has 7 parts of 3")]
    [InlineData("5000 years ago")]
    [InlineData("3 models ago")]
    [InlineData("version 20.3")]
    [InlineData("March 19.5")]
    [InlineData("12 of 13")]
    [InlineData("q5 2024 x")]
    public void Words_that_are_not_a_date_are_not_read_as_one(string text) =>
        Assert.Null(Read(text) is { } date && date.Typed != "2024" ? date : null);

    // A month or year means its last day; before it, after it, its end and its beginning are days too.
    [Theory]
    [InlineData("in March 2024", "2024-03-31")]
    [InlineData("before March 2024", "2024-02-29")]
    [InlineData("prior to 2024-03-17", "2024-03-16")]
    [InlineData("until March 2024", "2024-02-29")]
    [InlineData("after March 2024", "2024-04-01")]
    [InlineData("following 2024-03-17", "2024-03-18")]
    [InlineData("at the end of 2024", "2024-12-31")]
    [InlineData("early 2024", "2024-01-01")]
    [InlineData("at the beginning of March 2024", "2024-03-01")]
    [InlineData("before the end of 2024", "2024-12-30")]
    [InlineData("after the start of 2024", "2024-01-02")]
    [InlineData("in 2026", "2026-11-24")]
    [InlineData("after 2026-11-24", "2026-11-24")]
    [InlineData("this year", "2026-11-24")]
    public void Words_before_a_date_move_the_day(string text, string day) => Assert.Equal(Day(day), Read($"was it open {text}")?.Day);

    [Theory]
    [InlineData("yesterday", true)]
    [InlineData("last year", true)]
    [InlineData("2024", false)]
    public void Date_told_from_today_is_relative(string text, bool isRelative) =>
        Assert.Equal(isRelative, Read($"was it open {text}")?.IsRelative);

    [Fact]
    public void Number_within_a_name_is_no_date()
    {
        var tokens = Tokenizer.Split("is model 2024 open");

        Assert.Null(new AsOfDateReader(Languages.Lexicon).Read(tokens, [], index => index == 2, Today));
    }

    [Fact]
    public void Date_tells_its_words()
    {
        var date = Read("was it open on March 17 2024 or not");

        Assert.Equal(("March 17 2024", 4, 3), (date?.Typed, date?.Start, date?.Count));
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, null);

    private static DatePhrase? Read(string text)
    {
        var tokens = Tokenizer.Split(text);
        var hits = new CueFinder(Languages.Lexicon).Find(tokens, _ => false);
        return new AsOfDateReader(Languages.Lexicon).Read(tokens, hits, _ => false, Today);
    }
}
