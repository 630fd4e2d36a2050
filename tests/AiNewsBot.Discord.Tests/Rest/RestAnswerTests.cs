using System.Net;
using AiNewsBot.Discord.Models;
using AiNewsBot.Discord.Rest;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace AiNewsBot.Discord.Tests.Rest;

/// <summary>What Discord's answers say, and what the client makes of them: errors, waits, scopes, routes.</summary>
public sealed class RestAnswerTests
{
    private readonly FakeTimeProvider _time = new();

    [Theory]
    [InlineData("""{"code":10003,"message":"Unknown Channel"}""", 10003, "Unknown Channel", null, false)]
    [InlineData("""{"message":"rate limited","retry_after":1.5,"global":true}""", 0, "rate limited", 1.5, true)]
    [InlineData("""{"code":"10003","message":7,"retry_after":"1","global":"true"}""", 0, "", null, false)]
    [InlineData("""{"code":99999999999}""", 0, "", null, false)]
    [InlineData("[]", 0, "", null, false)]
    [InlineData("null", 0, "", null, false)]
    public void Error_is_read_field_by_field(string body, int code, string message, double? retryAfter, bool isGlobal)
    {
        var error = ErrorResponse.Read(System.Text.Encoding.UTF8.GetBytes(body));

        Assert.Equal(
            (code, message, retryAfter, isGlobal, false),
            (error.Code, error.Message, error.RetryAfter, error.IsGlobal, error.IsHtml)
        );
    }

    [Theory]
    [InlineData("<html>Access denied</html>")]
    [InlineData("")]
    [InlineData("{\"code\":")]
    public void Answer_that_is_no_JSON_is_that_of_the_gatekeeper(string body) =>
        Assert.True(ErrorResponse.Read(System.Text.Encoding.UTF8.GetBytes(body)).IsHtml);

    [Fact]
    public void Long_messages_and_many_errors_are_cut()
    {
        var errors = string.Join(',', Enumerable.Range(0, 50).Select(i => $$"""{"code":"C{{i}}","message":"m"}"""));
        var error = ErrorResponse.Read(
            System.Text.Encoding.UTF8.GetBytes(
                $$$"""{"message":"{{{new string('x', 1000)}}}","errors":{"a":{"_errors":[{{{errors}}}]},"b":{"_errors":"none"},"c":7}}"""
            )
        );

        Assert.Equal((600, 20, "a"), (error.Message.Length, error.Errors.Length, error.Errors[0].Path));
    }

    [Theory]
    [InlineData("{}", null, 0.05)]
    [InlineData("""{"retry_after":2}""", null, 2)]
    [InlineData("""{"retry_after":2}""", "5", 5)]
    [InlineData("""{"retry_after":7}""", "5", 7)]
    [InlineData("<html>", "3", 3)]
    [InlineData("""{"retry_after":0}""", "0", 0.05)]
    [InlineData("{}", "soon", 0.05)]
    public void Longer_wait_of_body_and_header_is_kept_and_is_never_zero(string body, string? header, double seconds)
    {
        using var message = Headers(header is null ? [] : [("Retry-After", header)]);

        Assert.Equal(seconds, Answer(429, body, message).RetryAfter.TotalSeconds);
    }

    [Theory]
    [InlineData("shared", true)]
    [InlineData("user", false)]
    [InlineData("global", false)]
    [InlineData(null, false)]
    public void Limit_of_the_shared_scope_is_told_apart(string? scope, bool isShared)
    {
        using var message = Headers(scope is null ? [] : [("X-RateLimit-Scope", scope)]);

        Assert.Equal(isShared, Answer(429, "{}", message).IsSharedLimit);
    }

    [Theory]
    [InlineData(200, true, false)]
    [InlineData(204, true, false)]
    [InlineData(302, false, false)]
    [InlineData(404, false, false)]
    [InlineData(408, false, true)]
    [InlineData(500, false, true)]
    [InlineData(501, false, false)]
    [InlineData(599, false, true)]
    public void Status_is_a_success_an_error_or_a_fault_of_the_server(int status, bool isSuccess, bool isServerError)
    {
        using var message = Headers();
        var answer = Answer(status, "{}", message);

        Assert.Equal((isSuccess, isServerError), (answer.IsSuccess, answer.IsServerError));
    }

