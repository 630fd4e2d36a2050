using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using AiNewsBot.Discord.Models;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.Discord.Rest;

/// <summary>
/// Discord's REST API. Requests keep its rate limits by themselves, so that a 429 is an exception rather than the way in which a limit is
/// found. Answers to interactions lie outside those limits and wait for nothing.
/// </summary>
/// <remarks>
/// All methods throw <see cref="DiscordException"/> where Discord refuses, and <see cref="HttpRequestException"/> where no answer came and
/// it was not safe to ask again: whether the request took effect is not known then.
/// </remarks>
public sealed partial class DiscordRest : IDisposable
{
    /// <summary>The fewest connections to keep ready: where the server closes one, the next answer finds another open.</summary>
    public const int MinReady = 2;

    /// <summary>As many as Discord tells at once.</summary>
    private const int GuildsOfPage = 200;

    private readonly RestHttpClient _exchange;
    private readonly RestPipeline _pipeline;
    private readonly InteractionCallbackSender _callbacks;

    /// <summary>A client over a handler of its own, or the one given.</summary>
    public DiscordRest(DiscordOptions options, TimeProvider time, ILogger<DiscordRest> logger, HttpMessageHandler? handler = null)
    {
        _exchange = new RestHttpClient(options, time, logger, handler);
        _pipeline = new RestPipeline(_exchange, options.WaitForSharedTurn, time, logger);
        _callbacks = new InteractionCallbackSender(_exchange, _pipeline, time, logger);
    }

    /// <summary>Completes when the connections that are kept ready were opened, or could not be.</summary>
    internal Task Ready => _exchange.Ready;

    /// <summary>Keeps connections open on which the next answers to interactions leave at once, until cancelled. A later call may ask for
    /// more of them.</summary>
    public Task KeepReadyAsync(int connections, CancellationToken cancellationToken) =>
        _exchange.KeepReadyAsync(connections, cancellationToken);

    /// <summary>The application that the token belongs to.</summary>
    public async Task<DiscordApplication> GetCurrentApplicationAsync(CancellationToken cancellationToken)
    {
        var (id, name, verifyKey) = await ReadAsync(Routes.Application, DiscordJson.Default.ApplicationPayload, cancellationToken);
        return new DiscordApplication(id, name, verifyKey);
    }

    /// <summary>The servers that have the bot, without a gateway that would tell them.</summary>
    public async Task<IReadOnlySet<Snowflake>> GetGuildsAsync(CancellationToken cancellationToken)
    {
        var guilds = new HashSet<Snowflake>();
        var last = new Snowflake(0);
        while (true)
        {
            var page = await ReadAsync(Routes.Guilds(last, GuildsOfPage), DiscordJson.Default.GuildPayloadArray, cancellationToken);
            guilds.UnionWith(page.Select(guild => guild.Id));
            if (page.Length < GuildsOfPage)
                return guilds;
            last = page[^1].Id;
        }
    }

    /// <summary>The commands that are registered, as a JSON array, with their translations.</summary>
    public Task<byte[]> GetGlobalCommandsAsync(Snowflake application, CancellationToken cancellationToken) =>
        SendAsync(new RestRequest(Routes.Commands(HttpMethod.Get, application)), cancellationToken);

    /// <summary>Replaces all commands by a JSON array of them.</summary>
    public Task PutGlobalCommandsAsync(Snowflake application, ReadOnlyMemory<byte> commands, CancellationToken cancellationToken) =>
        SendAsync(new RestRequest(Routes.Commands(HttpMethod.Put, application)) { Body = commands.ToArray() }, cancellationToken);

    /// <summary>A channel or thread.</summary>
    public async Task<Channel> GetChannelAsync(Snowflake channel, CancellationToken cancellationToken) =>
        ChannelReader.Read(await SendAsync(new RestRequest(Routes.Channel(channel)), cancellationToken));

    /// <summary>The channel of direct messages with a user, the same one each time.</summary>
    public async Task<Channel> CreateDirectAsync(Snowflake user, CancellationToken cancellationToken) =>
        ChannelReader.Read(
            await SendAsync(
                new RestRequest(Routes.DirectMessages)
                {
                    Body = JsonBody.Create(new DirectChannelPayload(user), RequestJson.Default.DirectChannelPayload),
                },
                cancellationToken
            )
        );

    /// <summary>Posts a message. With a nonce it is sent again after an unclear answer, without one never.</summary>
    public async Task<Message> CreateMessageAsync(Snowflake channel, OutgoingMessage message, CancellationToken cancellationToken) =>
        MessageReader.Read(await SendAsync(CreateRequest(Routes.Messages(HttpMethod.Post, channel), message), cancellationToken));

