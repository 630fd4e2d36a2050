using System.IO.Compression;
using System.Net;
using System.Text;
using AiNewsBot.Feeds.Fetching;
using Microsoft.Extensions.Time.Testing;

namespace AiNewsBot.Feeds.Tests.Fetching;

public sealed class FeedFetcherTests
{
    private static readonly byte[] Feed = Encoding.UTF8.GetBytes(
        "<rss version='2.0'><channel><title>News of the day: ä</title></channel></rss>"
    );
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Fetched_feed_carries_everything_its_reader_needs()
    {
        await using var server = await FeedServer.StartAsync();
        server["/feed"] = FeedServer.Send(
            Feed,
            ("Content-Type", "Application/RSS+XML; charset=\"ISO-8859-1\""),
            ("ETag", "\"v1\""),
            ("Last-Modified", "Mon, 23 Nov 2026 08:00:00 GMT"),
            ("Cache-Control", "public, max-age=600"),
            ("Age", "60")
        );
        using var fetcher = Fetch.Fetcher();

        var fetched = await fetcher.SucceedAsync(server.Address("/feed"));

        Assert.Equal(Feed, fetched.Body.ToArray());
        Assert.Equal(("application/rss+xml", "ISO-8859-1"), (fetched.MediaType, fetched.Charset));
        Assert.Equal(new CacheValidators("\"v1\"", "Mon, 23 Nov 2026 08:00:00 GMT"), fetched.Validators);
        Assert.Equal(new PollHints { MaxAge = TimeSpan.FromMinutes(9) }, fetched.Hints);
        Assert.Equal(server.Address("/feed"), fetched.Address);
        Assert.Null(fetched.MovedTo);
    }

    [Fact]
    public async Task Requests_identify_the_bot_and_share_no_state()
    {
        await using var server = await FeedServer.StartAsync();
        server["/feed"] = FeedServer.Send(Feed, ("Set-Cookie", "id=1; Path=/"));
        using var fetcher = Fetch.Fetcher();

        await fetcher.SucceedAsync(server.Address("/feed"));
        await fetcher.SucceedAsync(server.Address("/feed"));

        Assert.All(
            server.Requests,
            request =>
            {
                Assert.Equal("Test/1.2.3 (+https://test.example)", request["User-Agent"]);
                Assert.Equal([":path", "Accept", "Accept-Encoding", "Host", "User-Agent"], request.Keys.Order(StringComparer.Ordinal));
            }
        );
    }

    [Theory]
    [InlineData("\"v1\"", "Mon, 23 Nov 2026 08:00:00 GMT")]
    [InlineData("W/\"v1\"", null)]
    [InlineData("without-quotes", "yesterday")]
    [InlineData(null, "Mon, 23 Nov 2026 08:00:00 GMT")]
    public async Task Unchanged_feed_is_not_sent_again(string? eTag, string? lastModified)
    {
        await using var server = await FeedServer.StartAsync();
        server["/feed"] = http =>
        {
            var knows = http.Request.Headers.IfNoneMatch == eTag && http.Request.Headers.IfModifiedSince == lastModified;
            (string, string)[] validators =
            [
                .. new[] { ("ETag", eTag), ("Last-Modified", lastModified) }
                    .Where(pair => pair.Item2 is not null)
                    .Select(pair => (pair.Item1, pair.Item2!)),
            ];
            return knows
                ? FeedServer.Send(HttpStatusCode.NotModified, ("Cache-Control", "max-age=60"))(http)
                : FeedServer.Send(Feed, validators)(http);
        };
        using var fetcher = Fetch.Fetcher();

        var first = await fetcher.SucceedAsync(server.Address("/feed"));
        var second = await fetcher.FetchAsync(server.Address("/feed"), first.Validators);

        Assert.Equal(new CacheValidators(eTag, lastModified), first.Validators);
        Assert.Equal(TimeSpan.FromMinutes(1), Assert.IsType<FetchResult.NotModified>(second).Hints.MaxAge);
    }

