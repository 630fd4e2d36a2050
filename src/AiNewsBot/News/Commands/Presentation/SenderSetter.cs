using AiNewsBot.Chat.Cards;
using AiNewsBot.Chat.Posting;
using AiNewsBot.News.Subscriptions;

namespace AiNewsBot.News.Commands.Presentation;

/// <summary>Gives a subscription a name and a picture of its own, where the bot has a webhook for its channel or may make one.</summary>
internal sealed class SenderSetter(SubscriptionStore subscriptions, IChannelPoster poster)
{
    /// <returns>Why it cannot be; null where it is so now.</returns>
    public async Task<string?> SetAsync(Subscription one, string? name, string? picture, CancellationToken cancellationToken)
    {
        var (webhook, refusal) = await poster.WebhookAsync(one.ChannelId, cancellationToken);
        if (webhook is null)
            return refusal is { Result: PostResult.Forbidden }
                ? $"A name or picture of its own is posted by a webhook, and the bot lacks {refusal.Reason} in "
                    + $"{Mentions.Channel(one.ChannelId)}: allow it, then set it again."
                : $"A name or picture of its own is posted by a webhook, and Discord made none in {Mentions.Channel(one.ChannelId)}: "
                    + Markdown.Escape(refusal!.Reason ?? "it does not say why");
        await subscriptions.ChangeSenderAsync(one.Id, webhook, name, picture);
        return null;
    }
}
