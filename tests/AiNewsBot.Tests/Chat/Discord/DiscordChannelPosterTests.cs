using AiNewsBot.Chat;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Chat.Posting;

namespace AiNewsBot.Tests.Chat.Discord;

/// <summary>What becomes of a post, by what Discord answers: what may have been done is never told as not done.</summary>
public sealed class DiscordChannelPosterTests : IDisposable
{
    private const string Place = "GET /channels/10";
    private const string Send = "POST /channels/10/messages";
    private const string TextChannel = """{"id":"10","type":0,"guild_id":"1","name":"news","last_message_id":"7","nsfw":true}""";
    private const string Forum = """
        {"id":"10","type":15,"guild_id":"1","name":"forum","flags":16,"available_tags":[{"id":"5","name":"Llama"},{"id":"6","name":"Grok"}]}
        """;
    private const string Sent = """{"id":"99","channel_id":"10"}""";

    private static readonly ChannelPost Post = new(new CardWriter(null).Add("News").ToCard()) { Title = "A story" };

    private readonly ScriptedDiscord _discord = new();

    public void Dispose() => _discord.Dispose();

    [Fact]
    public async Task Channel_is_told_with_what_posting_depends_on()
    {
        _discord.Answer(Place, TextChannel);

        var (channel, _) = await _discord.RunAsync((poster, end) => poster.ChannelAsync("10", end));

        Assert.Equal(
            (ChatChannelKind.Text, "news", "1", "7", true),
            (channel!.Kind, channel.Name, channel.Server, channel.LastMessage, channel.IsAgeRestricted)
        );
    }

    [Fact]
    public async Task Id_that_is_none_of_discords_is_gone_and_asks_for_nothing()
    {
        await _discord.RunAsync(
            async (poster, end) =>
            {
                PostOutcome?[] outcomes =
                [
                    (await poster.ChannelAsync("news", end)).Refusal,
                    (await poster.DirectAsync("ann", end)).Refusal,
                    (await poster.WebhookAsync("news", end)).Refusal,
                    await poster.PostAsync("news", Post, "42", end),
                    await poster.PostToForumAsync("", Post, end),
                    await poster.EditAsync("10", "first", Post, end),
                    await poster.PublishAsync("10", "-1", end),
                ];
                Assert.All(outcomes, outcome => Assert.Equal(PostResult.ChannelGone, outcome!.Result));
                Assert.False(await poster.MayPostAsync("news", null, end));
                return true;
            }
        );

        Assert.Empty(_discord.Requests);
    }

    // Asking does nothing, so it is asked again later; a message may be there although its answer is not.
    [Theory]
    [InlineData(null)]
    [InlineData("this is no JSON")]
    public async Task Without_an_answer_a_question_is_open_and_a_post_unclear(string? answer)
    {
        if (answer is not null)
        {
            foreach (var request in new[] { Place, Send, "POST /users/@me/channels" })
                _discord.Answer(request, answer);
        }

        var channel = await _discord.RunAsync((poster, end) => poster.ChannelAsync("10", end));
        var direct = await _discord.RunAsync((poster, end) => poster.DirectAsync("300", end));
        var webhook = await _discord.RunAsync((poster, end) => poster.WebhookAsync("10", end));
        var post = await _discord.RunAsync((poster, end) => poster.PostAsync("10", Post, null, end));

        Assert.All([channel.Refusal, direct.Refusal, webhook.Refusal], refusal => Assert.Equal(PostResult.Busy, refusal!.Result));
        Assert.Equal(PostResult.Unclear, post.Result);
    }

    [Fact]
    public async Task Refusal_of_a_question_is_told_as_of_a_post()
    {
        _discord.Refuse(Place, 404, 10003);
        _discord.Refuse("POST /users/@me/channels", 403, 50007);

        var channel = await _discord.RunAsync((poster, end) => poster.ChannelAsync("10", end));
        var direct = await _discord.RunAsync((poster, end) => poster.DirectAsync("300", end));
        var webhook = await _discord.RunAsync((poster, end) => poster.WebhookAsync("10", end));

        Assert.Equal(
            [PostResult.ChannelGone, PostResult.DirectClosed, PostResult.ChannelGone],
            new[] { channel.Refusal, direct.Refusal, webhook.Refusal }.Select(refusal => refusal!.Result)
        );
    }

    [Fact]
    public async Task Post_goes_with_its_nonce_and_pings_its_roles_alone()
    {
        _discord.Answer(Send, Sent);

        var outcome = await _discord.RunAsync((poster, end) => poster.PostAsync("10", Post with { Mentions = ["5"] }, "42", end));

        Assert.Equal(new PostOutcome(PostResult.Done, "99") { ChannelId = "10" }, outcome);
        var body = Assert.Single(_discord.Requests).Body;
        Assert.Contains("\"nonce\":\"42\"", body);
        Assert.Contains("\"roles\":[\"5\"]", body);
    }

