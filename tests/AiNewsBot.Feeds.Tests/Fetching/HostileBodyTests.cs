using System.IO.Compression;
using System.Text;
using AiNewsBot.Feeds.Fetching;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace AiNewsBot.Feeds.Tests.Fetching;

/// <summary>Servers that send too much, too slowly, nothing, or no HTTP.</summary>
public sealed class HostileBodyTests
{
    private const int MB = 1024 * 1024;
    private static readonly byte[] Filler = Encoding.ASCII.GetBytes(new string('x', 64 * 1024));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Feed_of_20_MB_is_refused_with_or_without_a_length(bool isAnnounced)
    {
        await using var server = await FeedServer.StartAsync();
        server["/feed"] = http =>
        {
            http.Response.ContentLength = isAnnounced ? 20 * MB : null;
            return SendAsync(http, 20 * MB);
        };
        using var fetcher = Fetch.Fetcher();

        Assert.Equal("The answer is larger than 8 MB.", await fetcher.FailAsync(server.Address("/feed")));
    }

    [Fact]
    public async Task Feed_of_exactly_the_limit_is_accepted_and_one_byte_more_is_not()
    {
        await using var server = await FeedServer.StartAsync();
        server["/fits"] = http => SendAsync(http, 8 * MB);
        server["/over"] = http => SendAsync(http, 8 * MB + 1);
        using var fetcher = Fetch.Fetcher();

        Assert.Equal(8 * MB, (await fetcher.SucceedAsync(server.Address("/fits"))).Body.Length);
        Assert.Equal("The answer is larger than 8 MB.", await fetcher.FailAsync(server.Address("/over")));
    }

