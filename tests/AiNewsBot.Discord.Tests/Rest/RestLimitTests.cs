using System.Net;
using AiNewsBot.Discord.Rest;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace AiNewsBot.Discord.Tests.Rest;

/// <summary>Limits of which Discord tells, and those that keep this address from being banned.</summary>
public sealed class RestLimitTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task Token_is_not_used_after_a_401()
    {
        var handler = new FakeHandler(FakeHandler.Answer(HttpStatusCode.Unauthorized, """{"code":0,"message":"401: Unauthorized"}"""));
        using var rest = Client(handler);

        foreach (var _ in Enumerable.Range(0, 3))
            Assert.Equal(DiscordErrorKind.Unauthorized, (await Assert.ThrowsAsync<DiscordException>(() => GetAsync(rest))).Kind);

        Assert.Single(handler.Requests);
    }

    [Fact]
    public async Task Many_refusals_close_the_client_for_ten_minutes()
    {
        var handler = new FakeHandler([
            .. Enumerable.Repeat(FakeHandler.Answer(HttpStatusCode.Forbidden, """{"code":50001,"message":"Missing Access"}"""), 4000),
            FakeHandler.Answer(HttpStatusCode.OK),
        ]);
        using var rest = Client(handler);
        for (var i = 0; i < 4000; i++)
            await Assert.ThrowsAsync<DiscordException>(() => _time.TurnUntilAsync(() => GetAsync(rest), TimeSpan.FromMilliseconds(21)));

        var closed = await Assert.ThrowsAsync<DiscordException>(() =>
            _time.TurnUntilAsync(() => GetAsync(rest), TimeSpan.FromMilliseconds(21))
        );
        Assert.Equal((DiscordErrorKind.RateLimited, 4000), (closed.Kind, handler.Requests.Count));

        _time.Advance(closed.RetryAfter!.Value);
        await _time.TurnUntilAsync(() => GetAsync(rest), TimeSpan.FromMilliseconds(21));
    }

    [Fact]
    public async Task Limit_of_an_hour_is_left_to_the_caller()
    {
        var handler = new FakeHandler(
            FakeHandler.Answer(HttpStatusCode.TooManyRequests, """{"retry_after":3600,"global":false}"""),
            FakeHandler.Answer(HttpStatusCode.OK)
        );
        using var rest = Client(handler);

        foreach (var _ in Enumerable.Range(0, 2))
            Assert.InRange((await Assert.ThrowsAsync<DiscordException>(() => GetAsync(rest))).RetryAfter!.Value.TotalSeconds, 3590, 3600);

        Assert.Single(handler.Requests);
        _time.Advance(TimeSpan.FromHours(1));
        await _time.TurnUntilAsync(() => GetAsync(rest), TimeSpan.FromMilliseconds(21));
    }

    [Theory]
    [InlineData("""{"retry_after":5,"global":true}""")]
    [InlineData("<html>Access denied</html>")]
    public async Task Global_limit_delays_other_routes(string body)
    {
        var handler = new FakeHandler(
            FakeHandler.Answer(HttpStatusCode.TooManyRequests, body, ("Retry-After", "5")),
            FakeHandler.Answer(HttpStatusCode.OK)
        );
        using var rest = Client(handler);

        var began = _time.GetUtcNow();
        var left = new List<TimeSpan>();
        handler.OnRequest = () => left.Add(_time.GetUtcNow() - began);

        // The others stand in line already when the first is refused.
        await _time.TurnUntilAsync(
            () => Task.WhenAll(GetAsync(rest), GetAsync(rest, "others"), GetAsync(rest, "more")),
            TimeSpan.FromMilliseconds(1)
        );

        Assert.Equal(4, left.Count);
        Assert.All(left[1..], time => Assert.InRange(time.TotalSeconds, 5, 5.1));
    }

    [Fact]
    public async Task Limit_of_one_channel_does_not_delay_another()
    {
        var handler = new FakeHandler(
            FakeHandler.Answer(
                HttpStatusCode.OK,
                "[]",
                ("X-RateLimit-Limit", "1"),
                ("X-RateLimit-Remaining", "0"),
                ("X-RateLimit-Reset-After", "60"),
                ("X-RateLimit-Bucket", "b")
            )
        );
        using var rest = Client(handler);
        var began = _time.GetUtcNow();

        await rest.GetMessagesAsync(new Snowflake(1), default, TestContext.Current.CancellationToken);
        await _time.TurnUntilAsync(
            () => rest.GetMessagesAsync(new Snowflake(2), default, TestContext.Current.CancellationToken),
            TimeSpan.FromMilliseconds(21)
        );
        Assert.InRange((_time.GetUtcNow() - began).TotalSeconds, 0, 1);
        await _time.TurnUntilAsync(
            () => rest.GetMessagesAsync(new Snowflake(1), default, TestContext.Current.CancellationToken),
            TimeSpan.FromMilliseconds(21)
        );
        Assert.InRange((_time.GetUtcNow() - began).TotalSeconds, 60, 61);
    }

    [Fact]
    public async Task Routes_of_one_bucket_wait_for_each_other()
    {
        var limits = new RateLimiter(_time);
        var (get, post) = (Routes.Messages(HttpMethod.Get, new Snowflake(1)), Routes.Messages(HttpMethod.Post, new Snowflake(1)));
        using var answer = FakeHandler.Answer(
            HttpStatusCode.OK,
            "{}",
            ("X-RateLimit-Limit", "1"),
            ("X-RateLimit-Remaining", "0"),
            ("X-RateLimit-Reset-After", "2"),
            ("X-RateLimit-Bucket", "b")
        )();
        foreach (var route in (Route[])[get, post])
        {
            using var taken = await _time.TurnUntilAsync(
                () => limits.EnterAsync(route, TestContext.Current.CancellationToken),
                TimeSpan.FromMilliseconds(50)
            );
            limits.Update(route, answer.Headers);
        }

        var began = _time.GetUtcNow();
        (
            await _time.TurnUntilAsync(() => limits.EnterAsync(get, TestContext.Current.CancellationToken), TimeSpan.FromMilliseconds(50))
        ).Dispose();
        Assert.InRange((_time.GetUtcNow() - began).TotalSeconds, 1.9, 2.1);
    }

    [Fact]
    public async Task Clock_set_back_delays_nothing()
    {
        var time = new WrongClock();
        using var rest = new DiscordRest(
            new DiscordOptions { Token = "token" },
            time,
            NullLogger<DiscordRest>.Instance,
            new FakeHandler(FakeHandler.Answer(HttpStatusCode.OK))
        );
        await GetAsync(rest);

        time.Wrong = TimeSpan.FromHours(-1);
        var second = GetAsync(rest);
        time.Advance(TimeSpan.FromMilliseconds(50));

        await second;
    }

    [Fact]
    public async Task Buckets_of_answered_interactions_are_removed()
    {
        var limits = new RateLimiter(_time);
        for (var i = 0; i < 5000; i++)
            (await limits.EnterAsync(new Route(HttpMethod.Patch, "", "webhooks", $"{i}"), TestContext.Current.CancellationToken)).Dispose();

        Assert.InRange(limits.Count, 1, 1001);
    }

    [Fact]
    public async Task Exception_names_each_field_error()
    {
        var handler = new FakeHandler(
            FakeHandler.Answer(
                HttpStatusCode.BadRequest,
                """
                {"code":50035,"message":"Invalid Form Body",
                "errors":{"components":{"0":{"content":{"_errors":[{"code":"BASE_TYPE_MAX_LENGTH",
                "message":"Must be 4000 or fewer in length."}]}}},"_errors":[{"code":"X","message":"y"}]}}
                """
            )
        );
        using var rest = Client(handler);

        var refused = await Assert.ThrowsAsync<DiscordException>(() => GetAsync(rest));

        Assert.Equal(
            [new("components.0.content", "BASE_TYPE_MAX_LENGTH", "Must be 4000 or fewer in length."), new("", "X", "y")],
            refused.Errors
        );
        Assert.Contains("components.0.content", refused.Message);
    }

    private static Task<byte[]> GetAsync(DiscordRest rest, string path = "things") =>
        rest.SendAsync(new RestRequest(new Route(HttpMethod.Get, path, path)), TestContext.Current.CancellationToken);

    private DiscordRest Client(HttpMessageHandler handler) =>
        new(new DiscordOptions { Token = "token" }, _time, NullLogger<DiscordRest>.Instance, handler);

    private sealed class WrongClock : FakeTimeProvider
    {
        public TimeSpan Wrong { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Wrong;

        public override long GetTimestamp() => base.GetUtcNow().Ticks;
    }
}
