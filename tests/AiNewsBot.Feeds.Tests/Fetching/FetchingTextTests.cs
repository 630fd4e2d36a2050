using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AiNewsBot.Feeds.Fetching;
using Microsoft.Extensions.Time.Testing;

namespace AiNewsBot.Feeds.Tests.Fetching;

/// <summary>What is said of an answer that is no feed, what headers tell, and how long a fetch may take.</summary>
public sealed class FetchingTextTests
{
    private static readonly DateTimeOffset Now = new(2024, 3, 11, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(404, "a.example has no such page (404).")]
    [InlineData(410, "a.example says that the feed is gone for good (410).")]
    [InlineData(401, "a.example requires a login (401).")]
    [InlineData(402, "a.example requires payment (402).")]
    [InlineData(403, "a.example refuses the bot (403).")]
    [InlineData(429, "a.example limits the rate of requests (429).")]
    [InlineData(204, "a.example answered without content (204).")]
    [InlineData(304, "a.example says that nothing has changed (304) though nothing was read before.")]
    [InlineData(500, "a.example failed with a server error (500).")]
    [InlineData(599, "a.example failed with a server error (599).")]
    [InlineData(418, "a.example answered with the unexpected status 418.")]
    [InlineData(206, "a.example answered with the unexpected status 206.")]
    public void Status_is_told_in_a_sentence(int status, string sentence) =>
        Assert.Equal(sentence, FetchErrorText.Describe((HttpStatusCode)status, "a.example").ToString());

    public static TheoryData<Exception, string?> Failures =>
        new()
        {
            { new FetchException(new FeedFault(FeedFaultCode.Other, "So it is.")), "So it is." },
            { new HttpRequestException("x", new FetchException(new FeedFault(FeedFaultCode.Other, "So it is."))), "So it is." },
            {
                new HttpRequestException(HttpRequestError.SecureConnectionError),
                "No secure connection to a.example could be made: its certificate or its encryption is not valid."
            },
            { new HttpRequestException(HttpRequestError.ResponseEnded), "a.example cut the connection before its answer was complete." },
            { new HttpIOException(HttpRequestError.ResponseEnded), "a.example cut the connection before its answer was complete." },
            { new HttpRequestException(HttpRequestError.ConfigurationLimitExceeded), "a.example sends endless headers." },
            { new HttpRequestException(HttpRequestError.InvalidResponse), "a.example does not speak HTTP." },
            { new HttpIOException(HttpRequestError.InvalidResponse), "a.example does not speak HTTP." },
            { new OperationCanceledException(), "a.example did not take a connection in time." },
            { new HttpRequestException(HttpRequestError.ConnectionError), "The connection to a.example broke." },
            { new IOException(), "The connection to a.example broke." },
            { new InvalidOperationException(), null },
        };

    [Theory]
    [MemberData(nameof(Failures), DisableDiscoveryEnumeration = true)]
    public void Failure_to_fetch_has_a_sentence_and_a_fault_of_the_program_has_not(Exception failure, string? sentence) =>
        Assert.Equal(sentence, FetchErrorText.Describe(failure, "a.example")?.ToString());

    [Theory]
    [InlineData("max-age=600", null, 600)]
    [InlineData("max-age=600", 100, 500)]
    [InlineData("max-age=600", 600, null)]
    [InlineData("max-age=0", null, null)]
    [InlineData("no-cache, max-age=600", null, null)]
    [InlineData("no-store, max-age=600", null, null)]
    [InlineData("public", null, null)]
    public void Freshness_is_what_is_left_of_the_age(string control, int? age, int? seconds)
    {
        using var answer = Answer();
        answer.Headers.CacheControl = CacheControlHeaderValue.Parse(control);
        answer.Headers.Age = age is { } old ? TimeSpan.FromSeconds(old) : null;

        Assert.Equal(seconds, ResponseHeaders.MaxAgeOf(answer)?.TotalSeconds);
    }

    [Theory]
    [InlineData("120", 120d)]
    [InlineData("0", 0d)]
    [InlineData("99999999999999999999999", 4294967295d)]
    [InlineData("Mon, 11 Mar 2024 12:01:00 GMT", 60d)]
    [InlineData("Mon, 11 Mar 2024 11:59:00 GMT", null)]
    [InlineData("soon", null)]
    [InlineData("-5", null)]
    public void Wait_is_seconds_or_a_day(string header, double? seconds)
    {
        using var answer = Answer();
        answer.Headers.TryAddWithoutValidation("Retry-After", header);

        Assert.Equal(seconds, ResponseHeaders.RetryAfterOf(answer, Now)?.TotalSeconds);
    }

    [Theory]
    [InlineData("gzip", "gzip")]
    [InlineData("GZIP, br", "gzip br")]
    [InlineData("utf-8", "")]
    [InlineData("identity", "")]
    [InlineData("aes128gcm", "aes128gcm")]
    public void Codings_are_those_of_the_registry(string header, string codings)
    {
        using var answer = Answer();
        answer.Content.Headers.TryAddWithoutValidation("Content-Encoding", header);

        Assert.Equal(codings, string.Join(' ', ResponseHeaders.EncodingsOf(answer)));
    }

