using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Cards;
using AiNewsBot.News.Commands.Selection;
using AiNewsBot.News.Subscriptions;
using AiNewsBot.Outbox;

namespace AiNewsBot.News.Commands.Following;

/// <summary>/news resume: ends the pause of a subscription.</summary>
internal sealed class NewsResumeCommand(
    SubscriptionStore subscriptions,
    SubscriptionChoice choice,
    SubscriptionText text,
    OutboxSignal signal
) : SubscriptionCommand(choice)
{
    public override CommandDefinition Definition { get; } =
        new("news resume", "Post what a paused subscription follows again", SubscriptionChoice.Option);

    protected override async ValueTask<Reply> HandleAsync(Request request, Subscription one, CancellationToken cancellationToken)
    {
        var server = request.Caller.Server!;
        if (!await subscriptions.ResumeOneAsync(one.Id, server, cancellationToken))
            return Refuse(request, one);
        signal.Raise();
        return new Reply.Show(
            new CardWriter(VerdictStyle.Accent(null))
                .Add(request.Texts["follow.resumed", ("what", await text.RichAsync(one, cancellationToken: cancellationToken))])
                .ToCard(),
            IsPrivate: true
        );
    }

    private static Reply Refuse(Request request, Subscription one) =>
        one switch
        {
            { IsPaused: false } => Replies.Ephemeral(new Refusal(RefusalCode.SubscriptionNotPaused)),
            { PausedReason: ReasonCode.ChannelGone } => Replies.Ephemeral(request.Texts["follow.channel_gone"]),
            _ => Replies.Ephemeral(request.Texts["follow.resumes_by_itself", ("reason", one.PausedBecause)]),
        };
}
