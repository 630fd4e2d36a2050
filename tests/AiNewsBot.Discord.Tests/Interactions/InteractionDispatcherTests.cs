using System.Net;
using AiNewsBot.Discord.Interactions;
using AiNewsBot.Discord.Models;
using AiNewsBot.Discord.Rest;
using AiNewsBot.Discord.Tests.Rest;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Moq;

namespace AiNewsBot.Discord.Tests.Interactions;

public sealed class InteractionDispatcherTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly FakeHandler _http = new(FakeHandler.Answer(HttpStatusCode.NoContent));
    private readonly Mock<IInteractionHandler> _handler = new(MockBehavior.Strict);
    private readonly TaskCompletionSource _isAsked = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task Quick_answer_is_the_first_answer()
    {
        // The strict handler is not even asked how it would be announced.
        _handler
            .Setup(handler => handler.HandleAsync(DispatcherSetup.Asked, It.IsAny<CancellationToken>()))
            .Returns(ValueTask.FromResult(DispatcherSetup.Hello));

        await DispatchAsync();

        var (_, path, body, authorization) = Assert.Single(_http.Requests);
        Assert.Equal("/api/v10/interactions/1/t/callback", path);
        Assert.Contains("\"type\":4", body);
        Assert.Null(authorization);
    }

    [Fact]
    public async Task Step_after_an_answer_runs_once_it_was_sent()
    {
        var sent = -1;
        var reply = DispatcherSetup.Hello with { AfterSent = isSent => sent = isSent ? _http.Requests.Count : 0 };
        _handler
            .Setup(handler => handler.HandleAsync(DispatcherSetup.Asked, It.IsAny<CancellationToken>()))
            .Returns(ValueTask.FromResult(reply));

        await DispatchAsync();

        Assert.Equal(1, sent);
    }

    [Fact]
    public async Task Answer_after_two_seconds_is_deferred_and_edited_in()
    {
        var answer = new TaskCompletionSource<InteractionReply>();
        _handler
            .Setup(handler => handler.HandleAsync(DispatcherSetup.Asked, It.IsAny<CancellationToken>()))
            .Callback(() => _isAsked.TrySetResult())
            .Returns(new ValueTask<InteractionReply>(answer.Task));
        _handler.Setup(handler => handler.GetDeferral(DispatcherSetup.Asked)).Returns(Deferral.PrivateMessage);

        var dispatching = DispatchAsync();
        await PassAsync(_http);

        answer.SetResult(DispatcherSetup.Hello);
        await dispatching;

        Assert.Equal("""{"type":5,"data":{"flags":64}}""", _http.Requests[0].Body);
        Assert.Equal((HttpMethod.Patch, "/api/v10/webhooks/2/t/messages/@original"), (_http.Requests[1].Method, _http.Requests[1].Path));
    }

    [Fact]
    public async Task A_handler_that_holds_its_thread_is_announced_after_two_seconds()
    {
        using var handler = new HoldingHandler(_isAsked);
        using var rest = new DiscordRest(new DiscordOptions { Token = "token" }, _time, NullLogger<DiscordRest>.Instance, _http);
        var dispatcher = new InteractionDispatcher(rest, handler, _time, NullLogger<InteractionDispatcher>.Instance);

        dispatcher.Dispatch(DispatcherSetup.Asked, _time.GetTimestamp());
        await PassAsync(_http);
        handler.LetGo();
        await dispatcher.DrainAsync();

        Assert.Equal("""{"type":5,"data":{"flags":64}}""", _http.Requests[0].Body);
        Assert.Equal("/api/v10/webhooks/2/t/messages/@original", _http.Requests[1].Path);
    }

    [Fact]
    public async Task By_http_a_handler_that_holds_its_thread_is_announced_after_two_seconds()
    {
        using var handler = new HoldingHandler(_isAsked);
        var http = new FakeHandler(FakeHandler.Answer(HttpStatusCode.OK, """{"id":"9"}"""));
        using var rest = new DiscordRest(new DiscordOptions { Token = "token" }, _time, NullLogger<DiscordRest>.Instance, http);
        var dispatcher = new InteractionDispatcher(rest, handler, _time, NullLogger<InteractionDispatcher>.Instance);

        var announced = await _time.TurnWhileOthersRunAsync(
            dispatcher.AnswerByHttpAsync(DispatcherSetup.Asked),
            TimeSpan.FromMilliseconds(100)
        );
        handler.LetGo();
        await dispatcher.DrainAsync();

        Assert.Equal("""{"type":5,"data":{"flags":64}}"""u8.ToArray(), announced);
        Assert.Equal("/api/v10/webhooks/2/t/messages/@original", Assert.Single(http.Requests).Path);
    }

    [Fact]
    public async Task Autocomplete_is_never_deferred()
    {
        var answer = new TaskCompletionSource<InteractionReply>();
        _handler
            .Setup(handler => handler.HandleAsync(DispatcherSetup.Asked, It.IsAny<CancellationToken>()))
            .Callback(() => _isAsked.TrySetResult())
            .Returns(new ValueTask<InteractionReply>(answer.Task));
        _handler.Setup(handler => handler.GetDeferral(DispatcherSetup.Asked)).Returns(Deferral.None);

        var dispatching = DispatchAsync();
        await _isAsked.Task;
        _time.Advance(TimeSpan.FromSeconds(2.5));
        answer.SetResult(new InteractionReply.Autocomplete([new InteractionReply.Choice("a", "b")]));
        await dispatching;

        Assert.Contains("\"type\":8", Assert.Single(_http.Requests).Body);
    }

    [Fact]
    public async Task New_message_after_a_deferred_update_is_a_follow_up()
    {
        var http = new FakeHandler(FakeHandler.Answer(HttpStatusCode.NoContent), FakeHandler.Answer(HttpStatusCode.OK, """{"id":"9"}"""));

        await LateAsync(http, Deferral.Update, DispatcherSetup.Hello);

        Assert.Equal("""{"type":6}""", http.Requests[0].Body);
        Assert.Equal((HttpMethod.Post, "/api/v10/webhooks/2/t"), (http.Requests[1].Method, http.Requests[1].Path));
    }

    [Fact]
    public async Task Update_after_a_deferred_update_edits_the_message()
    {
        var http = new FakeHandler(FakeHandler.Answer(HttpStatusCode.NoContent), FakeHandler.Answer(HttpStatusCode.OK, """{"id":"9"}"""));

        await LateAsync(
            http,
            Deferral.Update,
            new InteractionReply.Update(new OutgoingMessage { Components = [new Component.Text("Hello")] })
        );

        Assert.Equal((HttpMethod.Patch, "/api/v10/webhooks/2/t/messages/@original"), (http.Requests[1].Method, http.Requests[1].Path));
    }

    [Fact]
    public async Task Exception_is_answered_with_its_code()
    {
        _handler
            .Setup(handler => handler.HandleAsync(DispatcherSetup.Asked, It.IsAny<CancellationToken>()))
            .Throws(new InvalidOperationException("broken"));
        _handler
            .Setup(handler => handler.CreateFailure(DispatcherSetup.Asked, It.Is<string>(code => code.Length == 6)))
            .Returns(DispatcherSetup.Hello);

        await DispatchAsync();

        _handler.VerifyAll();
        Assert.Single(_http.Requests);
    }

    [Fact]
    public async Task Step_after_an_answer_runs_even_where_the_answer_could_not_be_sent()
    {
        var ran = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        var http = new FakeHandler(FakeHandler.Answer(HttpStatusCode.BadRequest, """{"code":50035,"message":"Invalid Form Body"}"""));
        var dispatcher = Dispatcher(http, Deferral.Message, Task.FromResult(DispatcherSetup.Hello with { AfterSent = ran.SetResult }));

        dispatcher.Dispatch(DispatcherSetup.Asked, _time.GetTimestamp());

        Assert.False(await ran.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
        await dispatcher.DrainAsync();
    }

    [Fact]
    public async Task Answer_that_came_too_late_for_discord_is_given_up()
    {
        bool? isTaken = null;
        var http = new FakeHandler(FakeHandler.Answer(HttpStatusCode.NotFound, """{"code":10062,"message":"Unknown interaction"}"""));
        var reply = DispatcherSetup.Hello with { AfterSent = isSent => isTaken = isSent };
        var dispatcher = Dispatcher(http, Deferral.Message, Task.FromResult<InteractionReply>(reply));

        dispatcher.Dispatch(DispatcherSetup.Asked, _time.GetTimestamp());
        await dispatcher.DrainAsync();

        Assert.Single(http.Requests);
        Assert.False(isTaken);
    }

    [Fact]
    public async Task Nothing_is_filled_in_where_its_announcement_came_too_late()
    {
        var http = new FakeHandler(FakeHandler.Answer(HttpStatusCode.NotFound, """{"code":10062,"message":"Unknown interaction"}"""));

        await LateAsync(http, Deferral.Message, DispatcherSetup.Hello);

        Assert.Equal("/api/v10/interactions/1/t/callback", Assert.Single(http.Requests).Path);
    }

    [Fact]
    public async Task Reply_that_no_announcement_can_be_followed_by_is_not_sent()
    {
        await LateAsync(_http, Deferral.Message, new InteractionReply.Autocomplete([]));

        Assert.Equal("""{"type":5}""", Assert.Single(_http.Requests).Body);
    }

    private async Task LateAsync(FakeHandler http, Deferral deferral, InteractionReply reply)
    {
        var answer = new TaskCompletionSource<InteractionReply>();
        var dispatcher = Dispatcher(http, deferral, answer.Task);
        dispatcher.Dispatch(DispatcherSetup.Asked, _time.GetTimestamp());
        await PassAsync(http);

        answer.SetResult(reply);
        await dispatcher.DrainAsync();
    }

    // Time passes once the handler was asked, until the first request leaves.
    private async Task PassAsync(FakeHandler http)
    {
        await _isAsked.Task;
        while (http.Requests.Count == 0)
        {
            _time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }
    }

    private InteractionDispatcher Dispatcher(FakeHandler http, Deferral deferral, Task<InteractionReply> answer)
    {
        _handler
            .Setup(handler => handler.HandleAsync(DispatcherSetup.Asked, It.IsAny<CancellationToken>()))
            .Callback(() => _isAsked.TrySetResult())
            .Returns(new ValueTask<InteractionReply>(answer));
        _handler.Setup(handler => handler.GetDeferral(DispatcherSetup.Asked)).Returns(deferral);
        return DispatcherSetup.Create(_handler, http, _time);
    }

    private async Task DispatchAsync()
    {
        var dispatcher = DispatcherSetup.Create(_handler, _http, _time);
        dispatcher.Dispatch(DispatcherSetup.Asked, _time.GetTimestamp());
        await dispatcher.DrainAsync();
    }

    // Holds its thread until it is let go, as a write does that waits for a database.
    private sealed class HoldingHandler(TaskCompletionSource isAsked) : IInteractionHandler, IDisposable
    {
        private readonly ManualResetEventSlim _held = new();

        public void LetGo() => _held.Set();

        public Deferral GetDeferral(Interaction interaction) => Deferral.PrivateMessage;

        public ValueTask<InteractionReply> HandleAsync(Interaction interaction, CancellationToken cancellationToken)
        {
            isAsked.TrySetResult();
            _held.Wait(cancellationToken);
            return ValueTask.FromResult(DispatcherSetup.Hello);
        }

        public InteractionReply CreateFailure(Interaction interaction, string code) => DispatcherSetup.Hello;

        public void Dispose() => _held.Dispose();
    }
}
