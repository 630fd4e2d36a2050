using AiNewsBot.Feeds.Fetching;
using AiNewsBot.News.Ingest;
using FsCheck.Xunit;

namespace AiNewsBot.Tests.News.Ingest;

public sealed class PollPlanTests
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    [Fact]
    public void Poll_interval_is_kept() => Assert.Equal(Interval, Wait());

    [Theory]
    [InlineData(60, 300)]
    [InlineData(3600, 3600)]
    [InlineData(31_536_000, 86_400)]
    public void Server_may_lengthen_the_interval_within_a_bound_but_not_shorten_it(int seconds, int expected)
    {
        var time = TimeSpan.FromSeconds(seconds);

        Assert.All(
            [new PollHints { MaxAge = time }, new PollHints { RetryAfter = time }, new PollHints { TimeToLive = time }],
            hints => Assert.Equal(expected, Wait(hints).TotalSeconds)
        );
    }

    [Fact]
    public void Longest_of_several_hints_counts() =>
        Assert.Equal(
            TimeSpan.FromHours(3),
            Wait(
                new PollHints
                {
                    MaxAge = TimeSpan.FromHours(1),
                    RetryAfter = TimeSpan.FromHours(3),
                    TimeToLive = TimeSpan.FromHours(2),
                }
            )
        );

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(0, 1)]
    [InlineData(6.99, 1)]
    [InlineData(7, 2)]
    [InlineData(14, 3)]
    [InlineData(35, 6)]
    [InlineData(3650, 6)]
    public void Only_a_feed_silent_for_a_week_is_slowed(double days, int times) =>
        Assert.Equal(Interval * times, Wait(silence: TimeSpan.FromDays(days)));

    [Theory]
    [InlineData(1, 5, 7.5)]
    [InlineData(2, 10, 15)]
    [InlineData(5, 80, 120)]
    public void Each_failure_doubles_the_wait_with_jitter(int failures, double least, double most)
    {
        Assert.Equal(least, Wait(failures: failures, random: 0).TotalMinutes);
        Assert.Equal(most, Wait(failures: failures, random: 1).TotalMinutes);
    }

    [Fact]
    public void Server_hint_is_kept_after_a_failure() =>
        Assert.Equal(TimeSpan.FromHours(2), Wait(new PollHints { RetryAfter = TimeSpan.FromHours(2) }, failures: 1));

    [Fact]
    public void Feeds_that_failed_for_long_do_not_return_together() =>
        Assert.Equal(3, new[] { 0, 0.5, 1 }.Select(random => Wait(failures: 100, random: random)).Distinct().Count());

    [Property(MaxTest = 1000)]
    public void Wait_is_between_the_interval_and_a_day(int seconds, int failures, int maxAge, int days, byte random)
    {
        var interval = TimeSpan.FromSeconds(1 + Math.Abs(seconds % 86_400));
        var hints = new PollHints { MaxAge = TimeSpan.FromSeconds(maxAge) };

        var wait = PollPlan.Wait(
            interval,
            hints,
            failures == int.MinValue ? 0 : Math.Abs(failures),
            TimeSpan.FromDays(days % 10_000),
            random / 255.0
        );

        Assert.InRange(wait, interval, PollPlan.Maximum);
    }

    private static TimeSpan Wait(PollHints? hints = null, int failures = 0, TimeSpan? silence = null, double random = 0.5) =>
        PollPlan.Wait(Interval, hints ?? PollHints.None, failures, silence, random);
}
