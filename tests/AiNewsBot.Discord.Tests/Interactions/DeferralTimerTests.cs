using AiNewsBot.Discord.Models;
using Microsoft.Extensions.Time.Testing;

namespace AiNewsBot.Discord.Tests.Interactions;

/// <summary>An answer that takes too long is announced.</summary>
public sealed class DeferralTimerTests
{
    [Fact]
    public async Task Deferral_is_announced_when_the_answer_takes_too_long_and_then_the_answer_is_no_first_one()
    {
        var time = new FakeTimeProvider();
        using var timer = new DeferralTimer(time, TimeSpan.FromSeconds(2), () => Deferral.Message, _ => Task.FromResult(true));

        time.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal((Deferral.Message, true), await timer.Announced.WaitAsync(TestContext.Current.CancellationToken));
        Assert.False(timer.TryAnswer());
    }

    [Theory]
    [InlineData(Deferral.Message, true)]
    [InlineData(Deferral.None, false)]
    public void Answer_in_time_or_one_that_is_never_deferred_is_announced_by_nothing(Deferral deferral, bool answersFirst)
    {
        var (time, announced) = (new FakeTimeProvider(), 0);
        using var timer = new DeferralTimer(
            time,
            TimeSpan.FromSeconds(2),
            () => deferral,
            _ =>
            {
                announced++;
                return Task.FromResult(true);
            }
        );

        if (answersFirst)
            Assert.True(timer.TryAnswer());
        time.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal((0, !answersFirst), (announced, timer.TryAnswer()));
    }

    [Fact]
    public async Task Announcement_that_fails_is_told_to_the_answer()
    {
        var time = new FakeTimeProvider();
        using var timer = new DeferralTimer(
            time,
            TimeSpan.Zero,
            () => Deferral.Update,
            _ => Task.FromException<bool>(new HttpRequestException("away"))
        );

        time.Advance(TimeSpan.FromMilliseconds(1));

        await Assert.ThrowsAsync<HttpRequestException>(() => timer.Announced.WaitAsync(TestContext.Current.CancellationToken));
    }
}
