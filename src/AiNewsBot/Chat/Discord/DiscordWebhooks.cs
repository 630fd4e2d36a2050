using System.Collections.Concurrent;
using AiNewsBot.Chat.Posting;
using AiNewsBot.Discord;
using AiNewsBot.Discord.Models;
using AiNewsBot.Discord.Rest;

namespace AiNewsBot.Chat.Discord;

/// <summary>
/// The bot's webhooks. Of one that the bot made Discord tells it the token at any time, so that no token is kept but in memory.
/// </summary>
internal sealed class DiscordWebhooks(DiscordRest rest)
{
    private const string Name = "AiNewsBot";

    // Each thread of a forum is a channel of its own.
    private const int MaxKnown = 10_000;

    private readonly ConcurrentDictionary<(Snowflake Webhook, Snowflake Channel), Access> _known = new();
    private Snowflake? _application;

    /// <summary>The id of the bot's webhook for a channel or thread, which is made where there is none.</summary>
    public async Task<(string? Webhook, PostOutcome? Refusal)> EnsureAsync(Snowflake channel, CancellationToken cancellationToken)
    {
        var place = await rest.GetChannelAsync(channel, cancellationToken);
        if (await MissingAsync(place, cancellationToken) is { Length: > 0 } missing)
            return (null, new PostOutcome(PostResult.Forbidden, Reason: missing));
        var home = HomeOf(place);
        _application ??= (await rest.GetCurrentApplicationAsync(cancellationToken)).Id;
        try
        {
            var webhook =
                (await rest.GetWebhooksAsync(home, cancellationToken)).FirstOrDefault(one =>
                    one.ApplicationId == _application && one.Token is not null
                ) ?? await rest.CreateWebhookAsync(home, Name, cancellationToken);
            return (webhook.Id.ToString(), null);
        }
        catch (DiscordException exception) when (exception.Kind == DiscordErrorKind.Forbidden)
        {
            return (null, new PostOutcome(PostResult.Forbidden, Reason: DiscordPermissions.ManageWebhooksName));
        }
    }

    public async Task<PostOutcome> PostAsync(
        Snowflake channel,
        PostSender sender,
        WebhookMessage message,
        CancellationToken cancellationToken
    )
    {
        var (access, refusal) = await FindAsync(sender, channel, cancellationToken);
        if (access is null)
            return refusal!;
        try
        {
            var sent = await rest.ExecuteWebhookAsync(
                access.Webhook,
                access.Token,
                message with
                {
                    Name = sender.Name,
                    Picture = sender.Picture,
                    Thread = access.Thread,
                },
                cancellationToken
            );

            // A forum's message is in a thread of its own. Elsewhere another channel means that moderators moved the webhook: it is looked
            // at once more before the next message.
            if (message.Title is null && sent.ChannelId != channel)
                _known.TryRemove((access.Webhook, channel), out _);
            return new PostOutcome(PostResult.Done, sent.Id.ToString()) { ChannelId = sent.ChannelId.ToString() };
        }
        catch (DiscordException exception) when (exception.Code is DiscordCode.UnknownWebhook or DiscordCode.InvalidWebhookToken)
        {
            _known.TryRemove((access.Webhook, channel), out _);
            return PostOutcomes.From(exception);
        }
    }

    public async Task<PostOutcome> EditAsync(
        Snowflake channel,
        Snowflake edited,
        PostSender sender,
        OutgoingMessage message,
        CancellationToken cancellationToken
    )
    {
        var (access, refusal) = await FindAsync(sender, channel, cancellationToken);
        if (access is null)
            return refusal!;
        await rest.EditWebhookMessageAsync(
            access.Webhook,
            access.Token,
            edited,
            new WebhookMessage(message) { Thread = access.Thread },
            cancellationToken
        );
        return new PostOutcome(PostResult.Done, edited.ToString()) { ChannelId = channel.ToString() };
    }

    private async Task<(Access? Access, PostOutcome? Refusal)> FindAsync(
        PostSender sender,
        Snowflake channel,
        CancellationToken cancellationToken
    )
    {
        if (DiscordChannelPoster.IdOf(sender.Webhook) is not { } id)
            return (null, Gone($"'{sender.Webhook}' is no id of the chat"));
        if (_known.TryGetValue((id, channel), out var known))
            return (known, null);
        try
        {
            var webhook = await rest.GetWebhookAsync(id, cancellationToken);
            if (webhook is not { Token: { } token, ChannelId: { } home })
                return (null, Gone("the webhook is not the bot's"));
            Snowflake? thread = home == channel ? null : channel;
            if (thread is not null && HomeOf(await rest.GetChannelAsync(channel, cancellationToken)) != home)
                return (null, Gone("the webhook posts in another channel now"));
            if (_known.Count >= MaxKnown)
                _known.Clear();
            return (_known[(id, channel)] = new Access(id, token, thread), null);
        }
        catch (DiscordException exception) when (exception.Code is DiscordCode.MissingPermissions or DiscordCode.MissingAccess)
        {
            return (null, Gone($"the bot lacks {DiscordPermissions.ManageWebhooksName} there"));
        }
        catch (HttpRequestException exception)
        {
            // Nothing was posted: it was the webhook that could not be asked for.
            return (null, new PostOutcome(PostResult.Busy, Reason: exception.Message));
        }
        catch (DiscordException exception) when (exception.Kind is DiscordErrorKind.Unavailable)
        {
            return (null, new PostOutcome(PostResult.Busy, Reason: exception.Message));
        }
    }

    // What is missing, in words; null where Discord does not say what the bot may.
    private async Task<string?> MissingAsync(Channel place, CancellationToken cancellationToken)
    {
        try
        {
            return string.Join(
                " and ",
                DiscordPermissions.MissingForWebhook(place.Type, await rest.GetOwnPermissionsAsync(place, cancellationToken))
            );
        }
        catch (Exception exception) when (exception is DiscordException or KeyNotFoundException or FormatException)
        {
            return null;
        }
    }

    // Threads have no webhooks of their own.
    private static Snowflake HomeOf(Channel place) =>
        place.Type is ChannelType.PublicThread or ChannelType.PrivateThread or ChannelType.AnnouncementThread
            ? place.ParentId ?? place.Id
            : place.Id;

    private static PostOutcome Gone(string reason) => new(PostResult.WebhookGone, Reason: reason);

    private sealed record Access(Snowflake Webhook, string Token, Snowflake? Thread);
}