    /// <summary>Changes one of the bot's messages.</summary>
    public async Task<Message> EditMessageAsync(
        Snowflake channel,
        Snowflake message,
        OutgoingMessage content,
        CancellationToken cancellationToken
    ) =>
        MessageReader.Read(
            await SendAsync(CreateRequest(Routes.Message(channel, message), content with { Nonce = null }), cancellationToken)
        );

    /// <summary>Messages of a channel after an id, newest first; at most 100.</summary>
    public async Task<IReadOnlyList<Message>> GetMessagesAsync(Snowflake channel, Snowflake after, CancellationToken cancellationToken) =>
        MessageReader.ReadAll(
            await SendAsync(new RestRequest(Routes.Messages(HttpMethod.Get, channel, $"?after={after}&limit=100")), cancellationToken)
        );

    /// <summary>Publishes a message of an announcement channel to those who follow it. Once published, Discord refuses with
    /// <see cref="DiscordCode.AlreadyCrossposted"/>.</summary>
    public Task CrosspostAsync(Snowflake channel, Snowflake message, CancellationToken cancellationToken) =>
        SendAsync(new RestRequest(Routes.Crosspost(channel, message)), cancellationToken);

    /// <summary>Posts to a forum: a thread with its first message. Forums know no nonce, so it is never sent again by itself.</summary>
    /// <param name="forum">The forum.</param>
    /// <param name="name">The thread's title, 1 to 100 characters.</param>
    /// <param name="message">Its first message.</param>
    /// <param name="tags">At most five of the forum's; some forums demand one.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Channel> CreateForumPostAsync(
        Snowflake forum,
        string name,
        OutgoingMessage message,
        IReadOnlyList<Snowflake> tags,
        CancellationToken cancellationToken
    ) =>
        ChannelReader.Read(
            await SendAsync(
                new RestRequest(Routes.Threads(forum))
                {
                    Body = JsonBody.Create(ForumPostPayload.From(name, message, tags), RequestJson.Default.ForumPostPayload),
                    Attachments = message.Attachments,
                },
                cancellationToken
            )
        );

    /// <summary>The threads of a guild that are not archived.</summary>
    public async Task<IReadOnlyList<Channel>> GetActiveThreadsAsync(Snowflake guild, CancellationToken cancellationToken) =>
        ChannelReader.ReadThreads(await SendAsync(new RestRequest(Routes.ActiveThreads(guild)), cancellationToken));

    /// <summary>The archived threads of a channel that all may see, newest first; at most 100.</summary>
    public async Task<IReadOnlyList<Channel>> GetArchivedThreadsAsync(Snowflake channel, CancellationToken cancellationToken) =>
        ChannelReader.ReadThreads(await SendAsync(new RestRequest(Routes.ArchivedThreads(channel)), cancellationToken));

    /// <summary>Opens an archived thread again.</summary>
    public Task UnarchiveAsync(Snowflake thread, CancellationToken cancellationToken) =>
        SendAsync(
            new RestRequest(Routes.Channel(HttpMethod.Patch, thread)) { Body = """{"archived":false}"""u8.ToArray() },
            cancellationToken
        );

    /// <summary>What the bot may do in a channel, as Discord's bit set.</summary>
    public async Task<ulong> GetOwnPermissionsAsync(Channel channel, CancellationToken cancellationToken)
    {
        if (channel.GuildId is not { } guild)
            return ulong.MaxValue;
        var me = (await ReadAsync(Routes.User, DiscordJson.Default.UserPayload, cancellationToken)).Id;
        var member = await ReadAsync(Routes.Member(guild, me), DiscordJson.Default.MemberPayload, cancellationToken);
        var roles = await ReadAsync(Routes.Roles(guild), DiscordJson.Default.RolePayloadArray, cancellationToken);
        return PermissionCalculator.Compute(channel, guild, me, member.Roles.ToHashSet(), roles);
    }

    /// <inheritdoc/>
    public void Dispose() => _exchange.Dispose();

    internal async Task<GatewayInfo> GetGatewayBotAsync(CancellationToken cancellationToken) =>
        GatewayInfo.Read(await SendAsync(new RestRequest(Routes.Gateway), cancellationToken));

    internal Task<byte[]> SendAsync(RestRequest call, CancellationToken cancellationToken) => _pipeline.SendAsync(call, cancellationToken);

    private async Task<T> ReadAsync<T>(Route route, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class => Read(await SendAsync(new RestRequest(route), cancellationToken), type);

    private static T Read<T>(byte[] body, JsonTypeInfo<T> type)
        where T : class => JsonSerializer.Deserialize(body, type) ?? throw new JsonException($"{typeof(T).Name} is null");

    private static RestRequest CreateRequest(Route route, OutgoingMessage message) =>
        new(route)
        {
            Body = JsonBody.From(message),
            Attachments = message.Attachments,
            IsRepeatable = message.Nonce is not null,
        };
}