    [Fact]
    public async Task Endless_body_is_dropped_soon_after_the_limit()
    {
        // On a bare socket: a web server would keep accepting what it can no longer send.
        var sent = new TaskCompletionSource<long>();
        await using var server = await RawServer.StartAsync(
            async (stream, cancellationToken) =>
            {
                var count = 0L;
                try
                {
                    await stream.WriteAsync("HTTP/1.1 200 OK\r\n\r\n"u8.ToArray(), cancellationToken);
                    for (; ; count += Filler.Length)
                        await stream.WriteAsync(Filler, cancellationToken);
                }
                catch (IOException)
                {
                    sent.SetResult(count);
                }
            }
        );
        using var fetcher = Fetch.Fetcher();

        Assert.Equal("The answer is larger than 8 MB.", await fetcher.FailAsync(server.Address));

        // What the sockets of both sides hold comes on top, and that is the system's to say.
        Assert.InRange(await sent.Task, 4 * MB, 128 * MB);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    [InlineData("gzip, gzip")]
    public async Task Decompression_bomb_is_refused_before_it_expands(string encoding)
    {
        var bomb = Bomb(encoding);
        await using var server = await FeedServer.StartAsync();
        server["/feed"] = FeedServer.Send(bomb, ("Content-Encoding", encoding));
        using var fetcher = Fetch.Fetcher();

        Assert.InRange(bomb.Length, 1, MB);
        Assert.Equal("The feed is larger than 8 MB.", await fetcher.FailAsync(server.Address("/feed")));
    }

    [Fact]
    public async Task Compressed_body_that_yields_nothing_is_limited_by_wire_bytes()
    {
        using var nothing = new MemoryStream();
        using (var gzip = new GZipStream(nothing, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write("x"u8);
        await using var server = await FeedServer.StartAsync();
        server["/feed"] = async http =>
        {
            // One member after another, each of which unpacks to a single byte.
            http.Response.Headers.ContentEncoding = "gzip";
            var members = Enumerable.Repeat(nothing.ToArray(), 4096).SelectMany(member => member).ToArray();
            while (!http.RequestAborted.IsCancellationRequested)
                await http.Response.Body.WriteAsync(members, http.RequestAborted);
        };
        using var fetcher = Fetch.Fetcher(limits: new FetchLimits { BytesOnTheWire = MB });

        Assert.Equal("The answer is larger than 1 MB.", await fetcher.FailAsync(server.Address("/feed")));
    }

    [Theory]
    [InlineData("gzip", "The response cannot be decompressed.")]
    [InlineData("br", "The response cannot be decompressed.")]
    [InlineData("zstd", "The server uses a content encoding that was not requested.")]
    [InlineData("gzip, gzip, gzip", "The response is compressed repeatedly.")]
    public async Task Undecodable_body_is_reported(string encoding, string reason)
    {
        await using var server = await FeedServer.StartAsync();
        server["/feed"] = FeedServer.Send("<rss>this is not packed at all</rss>"u8.ToArray(), ("Content-Encoding", encoding));
        using var fetcher = Fetch.Fetcher();

        Assert.Equal(reason, await fetcher.FailAsync(server.Address("/feed")));
    }

    [Fact]
    public async Task Body_of_one_byte_a_second_times_out_as_a_whole()
    {
        await using var server = await FeedServer.StartAsync();
        var time = new FakeTimeProvider();
        using var sent = new SemaphoreSlim(0);
        using var next = new SemaphoreSlim(0);
        server["/feed"] = async http =>
        {
            while (true)
            {
                await http.Response.Body.WriteAsync("<"u8.ToArray(), http.RequestAborted);
                sent.Release();
                await next.WaitAsync(http.RequestAborted);
            }
        };
        using var fetcher = Fetch.Fetcher(time);

        var fetch = fetcher.FetchAsync(server.Address("/feed"));
        for (var second = 0; second < 30; second++)
        {
            await sent.WaitAsync(TestContext.Current.CancellationToken);
            Assert.False(fetch.IsCompleted);
            time.Advance(TimeSpan.FromSeconds(1));
            next.Release();
        }

        // On a busy machine the bytes may all lie unread, the first of them too.
        Assert.Matches("^127.0.0.1 did not (send its feed|answer) within 30 s.$", Assert.IsType<FetchResult.Failed>(await fetch).Reason);
    }

    [Fact]
    public async Task Missing_response_times_out()
    {
        await using var server = await FeedServer.StartAsync();
        var time = new FakeTimeProvider();
        var arrived = new TaskCompletionSource();
        var left = new TaskCompletionSource();
        server["/feed"] = http =>
        {
            http.RequestAborted.Register(left.SetResult);
            arrived.SetResult();
            return left.Task;
        };
        using var fetcher = Fetch.Fetcher(time);

        var fetch = fetcher.FetchAsync(server.Address("/feed"));
        await arrived.Task;
        time.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal("127.0.0.1 did not answer within 30 s.", Assert.IsType<FetchResult.Failed>(await fetch).Reason);
        await left.Task;
    }

    [Fact]
    public async Task Slow_redirects_share_one_timeout()
    {
        await using var server = await FeedServer.StartAsync();
        var time = new FakeTimeProvider();
        server["/a"] = http =>
        {
            time.Advance(TimeSpan.FromSeconds(20));
            return FeedServer.Send(System.Net.HttpStatusCode.Found, ("Location", "/b"))(http);
        };
        server["/b"] = async http =>
        {
            time.Advance(TimeSpan.FromSeconds(20));
            await Task.Delay(Timeout.Infinite, http.RequestAborted);
        };
        using var fetcher = Fetch.Fetcher(time);

        Assert.Equal("127.0.0.1 did not answer within 30 s.", await fetcher.FailAsync(server.Address("/a")));
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n<rss>", "127.0.0.1 cut the connection before its answer was complete.")]
    [InlineData(
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<rss>\r\n",
        "127.0.0.1 cut the connection before its answer was complete."
    )]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n<rss>\r\n", "127.0.0.1 does not speak HTTP.")]
    [InlineData("SSH-2.0-OpenSSH_9.9\r\n", "127.0.0.1 does not speak HTTP.")]
    [InlineData("", "127.0.0.1 cut the connection before its answer was complete.")]
    public async Task Response_that_is_no_HTTP_is_reported(string answer, string reason)
    {
        await using var server = await RawServer.StartAsync(answer);
        using var fetcher = Fetch.Fetcher();

        Assert.Equal(reason, await fetcher.FailAsync(server.Address));
    }

    [Theory]
    [InlineData("X-Filler: ")]
    [InlineData("HTTP/1.1 100 Continue\r\n\r\n")]
    public async Task Endless_headers_are_refused(string part)
    {
        var time = new FakeTimeProvider();
        await using var server = await RawServer.StartAsync(
            async (stream, cancellationToken) =>
            {
                await stream.WriteAsync(Encoding.ASCII.GetBytes(part), cancellationToken);
                var more = Encoding.ASCII.GetBytes(part.StartsWith("HTTP", StringComparison.Ordinal) ? part : new string('x', 1024));
                for (var count = 0; ; count++)
                {
                    await stream.WriteAsync(more, cancellationToken);
                    if (count == 1000)
                        time.Advance(TimeSpan.FromMinutes(1));
                }
            }
        );
        using var fetcher = Fetch.Fetcher(time);

        Assert.Matches(
            "^127.0.0.1 (sends endless headers|does not speak HTTP|did not answer within 30 s).$",
            await fetcher.FailAsync(server.Address)
        );
    }

    private static async Task SendAsync(HttpContext http, int bytes)
    {
        for (var left = bytes; left > 0; left -= Filler.Length)
            await http.Response.Body.WriteAsync(Filler.AsMemory(0, Math.Min(left, Filler.Length)), http.RequestAborted);
    }

    // A hundred megabytes of noughts.
    private static byte[] Bomb(string encoding)
    {
        using var packed = new MemoryStream();
        var layers = encoding
            .Split(", ")
            .Reverse()
            .Aggregate(
                (Stream)packed,
                (stream, name) =>
                    name switch
                    {
                        "br" => new BrotliStream(stream, CompressionLevel.Fastest, leaveOpen: true),
                        "deflate" => new ZLibStream(stream, CompressionLevel.Fastest, leaveOpen: true),
                        _ => new GZipStream(stream, CompressionLevel.Fastest),
                    }
            );
        var zeros = new byte[MB];
        for (var i = 0; i < 100; i++)
            layers.Write(zeros);
        layers.Dispose();
        return packed.ToArray();
    }
}
