using System.Globalization;
using AiNewsBot.News.Commands.Posting;

namespace AiNewsBot.Tests.News.Commands;

/// <summary>A moment as moderators write it, in their server's time zone.</summary>
public sealed class PostingTimeTests
{
    // Saturday, 12:00 in UTC; 13:00 in Paris, 07:00 in New York.
    private static readonly DateTimeOffset Now = new(2026, 11, 28, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("18:00", "Europe/Paris", "2026-11-28T17:00Z")]
    [InlineData("13:01", "Europe/Paris", "2026-11-28T12:01Z")]
    [InlineData("13:00", "Europe/Paris", "2026-11-29T12:00Z")]
    [InlineData("9:30", "Europe/Paris", "2026-11-29T08:30Z")]
    [InlineData("09:30", "America/New_York", "2026-11-28T14:30Z")]
    [InlineData("00:00", "No/Where", "2026-11-29T00:00Z")]
    [InlineData("2026-12-24 18:00", "Europe/Paris", "2026-12-24T17:00Z")]
    [InlineData("2026-12-24T18:00", "Europe/Paris", "2026-12-24T17:00Z")]
    [InlineData("2026-12-24 8:00", "Asia/Kolkata", "2026-12-24T02:30Z")]
    [InlineData("30m", "Europe/Paris", "2026-11-28T12:30Z")]
    [InlineData("+2h", "Europe/Paris", "2026-11-28T14:00Z")]
    [InlineData(" 3 D ", "Europe/Paris", "2026-12-01T12:00Z")]
    [InlineData("366d", "Europe/Paris", "2027-11-29T12:00Z")]
    public void Moment_is_read(string text, string zone, string at) =>
        Assert.Equal(Instant(at), PostingTime.TryParse(text, zone, Now)?.ToUniversalTime());

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("24:00")]
    [InlineData("18:60")]
    [InlineData("0m")]
    [InlineData("-5m")]
    [InlineData("367d")]
    [InlineData("1000001m")]
    [InlineData("99999999999m")]
    [InlineData("2w")]
    [InlineData("2026-11-28 12:59")]
    [InlineData("2025-12-24 18:00")]
    [InlineData("2028-01-01 00:00")]
    [InlineData("2026-02-30 10:00")]
    [InlineData("24.12.2026 18:00")]
    public void Time_that_is_malformed_past_or_more_than_a_year_away_is_refused(string text) =>
        Assert.Null(PostingTime.TryParse(text, "Europe/Paris", Now));

    // Paris skips the hour from 02:00 on 28 March 2027: what is meant is the first instant behind it.
    [Theory]
    [InlineData("2027-03-28 02:00")]
    [InlineData("2027-03-28 02:30")]
    [InlineData("2027-03-28 03:00")]
    public void Hour_that_a_spring_change_skips_means_the_instant_behind_it(string text) =>
        Assert.Equal(Instant("2027-03-28T01:00Z"), PostingTime.TryParse(text, "Europe/Paris", Now)?.ToUniversalTime());

    [Fact]
    public void Hour_that_an_autumn_change_repeats_is_one_of_the_two() =>
        Assert.Contains(
            PostingTime.TryParse("2026-10-25 02:30", "Europe/Paris", Instant("2026-10-24T12:00Z"))!.Value.ToUniversalTime(),
            new[] { Instant("2026-10-25T00:30Z"), Instant("2026-10-25T01:30Z") }
        );

    private static DateTimeOffset Instant(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
