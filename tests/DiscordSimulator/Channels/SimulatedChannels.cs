using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using DiscordSimulator.Rest;
using DiscordSimulator.Rules;

namespace DiscordSimulator.Channels;

/// <summary>The channels of the fake Discord and their messages, with Discord's ways:
/// nonces that are kept for a while, forums, publishing.</summary>
public sealed class SimulatedChannels
{
    private const int Forum = 15;
    private const int Announcement = 5;
    private const ulong ManageMessages = 1UL << 13;

    private readonly FakeDiscordOptions _options;
    private readonly ConcurrentDictionary<string, SimulatedChannel> _channels = new();
    private readonly ConcurrentDictionary<string, (SimulatedMessage Message, long At)> _nonces = new();
    private readonly ConcurrentDictionary<string, List<DateTimeOffset>> _published = new();
    private readonly ConcurrentDictionary<string, List<DateTimeOffset>> _editedPublished = new();

    internal SimulatedChannels(FakeDiscordOptions options) => (_options, Webhooks) = (options, new SimulatedWebhooks(options, this));

    /// <summary>The channels' webhooks.</summary>
    public SimulatedWebhooks Webhooks { get; }

    /// <summary>Every message as it was posted.</summary>
    public EventLog<SimulatedMessage> Posted { get; } = new();

    /// <summary>Every message as it was edited.</summary>
    public EventLog<SimulatedMessage> Edited { get; } = new();

    /// <summary>Every message as it was published.</summary>
    public EventLog<SimulatedMessage> Published { get; } = new();

    /// <summary>A channel by its id.</summary>
    public SimulatedChannel this[string id] => _channels[id];

    /// <summary>Adds a channel.</summary>
    public SimulatedChannel Add(SimulatedChannel channel) => _channels[channel.Id] = channel;

    /// <summary>Adds a text channel.</summary>
    public SimulatedChannel Add(string id, int type = 0) => Add(new SimulatedChannel { Id = id, Type = type });

    /// <summary>Removes a channel.</summary>
    public void Remove(string id) => _channels.TryRemove(id, out _);

    /// <summary>Forgets all nonces, as after the time for which they are known.</summary>
    public void ForgetNonces() => _nonces.Clear();

    /// <summary>All messages of a channel; of a forum, those of its threads.</summary>
    public IReadOnlyList<SimulatedMessage> MessagesIn(string channel) =>
        [
            .. _channels
                .Values.Where(one => one.Id == channel || one.Parent == channel)
                .SelectMany(one => one.Messages)
                .OrderBy(message => message.Id, StringComparer.Ordinal),
        ];

    internal SimulatedResponse? Serve(string method, string[] parts, string query, string body) =>
        (method, parts) switch
        {
            ("GET", ["users", "@me"]) => SimulatedResponse.Ok(
                $$"""{"id":"{{IdGenerator.BotUser}}","username":"AiNewsBot","discriminator":"0","avatar":null}"""
            ),
            ("POST", ["users", "@me", "channels"]) => Direct(JsonDocument.Parse(body).RootElement.GetProperty("recipient_id").GetString()!),
            ("GET", ["guilds", var guild, "roles"]) => SimulatedResponse.Ok(
                $$"""[{"id":"{{guild}}","name":"@everyone","permissions":"{{_options.BotPermissions}}"}]"""
            ),
            ("GET", ["guilds", _, "members", IdGenerator.BotUser]) => SimulatedResponse.Ok(
                """{"roles":[],"joined_at":"2026-01-01T00:00:00+00:00","deaf":false,"mute":false}"""
            ),
            ("GET", ["guilds", var guild, "threads", "active"]) => SimulatedResponse.Ok(
                ChannelJson.Threads(
                    _channels.Values.Where(channel => channel.Guild == guild && channel.Parent is not null && !channel.IsArchived)
                )
            ),
            ("GET", ["channels", var id, "threads", "archived", "public"]) => In(
                id,
                _ =>
                    SimulatedResponse.Ok(ChannelJson.Threads(_channels.Values.Where(channel => channel.Parent == id && channel.IsArchived)))
            ),
            ("GET", ["channels", var id]) => In(id, channel => SimulatedResponse.Ok(ChannelJson.From(channel))),
            ("PATCH", ["channels", var id]) => In(id, Unarchive),
            ("GET", ["channels", var id, "messages"]) => In(id, channel => SimulatedResponse.Ok(List(channel, query))),
            ("POST", ["channels", var id, "messages"]) => In(id, channel => Post(channel, JsonDocument.Parse(body).RootElement)),
            ("POST", ["channels", var id, "threads"]) => In(id, channel => PostToForum(channel, JsonDocument.Parse(body).RootElement)),
            ("PATCH", ["channels", var id, "messages", var message]) => In(id, channel => Edit(channel, message, body, null)),
            ("POST", ["channels", var id, "messages", var message, "crosspost"]) => In(id, channel => Publish(channel, message)),
            _ => Webhooks.Serve(method, parts, query, body),
        };

