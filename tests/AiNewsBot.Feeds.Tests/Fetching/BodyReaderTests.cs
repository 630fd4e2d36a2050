using AiNewsBot.Feeds.Fetching;

namespace AiNewsBot.Feeds.Tests.Fetching;

public sealed class BodyReaderTests
{
    private const int KB = 1024;
    private readonly FetchLimits _limits = new() { LargeBody = 100 * KB, LargeBodiesAtOnce = 1 };

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(64 * KB - 1)]
    [InlineData(64 * KB)]
    [InlineData(64 * KB + 1)]
    [InlineData(300 * KB)]
    public async Task Body_in_pieces_is_joined(int length)
    {
        var body = new byte[length];
        new Random(length).NextBytes(body);
        using var reader = new BodyReader(_limits);

        Assert.Equal(body, await ReadAsync(reader, new Pieces(body, 1000, Task.CompletedTask)));
    }

    [Fact]
    public async Task Large_bodies_are_read_a_few_at_a_time_and_small_ones_are_not_delayed()
    {
        var rest = new TaskCompletionSource();
        using var reader = new BodyReader(_limits);

        var first = ReadAsync(reader, new Pieces(new byte[200 * KB], 64 * KB, rest.Task));
        var second = ReadAsync(reader, new Pieces(new byte[200 * KB], 64 * KB, Task.CompletedTask));
        var small = ReadAsync(reader, new Pieces(new byte[100 * KB], 64 * KB, Task.CompletedTask));

        Assert.True(small.IsCompletedSuccessfully);
        Assert.False(second.IsCompleted);
        rest.SetResult();
        Assert.Equal(200 * KB, (await first).Length);
        Assert.Equal(200 * KB, (await second).Length);
    }

    [Fact]
    public async Task Large_body_that_breaks_off_frees_its_place()
    {
        using var reader = new BodyReader(_limits);

        await Assert.ThrowsAsync<IOException>(() =>
            ReadAsync(reader, new Pieces(new byte[200 * KB], 64 * KB, Task.FromException(new IOException("cut"))))
        );

        Assert.Equal(200 * KB, (await ReadAsync(reader, new Pieces(new byte[200 * KB], 64 * KB, Task.CompletedTask))).Length);
    }

    private static async Task<byte[]> ReadAsync(BodyReader reader, Stream body)
    {
        using var answer = new HttpResponseMessage { Content = new StreamContent(body) };
        return await reader.ReadAsync(answer, TestContext.Current.CancellationToken);
    }

    // Gives a body piece by piece, and its end only after a wait. Nothing in it leaves the thread until then.
    private sealed class Pieces(byte[] body, int piece, Task end) : MemoryStream(body)
    {
        public override bool CanSeek => false;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Position == Length)
                await end;
            return Read(buffer.Span[..Math.Min(buffer.Length, piece)]);
        }
    }
}
