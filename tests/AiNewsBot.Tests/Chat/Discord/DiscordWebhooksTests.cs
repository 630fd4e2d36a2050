using AiNewsBot.Chat.Cards;
using AiNewsBot.Chat.Posting;

namespace AiNewsBot.Tests.Chat.Discord;

/// <summary>Posts under another name go by a webhook of the bot's, which moderators may move, take away or delete.</summary>
public sealed class DiscordWebhooksTests : IDisposable
{
    private const string Hook = "GET /webhooks/77";
    private const string Execute = "POST /webhooks/77/secret";
    private const string Own = """{"id":"77","channel_id":"10","application_id":"3","token":"secret"}""";

    private static readonly ChannelPost Post = new(new CardWriter(null).Add("News").ToCard())
    {
        Title = "A story",
        Sender = new PostSender("77", "Lab", "https://lab.example/face.png"),
    };

    private readonly ScriptedDiscord _discord = new();

    public void Dispose() => _discord.Dispose();

    [Theory]
    [InlineData("""[{"id":"1","channel_id":"10"},{"id":"77","channel_id":"10","application_id":"3","token":"secret"}]""", "77")]
    [InlineData("""[{"id":"1","channel_id":"10","application_id":"4","token":"of another bot"}]""", "78")]
    [InlineData("""[{"id":"1","channel_id":"10","application_id":"3"}]""", "78")]
    public async Task Webhook_of_the_bot_is_taken_or_made(string webhooks, string taken)
    {
        _discord.Answer("GET /channels/10", """{"id":"10","type":0,"guild_id":"1"}""");
        _discord.Answer("GET /channels/10/webhooks", webhooks);
        _discord.Answer("POST /channels/10/webhooks", """{"id":"78","channel_id":"10","application_id":"3","token":"new"}""");

        Assert.Equal((taken, null), await _discord.RunAsync((poster, end) => poster.WebhookAsync("10", end)));
    }

    [Fact]
    public async Task Thread_uses_the_webhook_of_its_channel()
    {
        _discord.Answer("GET /channels/11", """{"id":"11","type":11,"guild_id":"1","parent_id":"10"}""");
        _discord.Answer("GET /channels/10/webhooks", $"[{Own}]");

        Assert.Equal(("77", null), await _discord.RunAsync((poster, end) => poster.WebhookAsync("11", end)));
    }

    [Theory]
    [InlineData(0, 0UL, "Manage Webhooks")]
    [InlineData(5, 1UL << 29, "Manage Messages")]
    [InlineData(5, 0UL, "Manage Webhooks and Manage Messages")]
    public async Task Permission_that_a_webhook_needs_is_named(int type, ulong held, string missing)
    {
        _discord.Answer("GET /channels/10", $$"""{"id":"10","type":{{type}},"guild_id":"1"}""");
        _discord.Allow(held);

        var (webhook, refusal) = await _discord.RunAsync((poster, end) => poster.WebhookAsync("10", end));

        Assert.Null(webhook);
        Assert.Equal((PostResult.Forbidden, missing), (refusal!.Result, refusal.Reason));
    }

    [Fact]
    public async Task Webhooks_that_may_not_be_listed_want_the_permission()
    {
        _discord.Answer("GET /channels/10", """{"id":"10","type":0,"guild_id":"9"}""");
        _discord.Refuse("GET /guilds/9/members/2", 403, 50001);
        _discord.Refuse("GET /channels/10/webhooks", 403, 50013);

        var (_, refusal) = await _discord.RunAsync((poster, end) => poster.WebhookAsync("10", end));

        Assert.Equal("Manage Webhooks", refusal!.Reason);
    }

    [Fact]
    public async Task Webhook_is_looked_at_once_and_posts_under_the_name()
    {
        _discord.Answer(Hook, Own);
        _discord.Answer(Execute, """{"id":"99","channel_id":"10"}""");

        await _discord.RunAsync(
            async (poster, end) =>
            {
                Assert.Equal(PostResult.Done, (await poster.PostAsync("10", Post, "42", end)).Result);
                Assert.Equal(PostResult.Done, (await poster.PostAsync("10", Post, "43", end)).Result);
                return true;
            }
        );

        Assert.Equal([Hook, Execute, Execute], _discord.Requests.Select(one => one.Request));
        Assert.Contains("\"username\":\"Lab\"", _discord.Requests[1].Body);
        Assert.DoesNotContain("nonce", _discord.Requests[1].Body);
    }

