using System.Net;
using AiNewsBot.Discord.Models;
using AiNewsBot.Discord.Rest;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace AiNewsBot.Discord.Tests.Rest;

/// <summary>Messages by webhooks: their own token, no nonce, and nothing that a refusal of theirs says about the bot's token.</summary>
public sealed class WebhookTests
{
    private const string Posted = """{"id":"9","channel_id":"7","webhook_id":"5","author":{"id":"5"},"content":"","components":[]}""";
    private const string Made = """{"id":"5","type":1,"channel_id":"7","application_id":"3","token":"secret","name":"AiNewsBot"}""";

    private static readonly OutgoingMessage Card = new() { Components = [new Component.Text("x")], Nonce = "n1" };

    private readonly FakeTimeProvider _time = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Webhook_is_made_and_read_with_its_token()
    {
        var handler = new FakeHandler(FakeHandler.Answer(HttpStatusCode.OK, Made), FakeHandler.Answer(HttpStatusCode.OK, $"[{Made}]"));
        using var rest = Client(handler);

        var made = await TurnAsync(() => rest.CreateWebhookAsync(new Snowflake(7), "AiNewsBot", Cancelled));
        var listed = Assert.Single(await TurnAsync(() => rest.GetWebhooksAsync(new Snowflake(7), Cancelled)));

        Assert.Equal(made, listed);
        Assert.Equal((5UL, 7UL, 3UL, "secret"), (made.Id.Value, made.ChannelId!.Value.Value, made.ApplicationId!.Value.Value, made.Token));
        Assert.Equal("""{"name":"AiNewsBot"}""", handler.Requests[0].Body);
        Assert.Equal("Bot token", handler.Requests[0].Authorization);
    }

    [Fact]
    public async Task Message_goes_without_the_bots_token_and_without_a_nonce()
    {
        var handler = new FakeHandler(FakeHandler.Answer(HttpStatusCode.OK, Posted));
        using var rest = Client(handler);

        var message = new WebhookMessage(Card)
        {
            Name = "Open Lab",
            Picture = "https://pictures.example/a.png",
            Title = "A thread",
            Tags = [new Snowflake(8)],
        };
        await TurnAsync(() => rest.ExecuteWebhookAsync(new Snowflake(5), "secret", message, Cancelled));
        await TurnAsync(() => rest.EditWebhookMessageAsync(new Snowflake(5), "secret", new Snowflake(9), message, Cancelled));

        var (posted, edited) = (handler.Requests[0], handler.Requests[1]);
        Assert.Equal((HttpMethod.Post, "/api/v10/webhooks/5/secret", null), (posted.Method, posted.Path, posted.Authorization));
        Assert.Contains("\"username\":\"Open Lab\",\"avatar_url\":\"https://pictures.example/a.png\"", posted.Body);
        Assert.Contains("\"thread_name\":\"A thread\",\"applied_tags\":[\"8\"]", posted.Body);
        Assert.DoesNotContain("nonce", posted.Body);
        Assert.Equal((HttpMethod.Patch, "/api/v10/webhooks/5/secret/messages/9"), (edited.Method, edited.Path));
        Assert.DoesNotContain("username", edited.Body);
    }

    [Fact]
    public async Task Message_is_never_sent_again_by_itself()
    {
        var handler = new FakeHandler(FakeHandler.Answer(HttpStatusCode.BadGateway), FakeHandler.Answer(HttpStatusCode.OK, Posted));
        using var rest = Client(handler);

        await Assert.ThrowsAsync<DiscordException>(() =>
            TurnAsync(() => rest.ExecuteWebhookAsync(new Snowflake(5), "secret", new WebhookMessage(Card), Cancelled))
        );

        Assert.Single(handler.Requests);
    }

    [Fact]
    public async Task Bad_token_of_a_webhook_says_nothing_of_the_bots()
    {
        var handler = new FakeHandler(
            FakeHandler.Answer(HttpStatusCode.Unauthorized, """{"message":"Invalid Webhook Token","code":50027}"""),
            FakeHandler.Answer(HttpStatusCode.OK, Made)
        );
        using var rest = Client(handler);

        var refusal = await Assert.ThrowsAsync<DiscordException>(() =>
            TurnAsync(() => rest.ExecuteWebhookAsync(new Snowflake(5), "secret", new WebhookMessage(Card), Cancelled))
        );

        Assert.Equal(DiscordCode.InvalidWebhookToken, refusal.Code);
        Assert.Equal(5UL, (await TurnAsync(() => rest.GetWebhookAsync(new Snowflake(5), Cancelled))).Id.Value);
    }

    private Task<T> TurnAsync<T>(Func<Task<T>> send) => _time.TurnUntilAsync(send, TimeSpan.FromMilliseconds(50));

    private DiscordRest Client(FakeHandler handler) =>
        new(new DiscordOptions { Token = "token" }, _time, NullLogger<DiscordRest>.Instance, handler);
}
