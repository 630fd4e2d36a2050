using AiNewsBot.Feeds.Fetching;

namespace AiNewsBot.Feeds.Tests.Fetching;

public sealed class PiecePoolTests
{
    private readonly PiecePool _pool = new();

    [Fact]
    public void Pieces_are_used_again_while_bodies_are_read()
    {
        var reading = Take(1);
        var pieces = Take(100);

        _pool.Return(pieces);

        Assert.Equal(100, Common(Take(100), pieces));
        Assert.Equal(0, Common(Take(1), reading));
    }

    [Fact]
    public void When_the_last_body_is_read_most_of_them_are_given_back()
    {
        var pieces = Take(100);

        _pool.Return(pieces);

        Assert.Equal(16, Common(Take(100), pieces));
    }

    // The same arrays, not arrays of the same bytes: fresh ones are often all noughts.
    private static int Common(List<byte[]> some, List<byte[]> others) => some.Intersect<byte[]>(others, ReferenceEqualityComparer.Instance).Count();

    private List<byte[]> Take(int count) => [.. Enumerable.Range(0, count).Select(_ => _pool.Take())];
}
