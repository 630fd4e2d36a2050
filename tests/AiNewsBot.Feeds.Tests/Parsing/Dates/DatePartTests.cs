using System.Globalization;
using AiNewsBot.Feeds.Parsing.Dates;

namespace AiNewsBot.Feeds.Tests.Parsing.Dates;

/// <summary>The parts of a date by themselves: times of day, zones, names, years, and the language of a feed.</summary>
public sealed class DatePartTests
{
    [Theory]
    [InlineData("17:41", "17:41:00")]
    [InlineData("T17:41:09", "17:41:09")]
    [InlineData("17:41:09.123", "17:41:09")]
    [InlineData("1741", "17:41:00")]
    [InlineData("174109", "17:41:09")]
    [InlineData("T174109.5", "17:41:09")]
    [InlineData("17h41", "17:41:00")]
    [InlineData("17.41", "17:41:00")]
    [InlineData("17時41分9秒", "17:41:09")]
    [InlineData("17시 41분", "17:41:00")]
    [InlineData("12:00 am", "00:00:00")]
    [InlineData("12:00 pm", "12:00:00")]
    [InlineData("5:41 PM", "17:41:00")]
    [InlineData("5:41 a.m.", "05:41:00")]
    [InlineData("5:41 π.μ.", "05:41:00")]
    [InlineData("5:41 μ.μ.", "17:41:00")]
    [InlineData("下午 5:41", "17:41:00")]
    [InlineData("午前5:41", "05:41:00")]
    [InlineData("오후 5:41", "17:41:00")]
    [InlineData("13:41 pm", "13:41:00")]
    [InlineData("24:00", "1.00:00:00")]
    [InlineData("23:59:60", "1.00:00:00")]
    public void Time_of_day_is_read(string text, string time) =>
        Assert.Equal(TimeSpan.Parse(time, CultureInfo.InvariantCulture), ClockTime.TryParse(text, null)?.OfDay);

    [Theory]
    [InlineData("24:01")]
    [InlineData("25:00")]
    [InlineData("17:60")]
    [InlineData("17:41:61")]
    [InlineData("17:41 +01:60")]
    [InlineData("17:41 not a zone at all")]
    [InlineData("noon")]
    [InlineData("")]
    public void Text_that_is_not_a_time_is_not_parsed(string text) => Assert.Null(ClockTime.TryParse(text, null));

    [Theory]
    [InlineData("5:41 PM", true)]
    [InlineData("17:41", false)]
    public void Half_of_the_day_is_told(string text, bool hasHalf) => Assert.Equal(hasHalf, ClockTime.TryParse(text, null)?.HasHalf);

    [Theory]
    [InlineData("Z", 0)]
    [InlineData("+0130", 1.5)]
    [InlineData("+01:30", 1.5)]
    [InlineData("-7", -7)]
    [InlineData("−0800", -8)]
    [InlineData("–08:00", -8)]
    [InlineData("GMT+2", 2)]
    [InlineData("UTC -03:30", -3.5)]
    [InlineData("+0200 CEST", 2)]
    [InlineData("+01:00[Europe/Paris]", 1)]
    [InlineData("EST", -5)]
    [InlineData("est.", -5)]
    [InlineData("NPT", 5.75)]
    [InlineData("+14:00", 14)]
    public void Zone_is_an_offset_or_a_name(string text, double hours)
    {
        Assert.True(TimeZoneParser.TryParse(text, null, out var zone));
        Assert.Equal(TimeSpan.FromHours(hours), zone?.Offset);
    }

    [Theory]
    [InlineData("")]
    [InlineData("XYZ")]
    [InlineData("+15:00")]
    [InlineData("+99")]
    [InlineData("Mars/Phobos")]
    [InlineData("Middle Earth Time")]
    public void Zone_that_is_not_known_leaves_the_time_as_it_is(string text)
    {
        Assert.True(TimeZoneParser.TryParse(text, null, out var zone));
        Assert.Null(zone);
    }

    [Theory]
    [InlineData("+01:60")]
    [InlineData("+01:00:00:00")]
    [InlineData("1:00")]
    [InlineData("a whole sentence of words")]
    public void Text_that_is_no_zone_is_refused(string text) => Assert.False(TimeZoneParser.TryParse(text, null, out _));

