using AiNewsBot.Feeds.Fetching;

namespace AiNewsBot.Feeds.Tests.Fetching;

public sealed class BufferPoolTests
{
    private readonly BufferPool _pool = new();

    [Fact]
    public void Buffers_are_reused_while_bodies_are_read()
    {
        var reading = Take(1);
        var pieces = Take(100);

        _pool.Return(pieces);

        Assert.Equal(100, Common(Take(100), pieces));
        Assert.Equal(0, Common(Take(1), reading));
    }

    [Fact]
    public void Most_buffers_are_released_after_the_last_body()
    {
        var pieces = Take(100);

        _pool.Return(pieces);

        Assert.Equal(16, Common(Take(100), pieces));
    }

    // The same arrays, not arrays of the same bytes: fresh ones are often all noughts.
    private static int Common(List<byte[]> some, List<byte[]> others) =>
        some.Intersect<byte[]>(others, ReferenceEqualityComparer.Instance).Count();

    private List<byte[]> Take(int count) => [.. Enumerable.Range(0, count).Select(_ => _pool.Rent())];
}
