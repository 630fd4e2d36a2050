using AiNewsBot.Chat;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Chat.Posting;
using AiNewsBot.Chat.Texts;
using AiNewsBot.News.Subscriptions;

namespace AiNewsBot.News.Commands.Presentation;

/// <summary>Gives a subscription a name and a picture of its own, where the bot has a webhook for its channel or may make one.</summary>
internal sealed class SenderSetter(SubscriptionStore subscriptions, IChannelPoster poster)
{
    /// <returns>Why it cannot be; null where it is so now.</returns>
    public async Task<Refusal?> SetAsync(Subscription one, string? name, string? picture, CancellationToken cancellationToken)
    {
        var (webhook, refusal) = await poster.WebhookAsync(one.ChannelId, cancellationToken);
        if (webhook is null)
            return refusal is { Result: PostResult.Forbidden }
                ? new Refusal(RefusalCode.WebhookForbidden, Mentions.Channel(one.ChannelId), refusal.Reason ?? "")
                : new Refusal(
                    RefusalCode.WebhookMissing,
                    Mentions.Channel(one.ChannelId),
                    refusal!.Reason ?? ChatTexts.Current["reason.says_nothing"]
                );
        await subscriptions.ChangeSenderAsync(one.Id, webhook, name, picture, cancellationToken);
        return null;
    }
}
