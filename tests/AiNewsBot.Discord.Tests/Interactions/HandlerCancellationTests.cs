using System.Net;
using AiNewsBot.Discord.Interactions;
using AiNewsBot.Discord.Models;
using AiNewsBot.Discord.Tests.Rest;
using Microsoft.Extensions.Time.Testing;
using Moq;

namespace AiNewsBot.Discord.Tests.Interactions;

/// <summary>A bot that stops does not wait for ever for those who make its answers.</summary>
public sealed class HandlerCancellationTests : IDisposable
{
    private static readonly InteractionReply Apology = new InteractionReply.Send(
        new OutgoingMessage { Components = [new Component.Text("That failed")] }
    );

    private readonly FakeTimeProvider _time = new();
    private readonly FakeHandler _http = new(FakeHandler.Answer(HttpStatusCode.NoContent));
    private readonly Mock<IInteractionHandler> _handler = new(MockBehavior.Strict);
    private readonly CancellationTokenSource _givenUp = new();
    private readonly InteractionDispatcher _dispatcher;

    public HandlerCancellationTests() => _dispatcher = DispatcherSetup.Create(_handler, _http, _time, _givenUp.Token);

    [Fact]
    public async Task Handler_that_is_given_up_ends_and_its_user_is_told()
    {
        var isAsked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _handler
            .Setup(handler => handler.HandleAsync(DispatcherSetup.Asked, It.IsAny<CancellationToken>()))
            .Returns(
                async (Interaction _, CancellationToken token) =>
                {
                    isAsked.SetResult();
                    await Task.Delay(Timeout.Infinite, token);
                    return Apology;
                }
            );
        _handler.Setup(handler => handler.CreateFailure(DispatcherSetup.Asked, It.IsAny<string>())).Returns(Apology);

        _dispatcher.Dispatch(DispatcherSetup.Asked, _time.GetTimestamp());
        await isAsked.Task;
        await _givenUp.CancelAsync();
        await _dispatcher.DrainAsync();

        Assert.Contains("That failed", Assert.Single(_http.Requests).Body);
    }

    [Fact]
    public async Task Cancellation_of_a_handlers_own_is_a_fault_like_any_other()
    {
        _handler
            .Setup(handler => handler.HandleAsync(DispatcherSetup.Asked, It.IsAny<CancellationToken>()))
            .Throws(new OperationCanceledException("its own limit"));
        _handler.Setup(handler => handler.CreateFailure(DispatcherSetup.Asked, It.Is<string>(code => code.Length == 6))).Returns(Apology);

        _dispatcher.Dispatch(DispatcherSetup.Asked, _time.GetTimestamp());
        await _dispatcher.DrainAsync();

        Assert.Contains("That failed", Assert.Single(_http.Requests).Body);
    }

    public void Dispose() => _givenUp.Dispose();
}
