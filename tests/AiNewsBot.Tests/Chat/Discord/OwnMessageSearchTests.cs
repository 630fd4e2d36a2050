using System.Net;
using AiNewsBot.Chat.Discord;
using AiNewsBot.Chat.Posting;
using AiNewsBot.Discord;
using AiNewsBot.Discord.Rest;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Moq;
using Moq.Protected;

namespace AiNewsBot.Tests.Chat.Discord;

/// <summary>A post whose answer was lost is found by its button, and is absent only where all that could be it was seen.</summary>
public sealed class OwnMessageSearchTests : IDisposable
{
    private const string Channel = "/channels/10";
    private const string Forum = """{"id":"10","type":15,"guild_id":"1"}""";
    private const string Marker = "news-why:42";

    private readonly Dictionary<string, (HttpStatusCode Status, string Body)> _answers = [];
    private readonly List<string> _asked = [];
    private readonly FakeTimeProvider _time = new();
    private readonly DiscordRest _rest;

    public OwnMessageSearchTests()
    {
        var handler = new Mock<HttpMessageHandler>();
        handler
            .Protected()
            .Setup<Task<HttpResponseMessage>>("SendAsync", ItExpr.IsAny<HttpRequestMessage>(), ItExpr.IsAny<CancellationToken>())
            .Returns((HttpRequestMessage request, CancellationToken _) => Task.FromResult(Respond(request)));
        _rest = new DiscordRest(new DiscordOptions { Token = "token" }, _time, NullLogger<DiscordRest>.Instance, handler.Object);
        Answer(Channel, """{"id":"10","type":0,"guild_id":"1"}""");
        Answer("/users/@me", """{"id":"2"}""");
        Answer("/guilds/1/members/2", """{"roles":[]}""");
        MayRead(true);
    }

    public void Dispose() => _rest.Dispose();

    [Fact]
    public async Task Message_with_the_button_is_found()
    {
        Answer($"{Channel}/messages?after=7", $"[{Message(9)},{Message(8, Marker)}]");

        Assert.Equal(new SearchOutcome.Found("10", "8"), await FindAsync());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("no id")]
    public async Task Search_without_an_older_message_begins_with_the_first(string? after)
    {
        Answer($"{Channel}/messages?after=0", $"[{Message(8, Marker)}]");

        Assert.IsType<SearchOutcome.Found>(await FindAsync(after: after));
    }

    [Fact]
    public async Task Full_page_is_followed_by_the_next_one()
    {
        Answer($"{Channel}/messages?after=7", Page(8, 107));
        Answer($"{Channel}/messages?after=107", $"[{Message(108, Marker)}]");

        Assert.Equal(new SearchOutcome.Found("10", "108"), await FindAsync());
    }

    [Fact]
    public async Task Message_is_absent_where_all_were_seen()
    {
        Answer($"{Channel}/messages?after=7", $"[{Message(8, "another")}]");

        Assert.Equal(new SearchOutcome.Absent(), await FindAsync());
        Assert.DoesNotContain("/users/@me", _asked);
    }

