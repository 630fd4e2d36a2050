using AiNewsBot.Jobs;
using Moq;

namespace AiNewsBot.Tests.Jobs;

public sealed class ClockJumpDetectorTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 29, 10, 0, 0, TimeSpan.Zero);

    private readonly Mock<TimeProvider> _time = new() { CallBase = true };
    private readonly ClockJumpDetector _detector;

    public ClockJumpDetectorTests()
    {
        _time.SetupGet(time => time.TimestampFrequency).Returns(TimeSpan.TicksPerSecond);
        Set(TimeSpan.Zero, TimeSpan.Zero);
        _detector = new ClockJumpDetector(_time.Object);
    }

    [Fact]
    public void Clock_that_runs_with_the_time_that_passes_has_not_jumped()
    {
        Set(passed: TimeSpan.FromHours(30), clock: TimeSpan.FromHours(30) + TimeSpan.FromSeconds(2));

        Assert.Null(_detector.DetectJump());
    }

    [Theory]
    [InlineData(3600)]
    [InlineData(-3600)]
    public void Clock_that_was_set_has_jumped_once(int seconds)
    {
        var jump = TimeSpan.FromSeconds(seconds);
        Set(passed: TimeSpan.FromSeconds(1), clock: TimeSpan.FromSeconds(1) + jump);

        Assert.Equal(jump, _detector.DetectJump());
        Assert.Null(_detector.DetectJump());
    }

    private void Set(TimeSpan passed, TimeSpan clock)
    {
        _time.Setup(time => time.GetTimestamp()).Returns(passed.Ticks);
        _time.Setup(time => time.GetUtcNow()).Returns(Start + clock);
    }
}
