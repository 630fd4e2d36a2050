using System.Net;
using AiNewsBot.Discord.Rest;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace AiNewsBot.Discord.Tests.Rest;

public sealed class DiscordRestTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task Request_carries_the_token_and_returns_the_body()
    {
        var handler = new FakeHandler(FakeHandler.Answer(HttpStatusCode.OK, "[1]"));

        var body = await Send(handler, HttpMethod.Get);

        Assert.Equal("[1]"u8.ToArray(), body);
        Assert.Equal("Bot token", handler.Requests[0].Authorization);
        Assert.Equal("/api/v10/things", handler.Requests[0].Path);
    }

    [Fact]
    public async Task Request_waits_for_the_larger_429_delay_of_header_and_body()
    {
        var handler = new FakeHandler(
            FakeHandler.Answer(HttpStatusCode.TooManyRequests, """{"retry_after":3.5,"global":false}""", ("Retry-After", "1")),
            FakeHandler.Answer(HttpStatusCode.OK)
        );

        var sending = Send(handler, HttpMethod.Put);
        _time.Advance(TimeSpan.FromSeconds(3));
        Assert.False(sending.IsCompleted);
        await AdvanceUntilAsync(sending);

        Assert.Equal(2, handler.Requests.Count);
    }

    [Theory]
    [InlineData("PUT", false, 2)]
    [InlineData("GET", false, 2)]
    [InlineData("POST", true, 2)]
    [InlineData("POST", false, 1)]
    public async Task Request_is_retried_after_a_502_only_where_that_is_safe(string method, bool isRepeatable, int requests)
    {
        var handler = new FakeHandler(FakeHandler.Answer(HttpStatusCode.BadGateway, "<html>"), FakeHandler.Answer(HttpStatusCode.OK));

        var sending = Send(handler, new HttpMethod(method), isRepeatable);
        await AdvanceUntilAsync(sending);

        Assert.Equal(requests, handler.Requests.Count);
        if (requests == 1)
            Assert.Equal(HttpStatusCode.BadGateway, (await Assert.ThrowsAsync<DiscordException>(() => sending)).Status);
    }

    [Fact]
    public async Task Exception_carries_what_discord_says()
    {
        var handler = new FakeHandler(
            FakeHandler.Answer(HttpStatusCode.Forbidden, """{"code":50001,"message":"Missing Access","errors":{"x":{}}}""")
        );

        var refused = await Assert.ThrowsAsync<DiscordException>(() => Send(handler, HttpMethod.Get));

        Assert.Equal((HttpStatusCode.Forbidden, 50001), (refused.Status, refused.Code));
        Assert.Contains("Missing Access", refused.Message);
    }

    [Fact]
    public async Task Request_waits_for_the_reset_of_an_empty_bucket()
    {
        var handler = new FakeHandler(
            FakeHandler.Answer(
                HttpStatusCode.OK,
                "{}",
                ("X-RateLimit-Limit", "1"),
                ("X-RateLimit-Remaining", "0"),
                ("X-RateLimit-Reset-After", "2"),
                ("X-RateLimit-Bucket", "b")
            )
        );
        using var rest = Client(handler);
        await rest.SendAsync(new RestRequest(new Route(HttpMethod.Get, "things", "things")), TestContext.Current.CancellationToken);

        var second = rest.SendAsync(new RestRequest(new Route(HttpMethod.Get, "things", "things")), TestContext.Current.CancellationToken);
        _time.Advance(TimeSpan.FromSeconds(1.9));
        Assert.Single(handler.Requests);
        await AdvanceUntilAsync(second);

        Assert.Equal(2, handler.Requests.Count);
    }

    private async Task AdvanceUntilAsync(Task task)
    {
        while (!task.IsCompleted)
        {
            _time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }
    }

    private Task<byte[]> Send(FakeHandler handler, HttpMethod method, bool isRepeatable = false) =>
        Client(handler)
            .SendAsync(
                new RestRequest(new Route(method, "things", "things")) { IsRepeatable = isRepeatable },
                TestContext.Current.CancellationToken
            );

    private DiscordRest Client(FakeHandler handler) =>
        new(new DiscordOptions { Token = "token" }, _time, NullLogger<DiscordRest>.Instance, handler);
}
