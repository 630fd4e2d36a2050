using AiNewsBot.Answering;
using Microsoft.Extensions.Time.Testing;

namespace AiNewsBot.Tests.Answering;

public sealed class MemoryTrimmerTests
{
    private const long Busy = MemoryTrimmer.MaxQuietBytes + 1;

    private readonly FakeTimeProvider _time = new();

    [Theory]
    [InlineData(new long[] { 0, MemoryTrimmer.MaxQuietBytes })]
    [InlineData(new long[] { 0, Busy, Busy, 2 * Busy, 2 * Busy, 2 * Busy })]
    public async Task Collects_once_after_the_first_second_in_which_little_was_allocated(long[] allocated)
    {
        var (read, collected) = (0, 0);
        var trimming = new MemoryTrimmer(_time, () => allocated[read++], () => collected++).TrimAsync(
            TestContext.Current.CancellationToken
        );

        while (!trimming.IsCompleted)
        {
            _time.Advance(MemoryTrimmer.Quiet);
            await Task.Yield();
        }

        Assert.Equal((allocated.Length, 1), (read, collected));
    }

    // A bot that is busy until it stops would otherwise be kept in memory by what waits.
    [Fact]
    public async Task Waits_no_longer_when_the_bot_stops()
    {
        using var stopping = new CancellationTokenSource();
        var allocated = 0L;
        var trimming = new MemoryTrimmer(_time, () => allocated += Busy, () => Assert.Fail("collected")).TrimAsync(stopping.Token);

        await stopping.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => trimming);
    }
}
