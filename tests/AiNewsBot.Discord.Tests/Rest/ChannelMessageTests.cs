using System.Net;
using AiNewsBot.Discord.Models;
using AiNewsBot.Discord.Rest;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace AiNewsBot.Discord.Tests.Rest;

public sealed class ChannelMessageTests
{
    private const string Posted = """
        {"id":"9","channel_id":"7","author":{"id":"5"},"content":"","flags":32769,
         "components":[{"type":17,"components":[{"type":10,"content":"x"},{"type":1,"components":[{"type":2,"custom_id":"d:42"},{"type":2,
         "url":"https://e.example"}]}]}]}
        """;

    private static readonly OutgoingMessage Card = new() { Components = [new Component.Text("x")] };

    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task Posted_message_is_recognised_by_its_buttons()
    {
        var handler = new FakeHandler(FakeHandler.Answer(HttpStatusCode.OK, Posted));
        using var rest = Client(handler);

        var message = await rest.CreateMessageAsync(new Snowflake(7), Card, TestContext.Current.CancellationToken);

        Assert.Equal((9UL, 7UL, 5UL, true), (message.Id.Value, message.ChannelId.Value, message.AuthorId.Value, message.IsCrossposted));
        Assert.Equal(["d:42"], message.CustomIds);
        Assert.Equal((HttpMethod.Post, "/api/v10/channels/7/messages"), (handler.Requests[0].Method, handler.Requests[0].Path));
    }

    [Theory]
    [InlineData("n1", 2)]
    [InlineData(null, 1)]
    public async Task Message_is_resent_after_an_unclear_answer_only_with_a_nonce(string? nonce, int requests)
    {
        var handler = new FakeHandler(FakeHandler.Answer(HttpStatusCode.BadGateway), FakeHandler.Answer(HttpStatusCode.OK, Posted));
        using var rest = Client(handler);

        var posting = _time.TurnUntilAsync(
            () => rest.CreateMessageAsync(new Snowflake(7), Card with { Nonce = nonce }, TestContext.Current.CancellationToken),
            TimeSpan.FromMilliseconds(50)
        );

        if (nonce is null)
            await Assert.ThrowsAsync<DiscordException>(() => posting);
        else
            await posting;
        Assert.Equal(requests, handler.Requests.Count);
    }

    [Fact]
    public async Task Attachment_is_sent_and_referenced_by_name()
    {
        var handler = new FakeHandler(FakeHandler.Answer(HttpStatusCode.OK, Posted));
        using var rest = Client(handler);

        await rest.CreateMessageAsync(
            new Snowflake(7),
            Card with
            {
                Attachments = [new Attachment("chart.png", "PNG"u8.ToArray(), "A chart")],
            },
            TestContext.Current.CancellationToken
        );

        var body = handler.Requests[0].Body;
        Assert.Contains("name=payload_json", body);
        Assert.Contains("name=\"files[0]\"", body);
        Assert.Contains("filename=chart.png", body);
        Assert.Contains("\"attachments\":[{\"id\":\"0\",\"filename\":\"chart.png\",\"description\":\"A chart\"}]", body);
    }

    [Fact]
    public async Task Forum_post_creates_a_thread()
    {
        var handler = new FakeHandler(
            FakeHandler.Answer(HttpStatusCode.Created, """{"id":"11","type":11,"name":"News","parent_id":"7","guild_id":"3"}""")
        );
        using var rest = Client(handler);

        var thread = await rest.CreateForumPostAsync(
            new Snowflake(7),
            "News",
            Card,
            [new Snowflake(4)],
            TestContext.Current.CancellationToken
        );

        Assert.Equal((11UL, ChannelType.PublicThread, 7UL), (thread.Id.Value, thread.Type, thread.ParentId!.Value.Value));
        Assert.StartsWith("""{"name":"News","applied_tags":["4"],"message":{""", handler.Requests[0].Body);
    }

    [Fact]
    public async Task Forum_reports_its_tags_and_whether_one_is_required()
    {
        var handler = new FakeHandler(
            FakeHandler.Answer(
                HttpStatusCode.OK,
                """{"id":"7","type":15,"flags":16,"available_tags":[{"id":"4","name":"News","emoji_id":null}],"topic":null}"""
            )
        );
        using var rest = Client(handler);

        var forum = await rest.GetChannelAsync(new Snowflake(7), TestContext.Current.CancellationToken);

        Assert.True(forum is { IsForum: true, RequiresTag: true });
        Assert.Equal([new ForumTag(new Snowflake(4), "News")], forum.Tags);
    }

    [Fact]
    public async Task Follow_up_is_sent_once_without_the_bot_token()
    {
        var asked = new Interaction
        {
            Id = new Snowflake(1),
            Token = "t",
            ApplicationId = new Snowflake(2),
            Kind = InteractionKind.Command,
        };
        var handler = new FakeHandler(FakeHandler.Answer(HttpStatusCode.BadGateway));
        using var rest = Client(handler);

        await Assert.ThrowsAsync<DiscordException>(() =>
            rest.FollowUpAsync(asked, Card with { Nonce = "n" }, TestContext.Current.CancellationToken)
        );

        var (_, path, body, authorization) = Assert.Single(handler.Requests);
        Assert.Equal("/api/v10/webhooks/2/t", path);
        Assert.Null(authorization);
        Assert.DoesNotContain("nonce", body);
    }

    [Fact]
    public void Snowflake_gives_its_creation_time() =>
        Assert.Equal(new DateTimeOffset(2016, 4, 30, 11, 18, 25, 796, TimeSpan.Zero), new Snowflake(175928847299117063).CreatedAt);

    private DiscordRest Client(HttpMessageHandler handler) =>
        new(new DiscordOptions { Token = "token" }, _time, NullLogger<DiscordRest>.Instance, handler);
}
