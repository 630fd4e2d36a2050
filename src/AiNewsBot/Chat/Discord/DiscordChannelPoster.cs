using System.Globalization;
using System.Text.Json;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Chat.Posting;
using AiNewsBot.Discord;
using AiNewsBot.Discord.Models;
using AiNewsBot.Discord.Rest;

namespace AiNewsBot.Chat.Discord;

/// <summary>Posting, over this project's own client of Discord.</summary>
internal sealed class DiscordChannelPoster(DiscordRest rest) : IChannelPoster
{
    private readonly DiscordWebhooks _webhooks = new(rest);

    public async Task<(ChannelInfo? Channel, PostOutcome? Refusal)> ChannelAsync(string channel, CancellationToken cancellationToken)
    {
        if (IdOf(channel) is not { } id)
            return (null, NoId(channel));
        try
        {
            var found = await rest.GetChannelAsync(id, cancellationToken);
            return (FactsOf(channel, found), null);
        }
        catch (DiscordException exception)
        {
            return (null, PostOutcomes.From(exception));
        }
        catch (Exception exception) when (exception is HttpRequestException or JsonException)
        {
            return (null, new PostOutcome(PostResult.Busy, Reason: exception.Message));
        }
    }

    public async Task<(string? Channel, PostOutcome? Refusal)> DirectAsync(string user, CancellationToken cancellationToken)
    {
        if (IdOf(user) is not { } id)
            return (null, NoId(user));
        try
        {
            return ((await rest.CreateDirectAsync(id, cancellationToken)).Id.ToString(), null);
        }
        catch (DiscordException exception)
        {
            return (null, PostOutcomes.From(exception));
        }
        catch (Exception exception) when (exception is HttpRequestException or JsonException)
        {
            return (null, new PostOutcome(PostResult.Busy, Reason: exception.Message));
        }
    }

    public async Task<(string? Webhook, PostOutcome? Refusal)> WebhookAsync(string channel, CancellationToken cancellationToken)
    {
        if (IdOf(channel) is not { } id)
            return (null, NoId(channel));
        try
        {
            return await _webhooks.EnsureAsync(id, cancellationToken);
        }
        catch (DiscordException exception)
        {
            return (null, PostOutcomes.From(exception));
        }
        catch (Exception exception) when (exception is HttpRequestException or JsonException)
        {
            return (null, new PostOutcome(PostResult.Busy, Reason: exception.Message));
        }
    }

    public async Task<bool> MayPostAsync(string channel, string? tag, CancellationToken cancellationToken)
    {
        if (IdOf(channel) is not { } id)
            return false;
        AiNewsBot.Discord.Models.Channel place;
        try
        {
            place = await rest.GetChannelAsync(id, cancellationToken);
        }
        catch (Exception exception) when (exception is DiscordException or HttpRequestException or JsonException)
        {
            return false;
        }

        if (place.IsForum && (tag is null ? place.RequiresTag : FactsOf(channel, place).FindTag(tag) is null))
            return false;
        try
        {
            return !place.IsLocked
                && DiscordPermissions.MissingToPost(place.Type, await rest.GetOwnPermissionsAsync(place, cancellationToken)).IsEmpty;
        }
        catch (Exception exception)
            when (exception is DiscordException or HttpRequestException or JsonException or KeyNotFoundException or FormatException)
        {
            return true;
        }
    }

    public Task<PostOutcome> PostAsync(string channel, ChannelPost post, string? nonce, CancellationToken cancellationToken) =>
        TryAsync(
            channel,
            async id =>
            {
                if (post.Sender is { } sender)
                    return await _webhooks.PostAsync(id, sender, new WebhookMessage(MessageOf(post)), cancellationToken);
                var message = MessageOf(post) with { Nonce = nonce };
                Message sent;
                try
                {
                    sent = await rest.CreateMessageAsync(id, message, cancellationToken);
                }
                catch (DiscordException exception) when (exception.Code == DiscordCode.ThreadArchived)
                {
                    if (await OpenAgainAsync(id, cancellationToken) is { } refusal)
                        return refusal;
                    sent = await rest.CreateMessageAsync(id, message, cancellationToken);
                }

                return new PostOutcome(PostResult.Done, sent.Id.ToString()) { ChannelId = channel };
            }
        );

