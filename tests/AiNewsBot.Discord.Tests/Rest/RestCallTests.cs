using System.Net;
using AiNewsBot.Discord.Models;
using AiNewsBot.Discord.Rest;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace AiNewsBot.Discord.Tests.Rest;

/// <summary>Each call of the API: what is sent where, and what is read of the answer.</summary>
public sealed class RestCallTests
{
    private static readonly Snowflake Channel = new(7);
    private static readonly Interaction Asked = new()
    {
        Id = new Snowflake(1),
        ApplicationId = new Snowflake(2),
        Token = "t",
        Kind = InteractionKind.Command,
    };

    [Theory]
    [InlineData("application", "GET /api/v10/applications/@me", """{"id":"2","name":"Bot","verify_key":"k"}""", "2 Bot k")]
    [InlineData("channel", "GET /api/v10/channels/7", """{"id":"7","type":15,"name":"news"}""", "7 Forum news")]
    [InlineData("direct", "POST /api/v10/users/@me/channels", """{"id":"9","type":1}""", "9 Direct ")]
    [InlineData("crosspost", "POST /api/v10/channels/7/messages/8/crosspost", "{}", "")]
    [InlineData("messages", "GET /api/v10/channels/7/messages", """[{"id":"8","content":"hi"}]""", "8 hi")]
    [InlineData("active", "GET /api/v10/guilds/9/threads/active", """{"threads":[{"id":"8","type":11}]}""", "8")]
    [InlineData("archived", "GET /api/v10/channels/7/threads/archived/public", """{"threads":[{"id":"8","type":11}]}""", "8")]
    [InlineData("unarchive", "PATCH /api/v10/channels/7", "{}", "")]
    [InlineData("edit", "PATCH /api/v10/channels/7/messages/8", """{"id":"8","flags":1}""", "8 True")]
    [InlineData("original", "PATCH /api/v10/webhooks/2/t/messages/@original", "{}", "")]
    [InlineData("follow-up", "POST /api/v10/webhooks/2/t", """{"id":"8"}""", "8")]
    public async Task Call_goes_to_its_route_and_its_answer_is_read(string call, string request, string answer, string read)
    {
        var handler = new FakeHandler(FakeHandler.Answer(HttpStatusCode.OK, answer));
        using var rest = Client(handler);

        Assert.Equal(read, await CallAsync(rest, call));

        var (method, path, _, authorization) = Assert.Single(handler.Requests);
        Assert.Equal(request, $"{method} {path}");
        Assert.Equal(path.Contains("webhooks", StringComparison.Ordinal) ? null : "Bot token", authorization);
    }

    [Theory]
    [InlineData("direct", """{"recipient_id":"7"}""")]
    [InlineData("unarchive", """{"archived":false}""")]
    public async Task Body_is_what_Discord_asks_for(string call, string body)
    {
        var handler = new FakeHandler(FakeHandler.Answer(HttpStatusCode.OK, """{"id":"9","type":1}"""));
        using var rest = Client(handler);

        await CallAsync(rest, call);

        Assert.Equal(body, handler.Requests[0].Body);
    }

