using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Cards;
using AiNewsBot.News.Commands.Selection;
using AiNewsBot.News.Subscriptions;

namespace AiNewsBot.News.Commands.Following;

/// <summary>/news unfollow: ends a subscription.</summary>
internal sealed class NewsUnfollowCommand(SubscriptionStore subscriptions, SubscriptionChoice choice, SubscriptionText text)
    : SubscriptionCommand(choice)
{
    public override CommandDefinition Definition { get; } = new("news unfollow", "End a subscription", SubscriptionChoice.Option);

    protected override async ValueTask<Reply> HandleAsync(Request request, Subscription one, CancellationToken cancellationToken)
    {
        var server = request.Caller.Server!;
        if (one.ConfigKey is not null)
            return Replies.Ephemeral(request.Texts["subscription.operator_ends"]);
        return await subscriptions.RemoveAsync(one.Id, server, cancellationToken)
            ? new Reply.Show(
                new CardWriter(VerdictStyle.Accent(null))
                    .Add(request.Texts["follow.ended", ("what", await text.RichAsync(one, cancellationToken: cancellationToken))])
                    .ToCard(),
                IsPrivate: true
            )
            : SubscriptionChoice.None;
    }
}