    [Fact]
    public async Task More_messages_than_are_looked_at_leave_it_open()
    {
        for (var page = 0; page < 51; page++)
            Answer($"{Channel}/messages?after={7 + page * 100}", Page(8 + page * 100, 107 + page * 100));

        Assert.IsType<SearchOutcome.Unreadable>(await FindAsync());
        Assert.Equal(50, _asked.Count(path => path.Contains("/messages", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Empty_channel_is_empty_only_for_those_who_may_read_it(bool mayRead)
    {
        Answer($"{Channel}/messages?after=7", "[]");
        MayRead(mayRead);

        Assert.IsType(mayRead ? typeof(SearchOutcome.Absent) : typeof(SearchOutcome.Unreadable), await FindAsync());
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.NotFound)]
    public async Task Channel_is_as_it_was_seen_where_the_bot_is_not_told_what_it_may(HttpStatusCode status)
    {
        Answer($"{Channel}/messages?after=7", "[]");
        Answer("/guilds/1/members/2", "{}", status);

        Assert.Equal(new SearchOutcome.Absent(), await FindAsync());
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound, 10003, "ChannelGone")]
    [InlineData(HttpStatusCode.NotFound, 10004, "ChannelGone")]
    [InlineData(HttpStatusCode.Forbidden, 50001, "Unreadable")]
    [InlineData(HttpStatusCode.Forbidden, 0, "Unreadable")]
    [InlineData(HttpStatusCode.BadRequest, 0, "Busy")]
    [InlineData(HttpStatusCode.Unauthorized, 0, "Busy")]
    public async Task Refusal_says_whether_to_look_again(HttpStatusCode status, int code, string outcome)
    {
        Answer(Channel, $$"""{"code":{{code}},"message":"no"}""", status);

        Assert.Equal(outcome, (await FindAsync()).GetType().Name);
    }

    [Fact]
    public async Task Chat_that_cannot_be_reached_is_asked_again()
    {
        _answers.Remove(Channel);

        Assert.Equal(new SearchOutcome.Busy("no connection"), await FindAsync());
    }

    [Fact]
    public async Task Answer_that_cannot_be_read_is_asked_for_again()
    {
        Answer($"{Channel}/messages?after=7", "{}");

        Assert.IsType<SearchOutcome.Busy>(await FindAsync());
    }

    [Fact]
    public async Task Channel_that_is_no_id_is_gone() =>
        Assert.IsType<SearchOutcome.ChannelGone>(
            await new OwnMessageSearch(_rest).FindAsync("general", Marker, null, TestContext.Current.CancellationToken)
        );

    [Theory]
    [InlineData("/guilds/1/threads/active")]
    [InlineData("/channels/10/threads/archived/public")]
    public async Task Thread_of_a_forum_is_found_by_its_first_message(string list)
    {
        AnswerForum([], []);
        Answer(list, $$"""{"threads":[{{Thread(8)}},{{Thread(9)}}]}""");
        Answer("/channels/9/messages?after=8", $"[{Message(9, "another")}]");
        Answer("/channels/8/messages?after=7", $"[{Message(8, Marker)}]");

        Assert.Equal(new SearchOutcome.Found("8", "8"), await FindAsync(after: "7"));
    }

    [Fact]
    public async Task Threads_of_other_channels_are_not_looked_at()
    {
        AnswerForum([], []);
        Answer("/guilds/1/threads/active", """{"threads":[{"id":"11","type":11,"parent_id":"99"}]}""");

        Assert.Equal(new SearchOutcome.Absent(), await FindAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Thread_is_absent_only_for_those_who_may_read_the_forum(bool mayRead)
    {
        AnswerForum([6, 7], []);
        MayRead(mayRead);

        Assert.IsType(mayRead ? typeof(SearchOutcome.Absent) : typeof(SearchOutcome.Unreadable), await FindAsync());
        Assert.DoesNotContain(_asked, path => path.StartsWith("/channels/7/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Forum_outside_of_a_server_has_its_archived_threads()
    {
        Answer(Channel, """{"id":"10","type":15}""");
        Answer("/channels/10/threads/archived/public", """{"threads":[]}""");

        Assert.Equal(new SearchOutcome.Absent(), await FindAsync());
    }

    [Theory]
    [InlineData(200, "Absent")]
    [InlineData(201, "Unreadable")]
    public async Task More_threads_than_are_looked_at_leave_it_open(int count, string outcome)
    {
        AnswerForum([.. Enumerable.Range(100, count)], []);
        for (var thread = 100; thread < 100 + count; thread++)
            Answer($"/channels/{thread}/messages?after={thread - 1}", $"[{Message(thread, "another")}]");

        Assert.Equal(outcome, (await FindAsync()).GetType().Name);
        Assert.Equal(200, _asked.Count(path => path.Contains("/messages", StringComparison.Ordinal)));
    }

    // The client spaces its requests: its clock is advanced until all are made.
    private async Task<SearchOutcome> FindAsync(string? after = "7")
    {
        var finding = new OwnMessageSearch(_rest).FindAsync("10", Marker, after, TestContext.Current.CancellationToken);
        while (!finding.IsCompleted)
        {
            _time.Advance(TimeSpan.FromMilliseconds(25));
            await Task.Yield();
        }

        return await finding;
    }

    private void MayRead(bool mayRead) =>
        Answer("/guilds/1/roles", $$"""[{"id":"1","permissions":"{{(mayRead ? DiscordPermissions.ReadMessageHistory : 0)}}"}]""");

    private void AnswerForum(int[] active, int[] archived)
    {
        Answer(Channel, Forum);
        Answer("/guilds/1/threads/active", $$"""{"threads":[{{string.Join(',', active.Select(Thread))}}]}""");
        Answer("/channels/10/threads/archived/public", $$"""{"threads":[{{string.Join(',', archived.Select(Thread))}}]}""");
    }

    private void Answer(string path, string body, HttpStatusCode status = HttpStatusCode.OK) => _answers[path] = (status, body);

    private static string Thread(int id) => $$"""{"id":"{{id}}","type":11,"parent_id":"10"}""";

    private static string Message(int id, string? button = null) =>
        $$"""{"id":"{{id}}","components":[{"components":[{"custom_id":"{{button ?? $"other:{id}"}}"}]}]}""";

    private static string Page(int first, int last) =>
        $"[{string.Join(',', Enumerable.Range(first, last - first + 1).Reverse().Select(id => Message(id)))}]";

    private HttpResponseMessage Respond(HttpRequestMessage request)
    {
        var path = request.RequestUri!.AbsolutePath["/api/v10".Length..];
        if (request.RequestUri.Query is { Length: > 0 } query && query.Contains("after", StringComparison.Ordinal))
            path += query[..query.IndexOf('&', StringComparison.Ordinal)];
        _asked.Add(path);
        if (!_answers.TryGetValue(path, out var answer))
            throw new HttpRequestException("no connection");
        return new HttpResponseMessage(answer.Status) { Content = new StringContent(answer.Body) };
    }
}