    public Task<PostOutcome> PostToForumAsync(string forum, ChannelPost post, CancellationToken cancellationToken) =>
        TryAsync(
            forum,
            async id =>
            {
                var tags = new List<Snowflake>();
                if (post.Tag is not null || !post.OtherTags.IsEmpty)
                {
                    var offered = FactsOf(forum, await rest.GetChannelAsync(id, cancellationToken));
                    if (post.Tag is not null && offered.FindTag(post.Tag) is null)
                        return new PostOutcome(PostResult.NeedsTag, Reason: $"the forum has no tag called {post.Tag}");
                    tags.AddRange(
                        post.OtherTags.Prepend(post.Tag ?? "")
                            .Select(offered.FindTag)
                            .OfType<OptionChoice>()
                            .Select(tag => IdOf(tag.Value)!.Value)
                            .Distinct()
                            .Take(DiscordLimits.ThreadTags)
                    );
                }

                if (post.Sender is { } sender)
                    return await _webhooks.PostAsync(
                        id,
                        sender,
                        new WebhookMessage(MessageOf(post)) { Title = Short(post.Title), Tags = tags },
                        cancellationToken
                    );
                var thread = await rest.CreateForumPostAsync(id, Short(post.Title), MessageOf(post), tags, cancellationToken);

                // The first message of a forum's thread has the thread's own id.
                return new PostOutcome(PostResult.Done, thread.Id.ToString()) { ChannelId = thread.Id.ToString() };
            }
        );

    public Task<PostOutcome> EditAsync(string channel, string message, ChannelPost post, CancellationToken cancellationToken) =>
        TryAsync(
            channel,
            async id =>
            {
                if (IdOf(message) is not { } edited)
                    return NoId(message);
                if (post.Sender is { } sender)
                    return await _webhooks.EditAsync(id, edited, sender, MessageOf(post), cancellationToken);
                await rest.EditMessageAsync(id, edited, MessageOf(post), cancellationToken);
                return new PostOutcome(PostResult.Done, message) { ChannelId = channel };
            }
        );

    public Task<PostOutcome> PublishAsync(string channel, string message, CancellationToken cancellationToken) =>
        TryAsync(
            channel,
            async id =>
            {
                if (IdOf(message) is not { } published)
                    return NoId(message);
                try
                {
                    await rest.CrosspostAsync(id, published, cancellationToken);
                }
                catch (DiscordException exception) when (exception.Code == DiscordCode.AlreadyCrossposted)
                {
                    // An earlier request took effect, though its answer did not arrive.
                }

                return new PostOutcome(PostResult.Done, message) { ChannelId = channel };
            }
        );

    public Task<SearchOutcome> FindAsync(string channel, string buttonId, string? after, CancellationToken cancellationToken) =>
        new OwnMessageSearch(rest).FindAsync(channel, buttonId, after, cancellationToken);

    internal static Snowflake? IdOf(string id) =>
        ulong.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? new Snowflake(number) : null;

    private static async Task<PostOutcome> TryAsync(string channel, Func<Snowflake, Task<PostOutcome>> send)
    {
        if (IdOf(channel) is not { } id)
            return NoId(channel);
        try
        {
            return await send(id);
        }
        catch (DiscordException exception)
        {
            return PostOutcomes.From(exception);
        }
        catch (HttpRequestException exception)
        {
            return PostOutcomes.From(exception);
        }
        catch (JsonException exception)
        {
            // It was done, but the answer does not say under which id.
            return new PostOutcome(PostResult.Unclear, Reason: exception.Message);
        }
    }

    // Who may write in a thread opens it by that, unless it is locked, too.
    private async Task<PostOutcome?> OpenAgainAsync(Snowflake thread, CancellationToken cancellationToken)
    {
        try
        {
            await rest.UnarchiveAsync(thread, cancellationToken);
            return null;
        }
        catch (DiscordException exception) when (exception.Code is DiscordCode.ThreadArchived or DiscordCode.MissingPermissions)
        {
            return new PostOutcome(PostResult.Archived, Reason: exception.Message);
        }
    }

    private static ChannelInfo FactsOf(string id, AiNewsBot.Discord.Models.Channel channel) =>
        new(id, ChannelKinds.From(channel.Type), channel.Name, channel.GuildId?.ToString(), channel.LastMessageId?.ToString())
        {
            RequiresTag = channel.RequiresTag,
            IsAgeRestricted = channel.IsAgeRestricted,
            Tags = [.. channel.Tags.Select(tag => new OptionChoice(tag.Name, tag.Id.ToString()))],
        };

    private static PostOutcome NoId(string id) => new(PostResult.ChannelGone, Reason: $"'{id}' is no id of the chat");

    private static OutgoingMessage MessageOf(ChannelPost post) =>
        CardMessages.Create(post.Card, isPrivate: false) with
        {
            MentionedRoles = [.. post.Mentions.Select(IdOf).OfType<Snowflake>()],
        };

    private static string Short(string title) => title.Length == 0 ? "News" : Ellipsis.Shorten(title, DiscordLimits.ThreadName);
}