    [Fact]
    public async Task An_answer_without_a_body_brings_its_new_validators()
    {
        await using var server = await FeedServer.StartAsync();
        server["/feed"] = FeedServer.Send(HttpStatusCode.NotModified, ("ETag", "\"v2\""));
        using var fetcher = Fetch.Fetcher();

        var same = Assert.IsType<FetchResult.NotModified>(
            await fetcher.FetchAsync(server.Address("/feed"), new CacheValidators("\"v1\"", null))
        );

        Assert.Equal(new CacheValidators("\"v2\"", null), same.Validators);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("none")]
    [InlineData("identity")]
    [InlineData("UTF-8, 8bit, binary")]
    [InlineData("")]
    [InlineData("text/xml")]
    public async Task Body_is_read_as_it_is_where_its_encoding_names_no_compression(string encoding)
    {
        await using var server = await FeedServer.StartAsync();
        server["/feed"] = FeedServer.Send(Feed, ("Content-Encoding", encoding));
        using var fetcher = Fetch.Fetcher();

        Assert.Equal(Feed, (await fetcher.SucceedAsync(server.Address("/feed"))).Body.ToArray());
    }

    [Fact]
    public async Task Validators_that_cannot_be_sent_back_are_dropped()
    {
        await using var server = await RawServer.StartAsync(
            $"HTTP/1.1 200 OK\r\nETag: \"\u00e4\"\r\nLast-Modified: {new string('x', 2000)}\r\nContent-Length: 0\r\n\r\n"
        );
        using var fetcher = Fetch.Fetcher();

        Assert.Null((await fetcher.SucceedAsync(server.Address)).Validators);
    }

    [Fact]
    public async Task Unrequested_304_is_a_failure()
    {
        await using var server = await FeedServer.StartAsync();
        server["/feed"] = FeedServer.Send(HttpStatusCode.NotModified);
        using var fetcher = Fetch.Fetcher();

        Assert.Equal(
            "127.0.0.1 says that nothing has changed (304) though nothing was read before.",
            await fetcher.FailAsync(server.Address("/feed"))
        );
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("X-GZIP")]
    [InlineData("deflate")]
    [InlineData("deflate, raw")]
    [InlineData("br")]
    [InlineData("identity")]
    [InlineData("gzip, br")]
    public async Task Compressed_feed_is_decompressed(string how)
    {
        var packed = how switch
        {
            "deflate" => Pack(Feed, stream => new ZLibStream(stream, CompressionLevel.Optimal)),
            "deflate, raw" => Pack(Feed, stream => new DeflateStream(stream, CompressionLevel.Optimal)),
            "br" => Pack(Feed, stream => new BrotliStream(stream, CompressionLevel.Optimal)),
            "identity" => Feed,
            "gzip, br" => Pack(
                Pack(Feed, stream => new GZipStream(stream, CompressionLevel.Optimal)),
                stream => new BrotliStream(stream, CompressionLevel.Optimal)
            ),
            _ => Pack(Feed, stream => new GZipStream(stream, CompressionLevel.Optimal)),
        };
        await using var server = await FeedServer.StartAsync();
        server["/feed"] = FeedServer.Send(packed, ("Content-Encoding", how.Replace(", raw", "", StringComparison.Ordinal)));
        using var fetcher = Fetch.Fetcher();

        Assert.Equal(Feed, (await fetcher.SucceedAsync(server.Address("/feed"))).Body.ToArray());
    }

    [Fact]
    public async Task Html_page_is_handed_to_the_reader()
    {
        await using var server = await FeedServer.StartAsync();
        server["/feed"] = FeedServer.Send("<!doctype html><p>hello"u8.ToArray(), ("Content-Type", "text/html"));
        using var fetcher = Fetch.Fetcher();

        var fetched = await fetcher.SucceedAsync(server.Address("/feed"));

        Assert.Equal(("text/html", null), (fetched.MediaType, fetched.Charset));
    }

