using System.Globalization;
using AiNewsBot.Feeds.Parsing.Dates;

namespace AiNewsBot.Feeds.Tests.Parsing.Dates;

/// <summary>The first and the last week, day of a week and day of a year that ISO 8601 has, and what lies just beyond them.</summary>
public sealed class IsoBoundTests
{
    [Theory]
    [InlineData("2024-W01", "2024-01-01")]
    [InlineData("2024-W01-1", "2024-01-01")]
    [InlineData("2024-W01-7", "2024-01-07")]
    [InlineData("2024-W52-7", "2024-12-29")]
    [InlineData("2020-W53-1", "2020-12-28")]
    [InlineData("9998-W01-1", "9997-12-29")]
    [InlineData("2024-W00", null)]
    [InlineData("2024-W53", null)]
    [InlineData("2020-W54", null)]
    [InlineData("2024-W10-0", null)]
    [InlineData("2024-W10-8", null)]
    [InlineData("0000-W10-1", null)]
    [InlineData("2024-001", "2024-01-01")]
    [InlineData("2024-366", "2024-12-31")]
    [InlineData("2023-365", "2023-12-31")]
    [InlineData("9998-365", "9998-12-31")]
    [InlineData("2023-366", null)]
    [InlineData("2024-367", null)]
    [InlineData("2024-000", null)]
    [InlineData("0000-100", null)]
    public void Week_or_day_of_the_year_is_one_that_there_is(string text, string? day) =>
        Assert.Equal(day, FeedDate.TryParse(text)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("2024년 3월 11일 17:41", "2024-03-11T08:41:00Z")]
    [InlineData("2024-03-11 오후 5:41", "2024-03-11T08:41:00Z")]
    [InlineData("2024年3月11日 17:41", "2024-03-11T17:41:00Z")]
    [InlineData("2024년 3월 11일 17:41 GMT", "2024-03-11T17:41:00Z")]
    public void Korean_date_without_a_zone_is_Korean_time(string text, string utc) =>
        Assert.Equal(utc, FeedDate.TryParse(text)?.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("Mon, 11 Mar 2024 17:41:09 +0059", "2024-03-11T16:42:09Z")]
    [InlineData("Mon, 11 Mar 2024 17:41:09 +0060", null)]
    [InlineData("Mon, 11 Mar 2024 17:41:09 -0130", "2024-03-11T19:11:09Z")]
    [InlineData("Mon, 11 Mar 2024 17:41:09 (at home) +0100", "2024-03-11T16:41:09Z")]
    [InlineData("Mon, 11 Mar 2024(Monday)17:41:09 +0100", "2024-03-11T16:41:09Z")]
    public void Offset_has_up_to_59_minutes_and_a_comment_is_no_part_of_the_date(string text, string? utc) =>
        Assert.Equal(utc, FeedDate.TryParse(text)?.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData(null)]
    [InlineData("\ud83d\ude00 2024-03-11")]
    public void Text_without_a_sign_of_a_date_is_not_parsed(string? text) => Assert.Null(FeedDate.TryParse(text));

    [Fact]
    public void Text_of_more_than_a_hundred_signs_is_no_date()
    {
        Assert.NotNull(FeedDate.TryParse("2024-03-11" + new string(' ', 200)));
        Assert.Null(FeedDate.TryParse("2024-03-11 (" + new string('x', 100) + ")"));
    }
}
