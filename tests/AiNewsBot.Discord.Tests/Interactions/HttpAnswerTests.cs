using System.Net;
using System.Text;
using AiNewsBot.Discord.Interactions;
using AiNewsBot.Discord.Models;
using AiNewsBot.Discord.Tests.Rest;
using Microsoft.Extensions.Time.Testing;
using Moq;

namespace AiNewsBot.Discord.Tests.Interactions;

/// <summary>Interactions by HTTP: the first answer is the body of the response.</summary>
public sealed class HttpAnswerTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly FakeHandler _http = new(FakeHandler.Answer(HttpStatusCode.NoContent));
    private readonly Mock<IInteractionHandler> _handler = new(MockBehavior.Strict);

    [Fact]
    public async Task First_answer_over_http_is_returned_and_not_sent()
    {
        var body = await Dispatcher(_http, Deferral.Message, Task.FromResult(DispatcherSetup.Hello))
            .AnswerByHttpAsync(DispatcherSetup.Asked);

        Assert.Contains("\"type\":4", Encoding.UTF8.GetString(body!));
        Assert.Empty(_http.Requests);
    }

    [Fact]
    public async Task Deferred_edit_over_http_waits_for_the_deferral_to_arrive()
    {
        var http = new FakeHandler(
            FakeHandler.Answer(HttpStatusCode.NotFound, """{"code":10015,"message":"Unknown Webhook"}"""),
            FakeHandler.Answer(HttpStatusCode.OK, """{"id":"9"}""")
        );
        var answer = new TaskCompletionSource<InteractionReply>();
        var dispatcher = Dispatcher(http, Deferral.PrivateMessage, answer.Task);

        var announced = await _time.TurnUntilAsync(
            async () =>
            {
                var first = await dispatcher.AnswerByHttpAsync(DispatcherSetup.Asked);
                answer.SetResult(DispatcherSetup.Hello);
                await dispatcher.DrainAsync();
                return first;
            },
            TimeSpan.FromMilliseconds(100)
        );

        Assert.Equal("""{"type":5,"data":{"flags":64}}"""u8.ToArray(), announced);
        Assert.Equal(
            ["/api/v10/webhooks/2/t/messages/@original", "/api/v10/webhooks/2/t/messages/@original"],
            http.Requests.Select(request => request.Path)
        );
    }

    [Fact]
    public async Task Answer_with_files_over_http_is_sent_separately()
    {
        var reply = new InteractionReply.Send(
            new OutgoingMessage { Components = [new Component.Text("Hello")], Attachments = [new Attachment("a.json", "{}"u8.ToArray())] }
        );

        Assert.Null(
            await Dispatcher(_http, Deferral.Message, Task.FromResult<InteractionReply>(reply)).AnswerByHttpAsync(DispatcherSetup.Asked)
        );

        Assert.Equal("/api/v10/interactions/1/t/callback", Assert.Single(_http.Requests).Path);
    }

    [Fact]
    public async Task Step_after_an_answer_by_http_runs_once_it_was_returned()
    {
        var ran = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        var reply = DispatcherSetup.Hello with { AfterSent = ran.SetResult };

        Assert.NotNull(await Dispatcher(_http, Deferral.Message, Task.FromResult(reply)).AnswerByHttpAsync(DispatcherSetup.Asked));

        Assert.True(await ran.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
        Assert.Empty(_http.Requests);
    }

    private InteractionDispatcher Dispatcher(FakeHandler http, Deferral deferral, Task<InteractionReply> answer)
    {
        _handler
            .Setup(handler => handler.HandleAsync(DispatcherSetup.Asked, It.IsAny<CancellationToken>()))
            .Returns(new ValueTask<InteractionReply>(answer));
        _handler.Setup(handler => handler.GetDeferral(DispatcherSetup.Asked)).Returns(deferral);
        return DispatcherSetup.Create(_handler, http, _time);
    }
}
