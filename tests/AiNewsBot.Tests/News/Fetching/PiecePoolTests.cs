using AiNewsBot.News.Fetching;

namespace AiNewsBot.Tests.News.Fetching;

public sealed class PiecePoolTests
{
    private readonly PiecePool _pool = new();

    [Fact]
    public void Pieces_are_used_again_while_bodies_are_read()
    {
        var reading = Take(1);
        var pieces = Take(100);

        _pool.Return(pieces);

        Assert.Equal(pieces.ToHashSet(), [.. Take(100)]);
        Assert.DoesNotContain(Take(1)[0], reading);
    }

    [Fact]
    public void When_the_last_body_is_read_most_of_them_are_given_back()
    {
        var pieces = Take(100);

        _pool.Return(pieces);

        Assert.Equal(16, Take(100).Intersect(pieces).Count());
    }

    private List<byte[]> Take(int count) => [.. Enumerable.Range(0, count).Select(_ => _pool.Take())];
}
