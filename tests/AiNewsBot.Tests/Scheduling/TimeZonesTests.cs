using AiNewsBot.Scheduling;
using Microsoft.Extensions.Time.Testing;

namespace AiNewsBot.Tests.Scheduling;

/// <summary>Time zones by the names that people write, and instants as they are kept and shown.</summary>
public sealed class TimeZonesTests
{
    [Theory]
    [InlineData("Europe/Paris", "Europe/Paris")]
    [InlineData("europe/paris", "Europe/Paris")]
    [InlineData(" Asia/Kolkata ", "Asia/Kolkata")]
    [InlineData("america/argentina/buenos_aires", "America/Argentina/Buenos_Aires")]
    [InlineData("Paris", null)]
    [InlineData("CET", null)]
    [InlineData("UTC+2", null)]
    [InlineData("Mars/Olympus_Mons", null)]
    [InlineData("../etc/passwd", null)]
    [InlineData("", null)]
    public void Zone_is_found_by_its_name_in_any_case(string name, string? id) => Assert.Equal(id, TimeZones.Find(name)?.Id);

    [Theory]
    [InlineData("new york", "America/New_York")]
    [InlineData("PARIS", "Europe/Paris")]
    [InlineData("kolkata", "Asia/Kolkata")]
    [InlineData("europe/ber", "Europe/Berlin")]
    public void City_is_suggested_as_it_is_spoken(string typed, string id) =>
        Assert.Equal((id, id), (TimeZones.Complete(typed)[0].Name, TimeZones.Complete(typed)[0].Value));

    [Fact]
    public void Names_that_begin_with_what_was_typed_come_first()
    {
        var cities = TimeZones.Complete("ist").Select(choice => choice.Value).ToArray();

        Assert.Equal(
            cities
                .OrderBy(id => !id.Contains("/ist", StringComparison.OrdinalIgnoreCase))
                .ThenBy(id => id, StringComparer.OrdinalIgnoreCase),
            cities
        );
        Assert.Contains("Europe/Istanbul", cities);
    }

    [Fact]
    public void No_more_than_25_zones_are_suggested_and_none_for_nonsense()
    {
        Assert.Equal(25, TimeZones.Complete("").Length);
        Assert.Empty(TimeZones.Complete("zzz"));
    }

    [Fact]
    public void Every_suggested_zone_is_one_that_is_found() =>
        Assert.All(
            TimeZones.Complete("a").Concat(TimeZones.Complete("u")),
            choice => Assert.Equal(choice.Value, TimeZones.Find(choice.Value)?.Id)
        );

    [Theory]
    [InlineData("2026-11-29T23:59:59Z", "2026-11-29")]
    [InlineData("2026-11-30T00:30:00+01:00", "2026-11-29")]
    public void Day_is_that_of_utc(string now, string day) =>
        Assert.Equal(DateOnly.Parse(day, null), new FakeTimeProvider(DateTimeOffset.Parse(now, null)).Today());

    [Theory]
    [InlineData(1_000)]
    [InlineData(1_795_950_000_123)]
    public void Instant_is_kept_to_the_millisecond(long milliseconds) =>
        Assert.Equal(milliseconds, new FakeTimeProvider(milliseconds.ToDateTimeOffset()).Milliseconds());

    [Theory]
    [InlineData(1_795_950_000_999, 'f', "<t:1795950000:f>")]
    [InlineData(1_795_950_000_000, 'R', "<t:1795950000:R>")]
    public void Instant_is_shown_to_each_reader_in_his_own_zone(long milliseconds, char style, string tag) =>
        Assert.Equal(tag, milliseconds.FormatTag(style));
}
