using System.Net;
using AiNewsBot.Discord.Models;
using AiNewsBot.Discord.Rest;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace AiNewsBot.Discord.Tests.Rest;

/// <summary>What proxies before Discord say by themselves, as their sources write it: Nirn (germanoeich/nirn-proxy) and twilight's
/// (twilight-rs/http-proxy). All else they pass on as it is.</summary>
public sealed class ProxyTests
{
    private const string NoTime = "Post \"https://discord.com/api/v10/channels/7/messages?\": context deadline exceeded";
    private const string NoRoute = "http-proxy: Failed to parse API path from client request";
    private const string NoAnswer = "http-proxy: Error requesting the Discord API";

    // Nirn answers so while a node of its cluster is away: x-ratelimit-after is its own word, and no header tells the bucket.
    private static readonly Func<HttpResponseMessage> NodeAway = FakeHandler.Answer(
        HttpStatusCode.TooManyRequests,
        """
        {
        	"global": false,
        	"message": "You are being rate limited.",
        	"retry_after": 1
        }
        """,
        ("generated-by-proxy", "true"),
        ("x-ratelimit-scope", "user"),
        ("x-ratelimit-limit", "1"),
        ("x-ratelimit-remaining", "0"),
        ("x-ratelimit-reset", "1764568800"),
        ("x-ratelimit-after", "1"),
        ("retry-after", "1")
    );

    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task Limit_that_nirn_makes_up_is_waited_for_on_its_route_alone()
    {
        var handler = new FakeHandler(NodeAway, FakeHandler.Answer(HttpStatusCode.OK, """{"id":"7","type":0}"""));
        using var rest = Client(handler);
        var began = _time.GetUtcNow();
        var left = new List<TimeSpan>();
        handler.OnRequest = () => left.Add(_time.GetUtcNow() - began);

        await _time.TurnUntilAsync(() => Task.WhenAll(ChannelAsync(rest, 7), ChannelAsync(rest, 8)), TimeSpan.FromMilliseconds(10));

        Assert.Equal(3, left.Count);
        Assert.InRange(left[1].TotalSeconds, 0, 0.2);
        Assert.InRange(left[2].TotalSeconds, 1, 1.2);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void Limit_that_nirn_makes_up_brings_a_ban_no_nearer(bool isNirns, bool counts)
    {
        using var answer = (isNirns ? NodeAway : FakeHandler.Answer(HttpStatusCode.TooManyRequests, "{}", ("X-RateLimit-Scope", "user")))();

        Assert.Equal(counts, new RestResponse(answer.StatusCode, answer.Headers, []).IsCounted);
    }

    [Theory]
    [InlineData(401, null, true)]
    [InlineData(403, null, true)]
    [InlineData(404, null, false)]
    [InlineData(429, "shared", false)]
    [InlineData(429, "global", true)]
    public void Refusals_that_discord_counts_are_counted(int status, string? scope, bool counts)
    {
        using var answer = FakeHandler.Answer((HttpStatusCode)status, "{}", scope is null ? [] : [("X-RateLimit-Scope", scope)])();

        Assert.Equal(counts, new RestResponse(answer.StatusCode, answer.Headers, []).IsCounted);
    }

    [Theory]
    [InlineData(408, NoTime)]
    [InlineData(502, NoAnswer)]
    public async Task Message_whose_proxy_got_no_answer_is_sent_again_with_its_nonce(int status, string text)
    {
        var handler = new FakeHandler(
            FakeHandler.Answer((HttpStatusCode)status, text),
            FakeHandler.Answer(HttpStatusCode.OK, """{"id":"9","channel_id":"7"}""")
        );
        using var rest = Client(handler);
        var message = new OutgoingMessage { Components = [new Component.Text("News")], Nonce = "n1" };

        await _time.TurnUntilAsync(
            () => rest.CreateMessageAsync(new Snowflake(7), message, TestContext.Current.CancellationToken),
            TimeSpan.FromMilliseconds(50)
        );

        Assert.Equal(2, handler.Requests.Count);
        Assert.All(handler.Requests, request => Assert.Contains("\"enforce_nonce\":true", request.Body, StringComparison.Ordinal));
    }

    // Whether a creation without a nonce took effect is not known, and it is not made twice.
    [Fact]
    public async Task Creation_whose_proxy_got_no_answer_is_unclear()
    {
        var handler = new FakeHandler(FakeHandler.Answer(HttpStatusCode.RequestTimeout, NoTime));
        using var rest = Client(handler);

        var exception = await Assert.ThrowsAsync<DiscordException>(() =>
            rest.CreateDirectAsync(new Snowflake(7), TestContext.Current.CancellationToken)
        );

        Assert.Equal((DiscordErrorKind.Unavailable, 1), (exception.Kind, handler.Requests.Count));
        Assert.Contains("context deadline exceeded", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Route_that_a_proxy_does_not_know_is_told_and_not_asked_for_again()
    {
        var handler = new FakeHandler(FakeHandler.Answer(HttpStatusCode.NotImplemented, NoRoute));
        using var rest = Client(handler);

        var exception = await Assert.ThrowsAsync<DiscordException>(() => ChannelAsync(rest, 7));

        Assert.Equal((DiscordErrorKind.BadRequest, 1), (exception.Kind, handler.Requests.Count));
        Assert.Equal($"Discord answered 501, code 0: {NoRoute}", exception.Message);
    }

    private static Task<Channel> ChannelAsync(DiscordRest rest, ulong id) =>
        rest.GetChannelAsync(new Snowflake(id), TestContext.Current.CancellationToken);

    private DiscordRest Client(HttpMessageHandler handler) =>
        new(new DiscordOptions { Token = "token" }, _time, NullLogger<DiscordRest>.Instance, handler);
}