    [Fact]
    public async Task Archived_thread_is_opened_and_posted_in()
    {
        _discord.Refuse(Send, 400, 50083);
        _discord.Answer(Send, Sent);
        _discord.Answer("PATCH /channels/10", """{"id":"10","type":11}""");

        var outcome = await _discord.RunAsync((poster, end) => poster.PostAsync("10", Post, "42", end));

        Assert.Equal(PostResult.Done, outcome.Result);
        Assert.Equal([Send, "PATCH /channels/10", Send], _discord.Requests.Select(one => one.Request));
    }

    [Theory]
    [InlineData(50083)]
    [InlineData(50013)]
    public async Task Archived_thread_that_may_not_be_opened_stays_as_it_is(int code)
    {
        _discord.Refuse(Send, 400, 50083);
        _discord.Refuse("PATCH /channels/10", 403, code);

        var outcome = await _discord.RunAsync((poster, end) => poster.PostAsync("10", Post, "42", end));

        Assert.Equal(PostResult.Archived, outcome.Result);
    }

    [Theory]
    [InlineData("llama", "99")]
    [InlineData("5", "99")]
    [InlineData("Mistral", null)]
    public async Task Forum_post_takes_its_tag_by_name_or_id_and_is_not_made_without_it(string tag, string? thread)
    {
        _discord.Answer(Place, Forum);
        _discord.Answer("POST /channels/10/threads", """{"id":"99","type":11}""");

        var outcome = await _discord.RunAsync(
            (poster, end) => poster.PostToForumAsync("10", Post with { Tag = tag, OtherTags = ["Grok", "Unknown"] }, end)
        );

        Assert.Equal((thread is null ? PostResult.NeedsTag : PostResult.Done, thread), (outcome.Result, outcome.ChannelId));
        if (thread is not null)
            Assert.Contains("\"applied_tags\":[\"5\",\"6\"]", _discord.Requests[^1].Body);
    }

    [Theory]
    [InlineData("", "News")]
    [InlineData("A story", "A story")]
    public async Task Thread_has_a_title_whatever_its_story_has(string title, string shown)
    {
        _discord.Answer("POST /channels/10/threads", """{"id":"99","type":11}""");

        await _discord.RunAsync((poster, end) => poster.PostToForumAsync("10", Post with { Title = title }, end));

        Assert.Contains($"\"name\":\"{shown}\"", Assert.Single(_discord.Requests).Body);
    }

    [Theory]
    [InlineData(40033, PostResult.Done)]
    [InlineData(50013, PostResult.Forbidden)]
    public async Task Message_that_was_published_before_counts_as_published(int code, object result)
    {
        _discord.Refuse("POST /channels/10/messages/99/crosspost", 400 + (code == 50013 ? 3 : 0), code);

        Assert.Equal(result, (await _discord.RunAsync((poster, end) => poster.PublishAsync("10", "99", end))).Result);
    }

    [Fact]
    public async Task Edit_is_told_with_the_message_that_it_changed()
    {
        _discord.Answer("PATCH /channels/10/messages/99", Sent);

        Assert.Equal(
            new PostOutcome(PostResult.Done, "99") { ChannelId = "10" },
            await _discord.RunAsync((poster, end) => poster.EditAsync("10", "99", Post, end))
        );
    }

    [Theory]
    [InlineData("""{"id":"10","type":0,"guild_id":"1"}""", null, true)]
    [InlineData("""{"id":"10","type":11,"guild_id":"1","thread_metadata":{"archived":true,"locked":true}}""", null, false)]
    [InlineData(Forum, null, false)]
    [InlineData(Forum, "Llama", true)]
    [InlineData(Forum, "Mistral", false)]
    public async Task Channel_may_be_posted_in_unless_it_is_locked_or_lacks_the_tag(string channel, string? tag, bool may)
    {
        _discord.Answer(Place, channel);

        Assert.Equal(may, await _discord.RunAsync((poster, end) => poster.MayPostAsync("10", tag, end)));
    }

    [Fact]
    public async Task Channel_without_the_permission_may_not_be_posted_in()
    {
        _discord.Answer(Place, TextChannel);
        _discord.Allow(1 << 10);

        Assert.False(await _discord.RunAsync((poster, end) => poster.MayPostAsync("10", null, end)));
    }

    // What cannot be asked is tried.
    [Fact]
    public async Task Channel_of_which_discord_does_not_say_what_the_bot_may_is_tried()
    {
        _discord.Answer(Place, TextChannel);
        _discord.Allow(0);
        _discord.Refuse("GET /guilds/9/members/2", 403, 50001);
        _discord.Answer("GET /channels/11", TextChannel.Replace("\"guild_id\":\"1\"", "\"guild_id\":\"9\"", StringComparison.Ordinal));

        Assert.False(await _discord.RunAsync((poster, end) => poster.MayPostAsync("10", null, end)));
        Assert.True(await _discord.RunAsync((poster, end) => poster.MayPostAsync("11", null, end)));
        Assert.False(await _discord.RunAsync((poster, end) => poster.MayPostAsync("12", null, end)));
    }
}
