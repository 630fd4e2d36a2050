using System.Globalization;
using AiNewsBot.News.Subscriptions;

namespace AiNewsBot.Tests.News.Subscriptions;

/// <summary>When digests are due, across every kind of change of the clock that time zones make.</summary>
public sealed class ScheduleTests
{
    [Theory]
    [InlineData("09:00", null, "Europe/Paris", "2026-03-28T08:30Z", "2026-03-29T07:00Z")]
    [InlineData("02:30", null, "Europe/Paris", "2026-03-28T12:00Z", "2026-03-29T01:00Z")]
    [InlineData("02:30", null, "Europe/Paris", "2026-03-29T01:00Z", "2026-03-30T00:30Z")]
    [InlineData("02:30", null, "Europe/Paris", "2026-10-24T12:00Z", "2026-10-25T00:30Z")]
    [InlineData("02:30", null, "Europe/Paris", "2026-10-25T00:30Z", "2026-10-26T01:30Z")]
    [InlineData("02:15", null, "Australia/Lord_Howe", "2026-10-03T00:00Z", "2026-10-03T15:30Z")]
    [InlineData("01:45", null, "Australia/Lord_Howe", "2026-04-04T00:00Z", "2026-04-04T14:45Z")]
    [InlineData("01:45", null, "Australia/Lord_Howe", "2026-04-04T14:45Z", "2026-04-05T15:15Z")]
    [InlineData("18:30", DayOfWeek.Friday, "Asia/Kolkata", "2026-11-25T00:00Z", "2026-11-27T13:00Z")]
    [InlineData("00:00", DayOfWeek.Monday, "America/New_York", "2026-03-06T00:00Z", "2026-03-09T04:00Z")]
    [InlineData("09:00", null, "No/Where", "2026-11-25T00:00Z", "2026-11-25T09:00Z")]
    public void Next_digest_is_due(string at, DayOfWeek? weekday, string zone, string after, string next) =>
        Assert.Equal(Instant(next), new Schedule(at, weekday, zone).Next(Instant(after)).ToUniversalTime());

    [Theory]
    [InlineData("9", "09:00")]
    [InlineData("09.30", "09:30")]
    [InlineData("21:45", "21:45")]
    [InlineData("9pm", "21:00")]
    [InlineData("9:15 am", "09:15")]
    public void Hours_are_read_as_people_write_them(string text, string hour) =>
        Assert.Equal(hour, Schedule.TryParseAt(text)?.ToString("HH:mm", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("25:00")]
    [InlineData("soon")]
    [InlineData("")]
    [InlineData("09:60")]
    public void Text_that_is_no_hour_is_refused(string text) => Assert.Null(Schedule.TryParseAt(text));

    private static DateTimeOffset Instant(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
