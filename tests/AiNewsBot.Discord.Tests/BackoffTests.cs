using AiNewsBot.Common;

namespace AiNewsBot.Discord.Tests;

/// <summary>What fails again and again is tried ever more seldom, and by many bots at different times.</summary>
public sealed class BackoffTests
{
    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 4)]
    [InlineData(5, 32)]
    [InlineData(6, 40)]
    [InlineData(5000, 40)]
    public void Wait_doubles_with_each_failure_up_to_its_limit(int failures, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Backoff.Delay(TimeSpan.FromSeconds(2), failures, TimeSpan.FromSeconds(40)));

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 4)]
    [InlineData(6, 32)]
    [InlineData(7, 60)]
    [InlineData(50, 60)]
    public void Half_of_the_jittered_wait_is_random_up_to_a_minute(int failures, int longest)
    {
        var waits = Enumerable.Range(0, 200).Select(_ => Backoff.Jittered(failures).TotalSeconds).ToArray();

        Assert.All(waits, wait => Assert.InRange(wait, longest / 2.0, longest));
        Assert.True(waits.Distinct().Count() > 10);
    }

    [Fact]
    public void Jittered_wait_begins_where_it_is_told_to() =>
        Assert.All(
            Enumerable.Range(0, 50).Select(_ => Backoff.Jittered(TimeSpan.FromSeconds(0.5), failures: 2).TotalSeconds),
            wait => Assert.InRange(wait, 0.5, 1)
        );
}
