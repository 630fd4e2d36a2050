using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Cards;
using AiNewsBot.News.Commands.Selection;
using AiNewsBot.News.Subscriptions;

namespace AiNewsBot.News.Commands.Following;

/// <summary>/news pause: a subscription posts nothing until it is resumed.</summary>
internal sealed class NewsPauseCommand(SubscriptionStore subscriptions, SubscriptionChoice choice, SubscriptionText text)
    : SubscriptionCommand(choice)
{
    public override CommandDefinition Definition { get; } =
        new("news pause", "Post nothing of a subscription until it is resumed", SubscriptionChoice.Option);

    protected override async ValueTask<Reply> HandleAsync(Request request, Subscription one, CancellationToken cancellationToken)
    {
        var server = request.Caller.Server!;
        return await subscriptions.PauseOneAsync(one.Id, server, cancellationToken)
            ? new Reply.Show(
                new CardWriter(VerdictStyle.Accent(null))
                    .Add(request.Texts["follow.paused", ("what", await text.RichAsync(one, cancellationToken: cancellationToken))])
                    .Add($"-# {request.Texts["follow.pause_note"]}")
                    .ToCard(),
                IsPrivate: true
            )
            : Replies.Ephemeral(new Refusal(one.IsPaused ? RefusalCode.SubscriptionPaused : RefusalCode.SubscriptionOfOperator));
    }
}