    internal SimulatedChannel? Find(string id) => _channels.GetValueOrDefault(id);

    internal SimulatedResponse In(string id, Func<SimulatedChannel, SimulatedResponse> serve) =>
        !_channels.TryGetValue(id, out var channel) ? SimulatedResponse.Error(404, 10003, "Unknown Channel")
        : channel.Refusal is { } refusal ? SimulatedResponse.Error(refusal.Status, refusal.Code, "refused by the test")
        : serve(channel);

    /// <summary>The channel of direct messages with a user.</summary>
    public static string DirectWith(string user) => $"9{user[1..]}";

    private SimulatedResponse Direct(string user) =>
        SimulatedResponse.Ok(ChannelJson.From(_channels.GetOrAdd(DirectWith(user), id => new SimulatedChannel { Id = id, Type = 1 })));

    private static SimulatedResponse Unarchive(SimulatedChannel channel)
    {
        if (channel.IsLocked)
            return SimulatedResponse.Error(403, 50013, "Missing Permissions");
        channel.IsArchived = false;
        return SimulatedResponse.Ok(ChannelJson.From(channel));
    }

    internal SimulatedResponse Post(SimulatedChannel channel, JsonElement message, string? webhook = null)
    {
        if (channel.Type == Forum && webhook is not null && message.TryGetProperty("thread_name", out _))
            return PostToForum(channel, message, webhook);
        if (channel.Type == Forum && webhook is not null)
            return SimulatedResponse.Error(400, 220001, "Webhooks posted to forum channels must have a thread_name or thread_id");
        if (channel.Type == Forum)
            return SimulatedResponse.Error(400, 40058, "Cannot message this channel until after a post is created");
        if (channel.IsArchived)
            return SimulatedResponse.Error(400, 50083, "Thread is archived");
        if (channel.IsLocked)
            return SimulatedResponse.Error(403, 160005, "Thread is locked");
        if (Fault(channel, message) is { } fault)
            return fault;
        var nonce =
            message.TryGetProperty("nonce", out var text)
            && message.TryGetProperty("enforce_nonce", out var enforced)
            && enforced.GetBoolean()
                ? text.GetString()
                : null;
        lock (channel.Lock)
        {
            if (
                nonce is not null
                && _nonces.TryGetValue($"{channel.Id}/{nonce}", out var known)
                && _options.Time.GetElapsedTime(known.At) < _options.NonceWindow
            )
                return SimulatedResponse.Ok(ChannelJson.From(known.Message));
            var posted = new SimulatedMessage
            {
                Id = IdGenerator.Next(),
                Channel = channel.Id,
                Body = message,
                Nonce = nonce,
                Webhook = webhook,
                Sender = SenderOf(message),
                At = _options.Time.GetUtcNow(),
            };
            channel.Held.Add(posted);
            if (nonce is not null)
                _nonces[$"{channel.Id}/{nonce}"] = (posted, _options.Time.GetTimestamp());
            Posted.Add(posted);
            return SimulatedResponse.Ok(ChannelJson.From(posted));
        }
    }

    private SimulatedResponse PostToForum(SimulatedChannel forum, JsonElement post, string? webhook = null)
    {
        var first = webhook is null ? post.GetProperty("message") : post;
        var tags = post.TryGetProperty("applied_tags", out var applied)
            ? applied.EnumerateArray().Select(tag => tag.GetString()!).ToArray()
            : [];
        if (forum.RequiresTag && tags.Length == 0)
            return SimulatedResponse.Error(400, 40067, "A tag is required to create a forum post in this channel");
        if (Fault(forum, first) is { } fault)
            return fault;
        var id = IdGenerator.Next();
        var title = post.GetProperty(webhook is null ? "name" : "thread_name").GetString()!;
        var thread = Add(
            new SimulatedChannel
            {
                Id = id,
                Type = 11,
                Guild = forum.Guild,
                Name = title,
                Parent = forum.Id,
            }
        );
        var message = new SimulatedMessage
        {
            Id = id,
            Channel = id,
            Title = title,
            Tags = tags,
            Body = first,
            Webhook = webhook,
            Sender = SenderOf(post),
            At = _options.Time.GetUtcNow(),
        };
        thread.Held.Add(message);
        Posted.Add(message);
        return SimulatedResponse.Ok(webhook is null ? ChannelJson.From(thread) : ChannelJson.From(message));
    }

