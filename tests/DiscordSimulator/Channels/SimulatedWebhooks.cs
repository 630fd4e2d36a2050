using System.Collections.Concurrent;
using System.Text.Json;
using DiscordSimulator.Rest;

namespace DiscordSimulator.Channels;

/// <summary>The webhooks of the fake Discord, with its ways: their tokens for those who made them, no nonce, no other's messages.</summary>
public sealed class SimulatedWebhooks
{
    private const int MaxPerChannel = 15;
    private const ulong ManageWebhooks = 1UL << 29;
    private static readonly string[] ForbiddenNames = ["discord", "clyde"];

    private readonly FakeDiscordOptions _options;
    private readonly SimulatedChannels _channels;
    private readonly ConcurrentDictionary<string, SimulatedWebhook> _webhooks = new();

    internal SimulatedWebhooks(FakeDiscordOptions options, SimulatedChannels channels) => (_options, _channels) = (options, channels);

    /// <summary>Those of a channel, or all.</summary>
    public IReadOnlyList<SimulatedWebhook> In(string? channel = null) =>
        [.. _webhooks.Values.Where(one => channel is null || one.Channel == channel).OrderBy(one => one.Id, StringComparer.Ordinal)];

    /// <summary>Deletes a webhook, as moderators do.</summary>
    public void Delete(string id) => _webhooks.TryRemove(id, out _);

    /// <summary>Adds one that a person made.</summary>
    public SimulatedWebhook Add(string channel) => Create(channel, "A person's", null);

    /// <summary>Adds one that the bot made.</summary>
    public SimulatedWebhook AddOwn(string channel) => Create(channel, "AiNewsBot", IdGenerator.Application);

    internal SimulatedResponse? Serve(string method, string[] parts, string query, string body) =>
        (method, parts) switch
        {
            ("GET", ["channels", var id, "webhooks"]) => _channels.In(
                id,
                _ => MayManage() ?? SimulatedResponse.Ok($"[{string.Join(',', In(id).Select(Json))}]")
            ),
            ("POST", ["channels", var id, "webhooks"]) => _channels.In(id, channel => MayManage() ?? Create(channel, body)),
            ("GET", ["webhooks", var id]) => MayManage() ?? Of(id, null, webhook => SimulatedResponse.Ok(Json(webhook))),
            ("DELETE", ["webhooks", var id]) => MayManage()
                ?? Of(
                    id,
                    null,
                    _ =>
                    {
                        Delete(id);
                        return SimulatedResponse.NoContent;
                    }
                ),
            ("POST", ["webhooks", var id, var token]) => Of(id, token, webhook => Execute(webhook, query, body)),
            ("PATCH", ["webhooks", var id, var token, "messages", var message]) => Of(
                id,
                token,
                webhook => PlaceOf(webhook, query, out var place) ?? _channels.Edit(place!, message, body, webhook.Id)
            ),
            ("DELETE", ["webhooks", var id, var token, "messages", var message]) => Of(
                id,
                token,
                webhook => PlaceOf(webhook, query, out var place) ?? SimulatedChannels.Delete(place!, message, webhook.Id)
            ),
            _ => null,
        };

    private SimulatedResponse? MayManage() =>
        (_options.BotPermissions & ManageWebhooks) == 0 ? SimulatedResponse.Error(403, 50013, "Missing Permissions") : null;

    private SimulatedResponse Of(string id, string? token, Func<SimulatedWebhook, SimulatedResponse> serve) =>
        !_webhooks.TryGetValue(id, out var webhook) ? SimulatedResponse.Error(404, 10015, "Unknown Webhook")
        : token is not null && token != webhook.Token ? SimulatedResponse.Error(401, 50027, "Invalid Webhook Token")
        : serve(webhook);

    private SimulatedWebhook Create(string channel, string name, string? application)
    {
        var webhook = new SimulatedWebhook
        {
            Id = IdGenerator.Next(),
            Channel = channel,
            Name = name,
            Token = $"token-of-{IdGenerator.Next()}",
            Application = application,
        };
        return _webhooks[webhook.Id] = webhook;
    }

    private SimulatedResponse Create(SimulatedChannel channel, string body)
    {
        var name = JsonDocument.Parse(body).RootElement.GetProperty("name").GetString()!;
        if (channel.Parent is not null || channel.Type == 1)
            return SimulatedResponse.Error(400, 50024, "Cannot execute action on this channel type");
        if (GetNameError(name) is { } fault)
            return Malformed(fault);
        return In(channel.Id).Count >= MaxPerChannel
            ? SimulatedResponse.Error(400, 30007, $"Maximum number of webhooks reached ({MaxPerChannel})")
            : SimulatedResponse.Ok(Json(Create(channel.Id, name, IdGenerator.Application)));
    }

    private SimulatedResponse Execute(SimulatedWebhook webhook, string query, string body)
    {
        var message = JsonDocument.Parse(body).RootElement;
        if (message.TryGetProperty("nonce", out _))
            return Malformed("a webhook takes no nonce");
        if (Text(message, "username") is { } name && GetNameError(name) is { } fault)
            return Malformed(fault);
        if (Text(message, "avatar_url") is { } picture && !picture.StartsWith("http", StringComparison.Ordinal))
            return Malformed($"avatar_url: '{picture}' is no address");
        if (webhook.Application is null && !query.Contains("with_components=true", StringComparison.Ordinal))
            return Malformed("components of a webhook that a person made need with_components");
        if (PlaceOf(webhook, query, out var place) is { } refusal)
            return refusal;
        var posted = _channels.Post(place!, message, webhook.Id);
        return query.Contains("wait=true", StringComparison.Ordinal) || posted.Status >= 400 ? posted : SimulatedResponse.NoContent;
    }

    // The webhook's channel, or the thread of it that is asked for, which is opened by that.
    private SimulatedResponse? PlaceOf(SimulatedWebhook webhook, string query, out SimulatedChannel? place)
    {
        var id = SimulatedChannels.Value(query, "thread_id") ?? webhook.Channel;
        place = _channels.Find(id);
        if (place is null || place.Id != webhook.Channel && place.Parent != webhook.Channel)
            return SimulatedResponse.Error(404, 10003, "Unknown Channel");
        if (place.Refusal is { Status: 404 } gone)
            return SimulatedResponse.Error(gone.Status, gone.Code, "refused by the test");
        place.IsArchived = false;
        return null;
    }

    private static string? Text(JsonElement message, string name) => message.TryGetProperty(name, out var text) ? text.GetString() : null;

    private static string? GetNameError(string name) =>
        name.Length is 0 or > 80 || ForbiddenNames.Any(part => name.Contains(part, StringComparison.OrdinalIgnoreCase))
            ? $"username: '{name}' is no name for a webhook"
            : null;

    private static SimulatedResponse Malformed(string fault) => SimulatedResponse.Error(400, 50035, fault) with { Violation = fault };

    // The token is for the application that made it.
    private static string Json(SimulatedWebhook webhook) =>
        JsonSerializer.Serialize(
            new Dictionary<string, object?>
            {
                ["id"] = webhook.Id,
                ["type"] = 1,
                ["name"] = webhook.Name,
                ["avatar"] = null,
                ["channel_id"] = webhook.Channel,
                ["guild_id"] = IdGenerator.FirstGuild,
                ["application_id"] = webhook.Application,
                ["token"] = webhook.Application is null ? null : webhook.Token,
            }
        );
}