    // A message that is edited or follows an interaction has no nonce: it would be refused.
    [Theory]
    [InlineData("edit", false)]
    [InlineData("original", false)]
    [InlineData("follow-up", false)]
    [InlineData("post", true)]
    public async Task Nonce_is_sent_with_new_posts_alone(string call, bool hasNonce)
    {
        var handler = new FakeHandler(FakeHandler.Answer(HttpStatusCode.OK, """{"id":"8"}"""));
        using var rest = Client(handler);

        await CallAsync(rest, call);

        Assert.Equal(hasNonce, handler.Requests[0].Body.Contains("enforce_nonce", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("application", "{}")]
    [InlineData("application", "null")]
    [InlineData("channel", "null")]
    [InlineData("active", "{}")]
    [InlineData("messages", "{}")]
    [InlineData("edit", "{}")]
    [InlineData("edit", "[]")]
    public async Task Answer_of_another_shape_is_refused(string call, string answer)
    {
        using var rest = Client(new FakeHandler(FakeHandler.Answer(HttpStatusCode.OK, answer)));

        await Assert.ThrowsAsync<System.Text.Json.JsonException>(() => CallAsync(rest, call));
    }

    [Fact]
    public async Task Commands_are_registered_only_where_they_changed()
    {
        const string application = """{"id":"2","name":"Bot","verify_key":"k"}""";
        var commands = """[{"name":"ask","type":1,"description":"Ask"}]"""u8.ToArray();
        var same = new FakeHandler(
            FakeHandler.Answer(HttpStatusCode.OK, application),
            FakeHandler.Answer(
                HttpStatusCode.OK,
                """[{"id":"1","application_id":"2","version":"3","name":"ask","type":1,"description":"Ask"}]"""
            )
        );
        var other = new FakeHandler(
            FakeHandler.Answer(HttpStatusCode.OK, application),
            FakeHandler.Answer(HttpStatusCode.OK, "[]"),
            FakeHandler.Answer(HttpStatusCode.OK, "[]")
        );
        var time = new FakeTimeProvider();
        using var unchanged = Client(same, time);
        using var changed = Client(other, time);

        Assert.False(await RegisterAsync(unchanged));
        Assert.True(await RegisterAsync(changed));

        Assert.Equal(2, same.Requests.Count);
        Assert.Equal((HttpMethod.Put, "/api/v10/applications/2/commands"), (other.Requests[2].Method, other.Requests[2].Path));

        Task<bool> RegisterAsync(DiscordRest rest) =>
            time.TurnUntilAsync(
                () => new CommandRegistrar(rest).RegisterAsync(commands, CancellationToken.None),
                TimeSpan.FromMilliseconds(21)
            );
    }

    [Theory]
    [InlineData("""{"roles":[]}""", """[{"id":"9","permissions":"1024"}]""", 1024ul)]
    [InlineData(
        """{"roles":["5"]}""",
        """[{"id":"9","permissions":"1024"},{"id":"5","permissions":"2048"},{"id":"6","permissions":"8"}]""",
        3072ul
    )]
    [InlineData("""{"roles":["6"]}""", """[{"id":"9","permissions":"0"},{"id":"6","permissions":"8"}]""", ulong.MaxValue)]
    public async Task Own_permissions_are_those_of_its_roles(string member, string roles, ulong permissions)
    {
        var time = new FakeTimeProvider();
        using var rest = new DiscordRest(
            new DiscordOptions { Token = "token" },
            time,
            NullLogger<DiscordRest>.Instance,
            new FakeHandler(
                FakeHandler.Answer(HttpStatusCode.OK, """{"id":"3"}"""),
                FakeHandler.Answer(HttpStatusCode.OK, member),
                FakeHandler.Answer(HttpStatusCode.OK, roles)
            )
        );
        var channel = new Channel
        {
            Id = Channel,
            Type = ChannelType.Text,
            GuildId = new Snowflake(9),
        };

        Assert.Equal(
            permissions,
            await time.TurnUntilAsync(() => rest.GetOwnPermissionsAsync(channel, CancellationToken.None), TimeSpan.FromMilliseconds(21))
        );
    }

    [Fact]
    public async Task Everything_is_allowed_in_direct_messages()
    {
        var handler = new FakeHandler(FakeHandler.Answer(HttpStatusCode.OK));
        using var rest = Client(handler);

        Assert.Equal(
            ulong.MaxValue,
            await rest.GetOwnPermissionsAsync(new Channel { Id = Channel, Type = ChannelType.Direct }, CancellationToken.None)
        );
        Assert.Empty(handler.Requests);
    }

    private static async Task<string> CallAsync(DiscordRest rest, string call)
    {
        var token = TestContext.Current.CancellationToken;
        var message = new OutgoingMessage { Components = [new Component.Text("a")], Nonce = "n" };
        switch (call)
        {
            case "application":
                var application = await rest.GetCurrentApplicationAsync(token);
                return $"{application.Id} {application.Name} {application.PublicKey}";
            case "channel":
                return Write(await rest.GetChannelAsync(Channel, token));
            case "direct":
                return Write(await rest.CreateDirectAsync(Channel, token));
            case "crosspost":
                await rest.CrosspostAsync(Channel, new Snowflake(8), token);
                return "";
            case "messages":
                return string.Join(' ', (await rest.GetMessagesAsync(Channel, default, token)).Select(one => $"{one.Id} {one.Content}"));
            case "active":
                return string.Join(' ', (await rest.GetActiveThreadsAsync(new Snowflake(9), token)).Select(thread => thread.Id));
            case "archived":
                return string.Join(' ', (await rest.GetArchivedThreadsAsync(Channel, token)).Select(thread => thread.Id));
            case "unarchive":
                await rest.UnarchiveAsync(Channel, token);
                return "";
            case "post":
                return $"{(await rest.CreateMessageAsync(Channel, message, token)).Id}";
            case "edit":
                var edited = await rest.EditMessageAsync(Channel, new Snowflake(8), message, token);
                return $"{edited.Id} {edited.IsCrossposted}";
            case "original":
                await rest.EditOriginalAsync(Asked, message, token);
                return "";
            default:
                return $"{(await rest.FollowUpAsync(Asked, message, token)).Id}";
        }
    }

    private static string Write(Channel channel) => $"{channel.Id} {channel.Type} {channel.Name}";

    private static DiscordRest Client(HttpMessageHandler handler, TimeProvider? time = null) =>
        new(new DiscordOptions { Token = "token" }, time ?? new FakeTimeProvider(), NullLogger<DiscordRest>.Instance, handler);
}
