using System.Net;
using AiNewsBot.Discord.Models;
using AiNewsBot.Discord.Rest;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace AiNewsBot.Discord.Tests.Rest;

/// <summary>First answers to interactions have three seconds in all.</summary>
public sealed class CallbackTests
{
    private static readonly Interaction Asked = new()
    {
        Id = new Snowflake(1),
        Token = "secret",
        ApplicationId = new Snowflake(2),
        Kind = InteractionKind.Command,
    };
    private static readonly InteractionReply Hello = new InteractionReply.Send(
        new OutgoingMessage { Components = [new Component.Text("Hello")] }
    );

    /// <summary>Real time, for what shows nowhere else: that a timer has been set.</summary>
    private static readonly TimeSpan LastResort = TimeSpan.FromSeconds(1);

    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task Interaction_answered_by_another_process_counts_as_answered() =>
        Assert.True(
            await AnswerAsync(new FakeHandler(FakeHandler.Answer(HttpStatusCode.BadRequest, """{"code":40060,"message":"already"}""")))
        );

    [Fact]
    public async Task Expired_interaction_is_reported_late_and_not_retried()
    {
        var handler = new FakeHandler(FakeHandler.Answer(HttpStatusCode.NotFound, """{"code":10062,"message":"Unknown interaction"}"""));

        Assert.False(await AnswerAsync(handler));
        Assert.Single(handler.Requests);
    }

    [Fact]
    public async Task Callback_is_retried_after_a_503()
    {
        var handler = new FakeHandler(FakeHandler.Answer(HttpStatusCode.ServiceUnavailable), FakeHandler.Answer(HttpStatusCode.NoContent));

        Assert.True(await AnswerAsync(handler));
        Assert.Equal(2, handler.Requests.Count);
    }

    [Fact]
    public async Task Callback_is_not_retried_after_three_seconds()
    {
        var handler = new FakeHandler(FakeHandler.Answer(HttpStatusCode.ServiceUnavailable));

        var refused = await Assert.ThrowsAsync<DiscordException>(() => AnswerAsync(handler));

        Assert.Equal(DiscordErrorKind.Unavailable, refused.Kind);
        Assert.InRange(handler.Requests.Count, 3, 10);
    }

    [Theory]
    [InlineData("0.5", 2)]
    [InlineData("30", 1)]
    public async Task Callback_waits_for_a_429_within_three_seconds(string seconds, int requests)
    {
        var handler = new FakeHandler(
            FakeHandler.Answer(HttpStatusCode.TooManyRequests, $$"""{"retry_after":{{seconds}}}"""),
            FakeHandler.Answer(HttpStatusCode.NoContent)
        );

        if (requests == 2)
            Assert.True(await AnswerAsync(handler));
        else
            Assert.Equal(DiscordErrorKind.RateLimited, (await Assert.ThrowsAsync<DiscordException>(() => AnswerAsync(handler))).Kind);

        Assert.Equal(requests, handler.Requests.Count);
    }

    [Fact]
    public async Task Hanging_callback_is_sent_again_while_there_is_time()
    {
        var handler = new HangingOnce();
        using var rest = Client(handler);
        var answering = rest.AnswerAsync(Asked, Hello, _time.GetTimestamp(), TestContext.Current.CancellationToken);
        await handler.Hangs;

        _time.Advance(TimeSpan.FromSeconds(1.3));
        await handler.GivenUp;

        do _time.Advance(TimeSpan.FromMilliseconds(100));
        while (await Task.WhenAny(answering, Task.Delay(LastResort, TestContext.Current.CancellationToken)) != answering);
        Assert.True(await answering);
        Assert.Equal(2, handler.Requests);
    }

    [Fact]
    public async Task Interaction_token_appears_in_no_text()
    {
        var handler = new FakeHandler(FakeHandler.Answer(HttpStatusCode.BadRequest, """{"code":50035,"message":"Invalid Form Body"}"""));

        var refused = await Assert.ThrowsAsync<DiscordException>(() => AnswerAsync(handler));

        Assert.DoesNotContain("secret", refused.ToString());
        Assert.DoesNotContain("secret", Asked.ToString());
        Assert.DoesNotContain("secret", Routes.Callback(Asked).ToString());
        Assert.DoesNotContain("secret", Routes.Answer(Asked).ToString());
    }

    private async Task<bool> AnswerAsync(HttpMessageHandler handler)
    {
        using var rest = Client(handler);
        return await _time.TurnUntilAsync(
            () => rest.AnswerAsync(Asked, Hello, _time.GetTimestamp(), TestContext.Current.CancellationToken),
            TimeSpan.FromMilliseconds(1)
        );
    }

    private DiscordRest Client(HttpMessageHandler handler) =>
        new(new DiscordOptions { Token = "token" }, _time, NullLogger<DiscordRest>.Instance, handler);

    private sealed class HangingOnce : HttpMessageHandler
    {
        private readonly TaskCompletionSource _hangs = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _givenUp = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Requests { get; private set; }

        public Task Hangs => _hangs.Task;

        public Task GivenUp => _givenUp.Task;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (++Requests == 1)
            {
                await using var _ = cancellationToken.Register(_givenUp.SetResult);
                _hangs.SetResult();
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }

            return new HttpResponseMessage(HttpStatusCode.NoContent);
        }
    }
}