    [Theory]
    [InlineData(429, 3d)]
    [InlineData(400, null)]
    public void Exception_has_the_wait_of_a_limit_alone(int status, double? seconds)
    {
        using var message = Headers(("Retry-After", "3"));

        var exception = Answer(status, """{"code":50035,"message":"No"}""", message).ToException();

        Assert.Equal((50035, seconds), (exception.Code, exception.RetryAfter?.TotalSeconds));
        Assert.Equal($"Discord answered {status}, code 50035: No", exception.Message);
    }

    // Limits are counted by the channel, guild or token in the path, not by the message.
    [Fact]
    public void Route_is_counted_by_what_Discord_counts_it_by()
    {
        var (channel, message, guild) = (new Snowflake(7), new Snowflake(8), new Snowflake(9));
        var interaction = new Interaction
        {
            Id = new Snowflake(1),
            ApplicationId = new Snowflake(2),
            Token = "token",
            Kind = InteractionKind.Command,
        };

        Assert.Equal(
            [
                "GET gateway/bot | gateway/bot | ",
                "GET applications/{id}/commands | applications/2/commands?with_localizations=true | ",
                "PUT applications/{id}/commands | applications/2/commands | ",
                "GET channels/{id} | channels/7 | 7",
                "GET channels/{id}/messages | channels/7/messages?after=8&limit=100 | 7",
                "PATCH channels/{id}/messages/{id} | channels/7/messages/8 | 7",
                "POST channels/{id}/messages/{id}/crosspost | channels/7/messages/8/crosspost | 7",
                "POST channels/{id}/threads | channels/7/threads | 7",
                "GET channels/{id}/threads/archived/public | channels/7/threads/archived/public?limit=100 | 7",
                "GET guilds/{id}/threads/active | guilds/9/threads/active | 9",
                "GET guilds/{id}/members/{id} | guilds/9/members/8 | 9",
                "GET guilds/{id}/roles | guilds/9/roles | 9",
                "POST interactions/{id}/{token}/callback | interactions/1/token/callback | token",
                "POST webhooks/{id}/{token} | webhooks/2/token?wait=true | token",
                "PATCH webhooks/{id}/{token}/messages/{id} | webhooks/2/token/messages/@original | token",
            ],
            new[]
            {
                Routes.Gateway,
                Routes.Commands(HttpMethod.Get, new Snowflake(2)),
                Routes.Commands(HttpMethod.Put, new Snowflake(2)),
                Routes.Channel(channel),
                Routes.Messages(HttpMethod.Get, channel, "?after=8&limit=100"),
                Routes.Message(channel, message),
                Routes.Crosspost(channel, message),
                Routes.Threads(channel),
                Routes.ArchivedThreads(channel),
                Routes.ActiveThreads(guild),
                Routes.Member(guild, message),
                Routes.Roles(guild),
                Routes.Callback(interaction),
                Routes.FollowUps(interaction),
                Routes.Answer(interaction),
            }.Select(route => $"{route} | {route.Path} | {route.Major}")
        );
    }

    [Theory]
    [InlineData("GET", true)]
    [InlineData("PUT", true)]
    [InlineData("PATCH", true)]
    [InlineData("DELETE", true)]
    [InlineData("POST", false)]
    public void Request_that_creates_is_not_repeated_by_itself(string method, bool isIdempotent) =>
        Assert.Equal(isIdempotent, new Route(new HttpMethod(method), "x", "x").IsIdempotent);

    [Theory]
    [InlineData(503, 5)]
    [InlineData(429, 5)]
    [InlineData(400, 1)]
    [InlineData(404, 1)]
    public async Task Request_is_given_up_after_five_attempts_or_at_once(int status, int requests)
    {
        var handler = new FakeHandler(FakeHandler.Answer((HttpStatusCode)status, """{"code":1,"message":"x","retry_after":0.1}"""));
        using var rest = Client(handler);

        var exception = await Assert.ThrowsAsync<DiscordException>(() =>
            _time.TurnUntilAsync(() => rest.GetChannelAsync(new Snowflake(7), CancellationToken.None), TimeSpan.FromMilliseconds(50))
        );

        Assert.Equal((status, requests), ((int)exception.Status, handler.Requests.Count));
    }

    [Fact]
    public async Task Unreachable_server_is_asked_again()
    {
        var handler = new FakeHandler(
            () => throw new HttpRequestException("no route"),
            () => throw new HttpRequestException("no route"),
            FakeHandler.Answer(HttpStatusCode.OK, """{"id":"7","type":0}""")
        );
        using var rest = Client(handler);

        var channel = await _time.TurnUntilAsync(
            () => rest.GetChannelAsync(new Snowflake(7), CancellationToken.None),
            TimeSpan.FromMilliseconds(50)
        );

        Assert.Equal((7ul, 3), (channel.Id.Value, handler.Requests.Count));
    }