    // A region has its summer time, a standard time none, and a season of a named zone is told.
    [Theory]
    [InlineData("Europe/Paris", 1, 2)]
    [InlineData("europe/paris", 1, 2)]
    [InlineData("[America/New_York]", -5, -4)]
    [InlineData("Etc/GMT+5", -5, -5)]
    [InlineData("EST5EDT", -5, -4)]
    [InlineData("Pacific Time", -8, -7)]
    [InlineData("Pacific Standard Time", -8, -8)]
    [InlineData("Pacific Daylight Time", -7, -7)]
    public void Zone_may_have_a_summer_time(string text, double winter, double summer)
    {
        Assert.True(TimeZoneParser.TryParse(text, null, out var zone));
        Assert.Equal(
            (TimeSpan.FromHours(winter), TimeSpan.FromHours(summer)),
            (zone!.OffsetAt(new DateTime(2024, 1, 15, 12, 0, 0)), zone.OffsetAt(new DateTime(2024, 7, 15, 12, 0, 0)))
        );
    }

    [Theory]
    [InlineData("CET", true)]
    [InlineData("Europe/Paris", true)]
    [InlineData("CH", false)]
    [InlineData("م", false)]
    public void Zone_is_told_from_a_half_of_the_day(string text, bool isKnown) => Assert.Equal(isKnown, TimeZoneParser.IsKnown(text));

    [Theory]
    [InlineData("en", "en", null)]
    [InlineData("en-US", "en", "US")]
    [InlineData("pt_br", "pt", "BR")]
    [InlineData("zh-Hans-CN", "zh", "CN")]
    [InlineData(" FIL ", "fil", null)]
    public void Locale_has_a_language_and_perhaps_a_region(string tag, string language, string? region) =>
        Assert.Equal(new FeedLocale(language, region), FeedLocale.TryParse(tag));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("e")]
    [InlineData("english")]
    [InlineData("12")]
    [InlineData("en-US-and-a-lot-more-than-any-tag-has-in-it")]
    public void Other_tags_are_no_locale(string? tag) => Assert.Null(FeedLocale.TryParse(tag));

    [Theory]
    [InlineData(2024, 2, 29, "2024-02-29")]
    [InlineData(2567, 3, 11, "2024-03-11")]
    [InlineData(2400, 1, 1, "1857-01-01")]
    [InlineData(2701, 1, 1, "2701-01-01")]
    [InlineData(2023, 2, 29, null)]
    [InlineData(2024, 13, 1, null)]
    [InlineData(2024, 0, 1, null)]
    [InlineData(2024, 1, 0, null)]
    [InlineData(0, 1, 1, null)]
    [InlineData(10000, 1, 1, null)]
    public void Day_is_one_of_a_calendar_ours_or_that_of_Thailand(int year, int month, int day, string? date) =>
        Assert.Equal(date, DateBuilder.TryCreate(year, month, day, null)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData(69, 2069)]
    [InlineData(70, 1970)]
    [InlineData(99, 1999)]
    [InlineData(0, 2000)]
    public void Year_of_two_digits_is_after_1969(int digits, int year) => Assert.Equal(year, DateBuilder.FullYear(digits));

    [Theory]
    [InlineData("Mon", DayOfWeek.Monday, true)]
    [InlineData("monday", DayOfWeek.Monday, true)]
    [InlineData("Mo", DayOfWeek.Monday, true)]
    [InlineData("пятница", DayOfWeek.Friday, true)]
    [InlineData("星期五", DayOfWeek.Friday, true)]
    [InlineData("vendredi", DayOfWeek.Friday, true)]
    [InlineData("vendredi", DayOfWeek.Thursday, false)]
    [InlineData("noday", DayOfWeek.Thursday, false)]
    public void Weekdays_of_all_languages_are_known(string name, DayOfWeek day, bool isDay) =>
        Assert.Equal(isDay, CalendarNames.IsWeekday(DateTokens.Key(name), day));

    [Theory]
    [InlineData("hr", "listopad", 10)]
    [InlineData("pl", "listopad", 11)]
    [InlineData("xx", "listopad", null)]
    public void Month_is_that_of_the_language(string language, string name, int? month) =>
        Assert.Equal(month, CalendarNames.For(new FeedLocale(language, null))?.MonthOf(name));

    [Fact]
    public void Name_of_different_months_means_none_where_the_language_is_not_known() => Assert.Null(CalendarNames.All.MonthOf("listopad"));

    [Theory]
    [InlineData("Märźł", "marzl")]
    [InlineData("KASIM", "kasim")]
    [InlineData("Φεβρουάριος", "φεβρουαριοσ")]
    [InlineData("ocak", "ocak")]
    public void Names_are_compared_without_accents(string word, string bare) => Assert.Equal(bare, DateTokens.Bare(word));
}