    [Theory]
    [InlineData("\"v1\"", "Mon, 11 Mar 2024 12:00:00 GMT", true)]
    [InlineData("\"v1\"", null, true)]
    [InlineData(null, "Mon, 11 Mar 2024 12:00:00 GMT", true)]
    [InlineData(null, null, false)]
    [InlineData("\"ü\"", null, false)]
    public void Validators_are_what_can_be_sent_back(string? eTag, string? modified, bool hasAny)
    {
        using var answer = Answer();
        if (eTag is not null)
            answer.Headers.TryAddWithoutValidation("ETag", eTag);
        if (modified is not null)
            answer.Content.Headers.TryAddWithoutValidation("Last-Modified", modified);

        Assert.Equal(hasAny ? new CacheValidators(eTag, modified) : null, ResponseHeaders.ValidatorsOf(answer));
    }

    [Theory]
    [InlineData(
        "<https://a.example/feed>; rel=\"alternate\"; type=\"application/rss+xml\"",
        "https://a.example/feed alternate application/rss+xml"
    )]
    [InlineData("</feed>; REL=alternate", "/feed alternate ")]
    [InlineData("</a>; rel=next, </b>; rel=\"alternate\"", "/a next |/b alternate ")]
    [InlineData("</a>; rel=one; rel=two", "/a one ")]
    [InlineData("no link", "")]
    public void Links_in_headers_are_read_as_those_of_a_page(string header, string links) =>
        Assert.Equal(links, string.Join('|', LinkHeader.Parse([header]).Select(link => $"{link["href"]} {link["rel"]} {link["type"]}")));

    [Fact]
    public void Long_header_and_the_fiftieth_link_end_the_reading()
    {
        Assert.Empty(LinkHeader.Parse([$"</feed>; rel=\"{new string('a', 9_000)}\""]));
        Assert.Equal(50, LinkHeader.Parse([string.Join(", ", Enumerable.Range(0, 80).Select(i => $"</{i}>"))]).Count());
    }

    [Theory]
    [InlineData(5 * 1024 * 1024, "5 MB")]
    [InlineData(1536 * 1024, "1.5 MB")]
    [InlineData(0, "0 MB")]
    public void Sizes_are_told_in_megabytes(long bytes, string text) => Assert.Equal(text, SizeFormatter.Text(bytes));

    [Fact]
    public void Times_are_told_in_seconds() =>
        Assert.Equal(("30 s", "0.5 s"), (SizeFormatter.Text(TimeSpan.FromSeconds(30)), SizeFormatter.Text(TimeSpan.FromMilliseconds(500))));

    [Fact]
    public void Longest_of_the_hints_counts()
    {
        Assert.Equal(TimeSpan.Zero, PollHints.None.Maximum);
        Assert.Equal(
            TimeSpan.FromHours(2),
            new PollHints
            {
                MaxAge = TimeSpan.FromHours(1),
                RetryAfter = TimeSpan.FromHours(2),
                TimeToLive = TimeSpan.FromMinutes(5),
            }.Maximum
        );
    }

    // What one step spends, the next does not have; waiting between them costs nothing.
    [Fact]
    public void Time_of_a_fetch_is_spent_by_its_steps()
    {
        var time = new FakeTimeProvider(Now);
        var budget = new TimeBudget(TimeSpan.FromSeconds(10), time);

        using (var first = budget.Begin(TestContext.Current.CancellationToken))
        {
            time.Advance(TimeSpan.FromSeconds(6));
            Assert.False(first.IsOver);
        }

        time.Advance(TimeSpan.FromMinutes(5));
        using (var second = budget.Begin(TestContext.Current.CancellationToken))
        {
            time.Advance(TimeSpan.FromSeconds(3.9));
            Assert.False(second.IsOver);
            time.Advance(TimeSpan.FromSeconds(0.2));
            Assert.True(second.IsOver && second.Token.IsCancellationRequested);
        }

        using var third = budget.Begin(TestContext.Current.CancellationToken);
        Assert.True(third.Token.IsCancellationRequested);
    }

    [Fact]
    public async Task Caller_who_gives_up_is_told_from_the_end_of_the_time()
    {
        using var caller = new CancellationTokenSource();
        using var step = new TimeBudget(TimeSpan.FromSeconds(10), new FakeTimeProvider(Now)).Begin(caller.Token);

        await caller.CancelAsync();

        Assert.True(step.Token.IsCancellationRequested);
        Assert.False(step.IsOver);
    }

    [Theory]
    [InlineData("hello", 0, 0, true)]
    [InlineData("hello", 1, 0, false)]
    [InlineData("hello", 0, 1, false)]
    [InlineData("hello", 0, 100, false)]
    public void Packed_body_is_whole_where_its_end_tells_its_length_and_sum(string text, int wrongSum, int wrongLength, bool isWhole)
    {
        var body = Encoding.ASCII.GetBytes(text);
        // The CRC-32 of "hello", as zlib has it.
        byte[] end = [.. BitConverter.GetBytes(0x3610A686u + (uint)wrongSum), .. BitConverter.GetBytes((uint)(body.Length + wrongLength))];

        Assert.Equal(isWhole, GzipTrailer.Ends(body, end));
    }

    [Fact]
    public void Empty_gzip_body_is_complete_and_one_without_a_trailer_is_not()
    {
        Assert.True(GzipTrailer.Ends([], []));
        Assert.False(GzipTrailer.Ends([1], []));
        Assert.False(GzipTrailer.Ends([], [1, 2, 3]));
    }

    private static HttpResponseMessage Answer() => new(HttpStatusCode.OK) { Content = new ByteArrayContent([]) };
}