    [Fact]
    public async Task Creation_that_got_no_answer_is_not_sent_again()
    {
        var handler = new FakeHandler(() => throw new HttpRequestException("cut"));
        using var rest = Client(handler);

        await Assert.ThrowsAsync<HttpRequestException>(() => rest.CreateDirectAsync(new Snowflake(7), CancellationToken.None));

        Assert.Single(handler.Requests);
    }

    // Refusals of others' limits bring no ban; those of this bot are counted, by ten minutes.
    [Fact]
    public void Refusals_are_counted_over_ten_minutes()
    {
        var guard = new InvalidRequestGuard(_time);
        for (var i = 0; i < 3999; i++)
            guard.Record();
        Assert.Null(guard.ClosedFor);

        _time.Advance(TimeSpan.FromMinutes(4));
        guard.Record();
        Assert.Equal(TimeSpan.FromMinutes(6), guard.ClosedFor);

        _time.Advance(TimeSpan.FromMinutes(6));
        Assert.Null(guard.ClosedFor);
        guard.Record();
        Assert.Null(guard.ClosedFor);
    }

    [Theory]
    [InlineData(119, true)]
    [InlineData(120, true)]
    [InlineData(121, false)]
    public void Request_waits_two_minutes_at_most(int seconds, bool waits)
    {
        var wait = TimeSpan.FromSeconds(seconds);

        if (waits)
            Assert.Equal(wait, QueueTimeout.ThrowIfExceeded(wait));
        else
            Assert.Equal(wait, Assert.Throws<DiscordException>(() => QueueTimeout.ThrowIfExceeded(wait)).RetryAfter);
    }

    [Fact]
    public async Task Empty_bucket_lets_the_next_go_when_it_is_full_again()
    {
        var bucket = new RateLimitBucket(_time);
        using (await bucket.EnterAsync(TestContext.Current.CancellationToken))
            bucket.Update(remaining: 0, TimeSpan.FromSeconds(2));
        Assert.False(bucket.IsIdle);

        var next = bucket.EnterAsync(TestContext.Current.CancellationToken);
        _time.Advance(TimeSpan.FromSeconds(1.9));
        Assert.False(next.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(0.2));
        (await next).Dispose();

        Assert.True(bucket.IsIdle);
    }

    [Fact]
    public async Task First_request_of_an_unknown_bucket_goes_alone()
    {
        var bucket = new RateLimitBucket(_time);
        var first = await bucket.EnterAsync(TestContext.Current.CancellationToken);
        var second = bucket.EnterAsync(TestContext.Current.CancellationToken);
        Assert.False(second.IsCompleted);

        bucket.Update(remaining: 4, TimeSpan.FromSeconds(5));
        first.Dispose();

        (await second.WaitAsync(TestContext.Current.CancellationToken)).Dispose();
        for (var i = 0; i < 3; i++)
            Assert.True(bucket.EnterAsync(TestContext.Current.CancellationToken).IsCompleted);
        Assert.False(bucket.EnterAsync(TestContext.Current.CancellationToken).IsCompleted);
    }

    [Fact]
    public async Task Who_gives_up_waiting_leaves_the_turn_to_the_next()
    {
        var bucket = new RateLimitBucket(_time);
        bucket.Pause(TimeSpan.FromSeconds(30));
        using var impatient = new CancellationTokenSource();
        var first = bucket.EnterAsync(impatient.Token);
        var second = bucket.EnterAsync(TestContext.Current.CancellationToken);

        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        _time.Advance(TimeSpan.FromSeconds(30));

        (await second.WaitAsync(TestContext.Current.CancellationToken)).Dispose();
    }

    private DiscordRest Client(HttpMessageHandler handler) =>
        new(new DiscordOptions { Token = "token" }, _time, NullLogger<DiscordRest>.Instance, handler);

    private static RestResponse Answer(int status, string body, HttpResponseMessage headers) =>
        new((HttpStatusCode)status, headers.Headers, System.Text.Encoding.UTF8.GetBytes(body));

    private static HttpResponseMessage Headers(params (string Name, string Value)[] headers) =>
        FakeHandler.Answer(HttpStatusCode.OK, "{}", headers)();
}
