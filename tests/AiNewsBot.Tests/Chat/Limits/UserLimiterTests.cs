using AiNewsBot.Chat.Limits;
using AiNewsBot.Chat.Texts;
using Microsoft.Extensions.Time.Testing;

namespace AiNewsBot.Tests.Chat.Limits;

/// <summary>So many acts of one person within a time, at once or spread, and no more.</summary>
public sealed class UserLimiterTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void All_acts_may_come_at_once_and_then_one_by_one()
    {
        var limiter = new UserLimiter(3, TimeSpan.FromMinutes(1), _time);

        Assert.All(Enumerable.Range(0, 3), _ => Assert.Equal(TimeSpan.Zero, limiter.Acquire("a")));
        Assert.Equal(TimeSpan.FromSeconds(20), limiter.Acquire("a"));
        _time.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal(TimeSpan.Zero, limiter.Acquire("a"));
        Assert.Equal(TimeSpan.FromSeconds(20), limiter.Acquire("a"));
    }

    [Fact]
    public void Refused_act_does_not_put_off_the_next()
    {
        var limiter = new UserLimiter(1, TimeSpan.FromMinutes(1), _time);
        limiter.Acquire("a");

        for (var i = 0; i < 5; i++)
            Assert.Equal(TimeSpan.FromMinutes(1), limiter.Acquire("a"));
        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(TimeSpan.Zero, limiter.Acquire("a"));
    }

    [Fact]
    public void Share_is_full_again_after_the_time_and_never_fuller()
    {
        var limiter = new UserLimiter(2, TimeSpan.FromMinutes(1), _time);
        limiter.Acquire("a");
        _time.Advance(TimeSpan.FromHours(5));

        Assert.Equal([true, true, false], Enumerable.Range(0, 3).Select(_ => limiter.Acquire("a") == TimeSpan.Zero));
    }

    [Fact]
    public void Persons_have_shares_of_their_own()
    {
        var limiter = new UserLimiter(1, TimeSpan.FromMinutes(1), _time);

        Assert.Equal([true, true, false], new[] { "a", "b", "a" }.Select(user => limiter.Acquire(user) == TimeSpan.Zero));
    }

    [Fact]
    public void Limit_of_zero_lets_all_through()
    {
        var limiter = new UserLimiter(0, TimeSpan.FromMinutes(1), _time);

        Assert.All(Enumerable.Range(0, 1000), _ => Assert.Equal(TimeSpan.Zero, limiter.Acquire("a")));
    }

    // The table of a bot that thousands use holds those who asked lately, and no one is let off by being forgotten.
    [Fact]
    public void Those_who_asked_lately_are_still_known_after_ten_thousand_others()
    {
        var limiter = new UserLimiter(1, TimeSpan.FromMinutes(1), _time);
        for (var i = 0; i < 9_999; i++)
            limiter.Acquire($"early {i}");
        _time.Advance(TimeSpan.FromSeconds(61));
        limiter.Acquire("late");

        for (var i = 0; i < 20; i++)
            limiter.Acquire($"other {i}");

        Assert.NotEqual(TimeSpan.Zero, limiter.Acquire("late"));
        Assert.Equal(TimeSpan.Zero, limiter.Acquire("early 1"));
    }

    [Theory]
    [InlineData(
        LimitedAction.Question,
        0.2,
        "one question too many at once for one person, so that others get their turn. Please try again in a second."
    )]
    [InlineData(
        LimitedAction.ClaimCheck,
        1.2,
        "one check too many at once for one person, so that others get their turn. Please try again in 2 seconds."
    )]
    [InlineData(
        LimitedAction.FeedRequest,
        60,
        "one feed too many at once for one person, so that others get their turn. Please try again in 60 seconds."
    )]
    public void Refusal_says_what_was_too_much_and_how_long_to_wait(object action, double seconds, string text) =>
        Assert.Equal($"That was {text}", LimitText.Create((LimitedAction)action, TimeSpan.FromSeconds(seconds), ChatTexts.For("en-US")));

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(1_000_000, true)]
    [InlineData(1_000_001, false)]
    public void Limit_is_a_number_within_bounds_for_each_key(int value, bool isValid)
    {
        var settings = new LimitSettings
        {
            QuestionsPerMinute = value,
            ClaimChecksPerMinute = value,
            FeedRequestsPerMinute = value,
            SuggestionsPerHour = value,
            UnansweredPerHour = value,
        };

        var failures = settings.Check().Failures?.ToArray() ?? [];

        Assert.Equal(isValid ? 0 : 5, failures.Length);
        Assert.All(failures, failure => Assert.EndsWith(": must be a number from 0, which is no limit", failure));
    }
}
