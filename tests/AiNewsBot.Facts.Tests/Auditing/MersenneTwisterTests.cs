using AiNewsBot.Facts.Auditing;

namespace AiNewsBot.Facts.Tests.Auditing;

/// <summary>The generator of audits draws as Python's random does, whose draws stand here.</summary>
public sealed class MersenneTwisterTests
{
    [Fact]
    public void Numbers_below_a_limit_are_those_of_Python()
    {
        var random = new MersenneTwister(1);

        Assert.Equal([137, 582, 6, 1722851096, 0, 261], new[] { 1000, 1000, 7, int.MaxValue, 1, 624 }.Select(limit => random.Below(limit)));
    }

    // The state is twisted after 624 numbers, and again after the next.
    [Theory]
    [InlineData(0, 49086)]
    [InlineData(623, 1008657)]
    [InlineData(624, 203927)]
    [InlineData(1299, 29858)]
    public void State_is_renewed_when_it_is_used_up(int index, int number)
    {
        var random = new MersenneTwister(20261129);

        Assert.Equal(number, Enumerable.Range(0, index + 1).Select(_ => random.Below(1 << 20)).ToArray()[^1]);
    }

    // A small set is drawn from a pool, a large one with a memory of what was drawn.
    [Theory]
    [InlineData(0u, 30, 6, new[] { 27, 12, 24, 13, 1, 8 })]
    [InlineData(5u, 21, 5, new[] { 19, 8, 11, 16, 0 })]
    [InlineData(5u, 22, 5, new[] { 19, 8, 11, 20, 16 })]
    public void Sample_is_that_of_Python_whichever_way_it_draws(uint seed, int among, int count, int[] drawn) =>
        Assert.Equal(drawn, ClaimSample.Indexes(new MersenneTwister(seed), among, count));

    [Fact]
    public void Sample_of_all_has_each_once() =>
        Assert.Equal(Enumerable.Range(0, 50), ClaimSample.Indexes(new MersenneTwister(3), 50, 50).Order());
}