    internal SimulatedResponse Edit(SimulatedChannel channel, string id, string body, string? webhook)
    {
        var content = JsonDocument.Parse(body).RootElement;
        if (Fault(channel, content) is { } fault)
            return fault;
        if (channel.Messages.FirstOrDefault(message => message.Id == id) is not { } edited)
            return SimulatedResponse.Error(404, 10008, "Unknown Message");
        if (edited.Webhook != webhook)
            return webhook is null
                ? SimulatedResponse.Error(403, 50005, "Cannot edit a message authored by another user")
                : SimulatedResponse.Error(404, 10008, "Unknown Message");
        if (edited.IsPublished && Limit(_editedPublished, channel, _options.EditsOfPublishedAnHour) is { } refusal)
            return refusal;
        edited.Body = content;
        edited.Edits++;
        Edited.Add(edited);
        return SimulatedResponse.Ok(ChannelJson.From(edited));
    }

    internal static SimulatedResponse Delete(SimulatedChannel channel, string id, string webhook)
    {
        lock (channel.Lock)
            return channel.Held.RemoveAll(message => message.Id == id && message.Webhook == webhook) > 0
                ? SimulatedResponse.NoContent
                : SimulatedResponse.Error(404, 10008, "Unknown Message");
    }

    private static (string?, string?) SenderOf(JsonElement post) =>
        (
            post.TryGetProperty("username", out var name) ? name.GetString() : null,
            post.TryGetProperty("avatar_url", out var picture) ? picture.GetString() : null
        );

    private SimulatedResponse Publish(SimulatedChannel channel, string id)
    {
        if (channel.Type != Announcement || channel.Messages.FirstOrDefault(message => message.Id == id) is not { } message)
            return SimulatedResponse.Error(404, 10008, "Unknown Message");
        if (message.Webhook is not null && (_options.BotPermissions & ManageMessages) == 0)
            return SimulatedResponse.Error(403, 50013, "Missing Permissions");
        if (message.IsPublished)
            return SimulatedResponse.Error(400, 40033, "This message has already been crossposted.");
        if (Limit(_published, channel, _options.PublishesAnHour) is { } refusal)
            return refusal;
        message.IsPublished = true;
        Published.Add(message);
        return SimulatedResponse.Ok(ChannelJson.From(message));
    }

    private SimulatedResponse? Limit(ConcurrentDictionary<string, List<DateTimeOffset>> all, SimulatedChannel channel, int most)
    {
        var now = _options.Time.GetUtcNow();
        var times = all.GetOrAdd(channel.Id, _ => []);
        lock (times)
        {
            times.RemoveAll(time => now - time > TimeSpan.FromHours(1));
            if (times.Count >= most)
                return new SimulatedResponse(
                    429,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $$"""
                        {"message":"The write action you are performing on the channel has hit the write rate limit.",
                        "retry_after":{{(TimeSpan.FromHours(1) - (now - times[0])).TotalSeconds:0.###}},"global":false,"code":20028}
                        """
                    )
                );
            times.Add(now);
            return null;
        }
    }

    private SimulatedResponse? Fault(SimulatedChannel channel, JsonElement message) =>
        _options.Validates && MessageRules.GetError(message) is { } fault
            ? new SimulatedResponse(
                400,
                $$$"""
                {"message":"Invalid Form Body","code":50035,"errors":{"_errors":[{"code":"FAKE",
                "message":{{{JsonSerializer.Serialize(fault)}}}}]}}
                """
            )
            {
                Violation = fault,
            }
        : channel.ForbiddenText is { } forbidden && message.GetRawText().Contains(forbidden, StringComparison.Ordinal)
            ? SimulatedResponse.Error(400, 200000, "Message was blocked by automatic moderation")
        : null;

    private static string List(SimulatedChannel channel, string query)
    {
        if (channel.HidesHistory)
            return "[]";
        var after = Value(query, "after");
        var limit = int.Parse(Value(query, "limit") ?? "50", CultureInfo.InvariantCulture);
        var messages = channel.Messages.Where(message => after is null || Number(message.Id) > Number(after));
        var page = after is null ? messages.TakeLast(limit) : messages.Take(limit);
        return $"[{string.Join(',', page.Reverse().Select(ChannelJson.From))}]";
    }

    private static ulong Number(string id) => ulong.Parse(id, CultureInfo.InvariantCulture);

    internal static string? Value(string query, string name) =>
        query.TrimStart('?').Split('&').Select(part => part.Split('=')).FirstOrDefault(part => part[0] == name)?[1];
}