    // Moderators moved it: before the next post it is looked at again, and found to be another channel's.
    [Fact]
    public async Task Webhook_that_was_moved_is_noticed_by_where_its_message_came()
    {
        _discord.Answer(Hook, Own);
        _discord.Answer(Hook, Own.Replace("\"10\"", "\"12\"", StringComparison.Ordinal));
        _discord.Answer(Execute, """{"id":"99","channel_id":"12"}""");
        _discord.Answer("GET /channels/10", """{"id":"10","type":0,"guild_id":"1"}""");

        await _discord.RunAsync(
            async (poster, end) =>
            {
                Assert.Equal("12", (await poster.PostAsync("10", Post, "42", end)).ChannelId);
                Assert.Equal(PostResult.WebhookGone, (await poster.PostAsync("10", Post, "43", end)).Result);
                return true;
            }
        );
    }

    [Theory]
    [InlineData(404, 10015)]
    [InlineData(401, 50027)]
    public async Task Webhook_that_was_deleted_meanwhile_is_gone(int status, int code)
    {
        _discord.Answer(Hook, Own);
        _discord.Refuse(Execute, status, code);

        Assert.Equal(PostResult.WebhookGone, (await _discord.RunAsync((poster, end) => poster.PostAsync("10", Post, "42", end))).Result);
    }

    [Theory]
    [InlineData("""{"id":"77","channel_id":"10"}""", 200, PostResult.WebhookGone)]
    [InlineData("""{"id":"77","token":"secret"}""", 200, PostResult.WebhookGone)]
    [InlineData("""{"code":50013,"message":"no"}""", 403, PostResult.WebhookGone)]
    [InlineData("""{"code":50001,"message":"no"}""", 403, PostResult.WebhookGone)]
    [InlineData("""{"code":0,"message":"down"}""", 503, PostResult.Busy)]
    [InlineData("""{"code":0,"message":"who?"}""", 401, PostResult.Refused)]
    public async Task Nothing_is_posted_by_a_webhook_that_cannot_be_had(string answer, int status, object result)
    {
        _discord.Answer(Hook, answer, status);

        Assert.Equal(result, (await _discord.RunAsync((poster, end) => poster.PostAsync("10", Post, "42", end))).Result);

        Assert.DoesNotContain(Execute, _discord.Requests.Select(one => one.Request));
    }

    [Fact]
    public async Task Webhook_that_is_no_id_or_out_of_reach_posts_nothing()
    {
        var bad = Post with { Sender = new PostSender("none", null, null) };

        Assert.Equal(PostResult.WebhookGone, (await _discord.RunAsync((poster, end) => poster.PostAsync("10", bad, "42", end))).Result);
        Assert.Equal(PostResult.Busy, (await _discord.RunAsync((poster, end) => poster.PostAsync("10", Post, "42", end))).Result);
    }

    [Fact]
    public async Task Message_of_a_webhook_is_edited_in_its_thread()
    {
        _discord.Answer(Hook, Own);
        _discord.Answer("GET /channels/11", """{"id":"11","type":11,"guild_id":"1","parent_id":"10"}""");
        _discord.Answer("PATCH /webhooks/77/secret/messages/99", """{"id":"99","channel_id":"11"}""");

        var outcome = await _discord.RunAsync((poster, end) => poster.EditAsync("11", "99", Post, end));

        Assert.Equal((PostResult.Done, "11"), (outcome.Result, outcome.ChannelId));
    }

    [Fact]
    public async Task Forum_post_by_a_webhook_begins_a_thread_with_its_tags()
    {
        _discord.Answer("GET /channels/10", """{"id":"10","type":15,"guild_id":"1","available_tags":[{"id":"5","name":"Llama"}]}""");
        _discord.Answer(Hook, Own);
        _discord.Answer(Execute, """{"id":"99","channel_id":"99"}""");

        var outcome = await _discord.RunAsync((poster, end) => poster.PostToForumAsync("10", Post with { Tag = "Llama" }, end));

        Assert.Equal("99", outcome.ChannelId);
        Assert.Contains("\"thread_name\":\"A story\"", _discord.Requests[^1].Body);
        Assert.Contains("\"applied_tags\":[\"5\"]", _discord.Requests[^1].Body);
    }
}