    [Theory]
    [InlineData("text/xml;charset=utf-8", "text/xml", "utf-8")]
    [InlineData("text/xml; charset = 'windows-1251' ; x", "text/xml", "windows-1251")]
    [InlineData("text/xml;;charset=", "text/xml", null)]
    [InlineData("charset=koi8-r", null, "koi8-r")]
    [InlineData("xml", null, null)]
    [InlineData("text/html, text/xml; charset=euc-jp", "text/html", "euc-jp")]
    public async Task Charset_is_found_in_any_content_type(string header, string? mediaType, string? charset)
    {
        await using var server = await RawServer.StartAsync($"HTTP/1.1 200 OK\r\nContent-Type: {header}\r\nContent-Length: 0\r\n\r\n");
        using var fetcher = Fetch.Fetcher();

        var fetched = await fetcher.SucceedAsync(server.Address);

        Assert.Equal((mediaType, charset), (fetched.MediaType, fetched.Charset));
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound, "127.0.0.1 has no such page (404).", false)]
    [InlineData(HttpStatusCode.Gone, "127.0.0.1 says that the feed is gone for good (410).", true)]
    [InlineData(HttpStatusCode.Forbidden, "127.0.0.1 refuses the bot (403).", false)]
    [InlineData(HttpStatusCode.BadGateway, "127.0.0.1 failed with a server error (502).", false)]
    [InlineData(HttpStatusCode.NoContent, "127.0.0.1 answered without content (204).", false)]
    [InlineData(HttpStatusCode.PartialContent, "127.0.0.1 answered with the unexpected status 206.", false)]
    public async Task Status_without_a_feed_is_described(HttpStatusCode status, string reason, bool isGone)
    {
        await using var server = await FeedServer.StartAsync();
        server["/feed"] = FeedServer.Send(status);
        using var fetcher = Fetch.Fetcher();

        var failed = Assert.IsType<FetchResult.Failed>(await fetcher.FetchAsync(server.Address("/feed")));

        Assert.Equal((reason, isGone, status), (failed.Reason, failed.IsGone, failed.Status));
    }

    [Theory]
    [InlineData("120", 120.0)]
    [InlineData("Tue, 24 Nov 2026 12:10:00 GMT", 600.0)]
    [InlineData("Tuesday, 24-Nov-26 12:10:00 GMT", 600.0)]
    [InlineData("Tue, 24 Nov 2026 11:00:00 GMT", null)]
    [InlineData("99999999999999999999999", 4294967295.0)]
    [InlineData("-5", null)]
    [InlineData("soon", null)]
    public async Task Retry_after_is_read_in_seconds_or_as_a_date(string header, double? seconds)
    {
        await using var server = await FeedServer.StartAsync();
        server["/feed"] = FeedServer.Send(HttpStatusCode.TooManyRequests, ("Retry-After", header));
        using var fetcher = Fetch.Fetcher(new FakeTimeProvider(Now));

        var failed = Assert.IsType<FetchResult.Failed>(await fetcher.FetchAsync(server.Address("/feed")));

        Assert.Equal(seconds, failed.RetryAfter?.TotalSeconds);
    }

    [Theory]
    [InlineData("max-age=60", 60)]
    [InlineData("max-age=60, no-cache", null)]
    [InlineData("no-store, max-age=60", null)]
    [InlineData("max-age=0", null)]
    [InlineData("max-age=a week", null)]
    [InlineData("private", null)]
    public async Task Freshness_is_read_only_from_plain_headers(string header, int? seconds)
    {
        await using var server = await FeedServer.StartAsync();
        server["/feed"] = FeedServer.Send(Feed, ("Cache-Control", header));
        using var fetcher = Fetch.Fetcher();

        Assert.Equal(seconds, (await fetcher.SucceedAsync(server.Address("/feed"))).Hints.MaxAge?.TotalSeconds);
    }

    [Fact]
    public async Task Cancellation_by_the_caller_is_immediate()
    {
        await using var server = await FeedServer.StartAsync();
        var arrived = new TaskCompletionSource();
        server["/feed"] = async http =>
        {
            arrived.SetResult();
            await Task.Delay(Timeout.Infinite, http.RequestAborted);
        };
        using var fetcher = Fetch.Fetcher();
        using var source = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

        var fetch = fetcher.FetchAsync(server.Address("/feed"), null, source.Token);
        await arrived.Task;
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetch);
    }

    private static byte[] Pack(byte[] body, Func<Stream, Stream> with)
    {
        using var packed = new MemoryStream();
        using (var stream = with(packed))
            stream.Write(body);
        return packed.ToArray();
    }
}
