using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Chat.Posting;
using AiNewsBot.News.Commands.Presentation;
using AiNewsBot.News.Commands.Selection;
using AiNewsBot.News.Subscriptions;
using AiNewsBot.Outbox;

namespace AiNewsBot.News.Commands.Following;

/// <summary>/news copy: another channel follows the same, with the same settings.</summary>
internal sealed class NewsCopyCommand(
    SubscriptionStore subscriptions,
    SubscriptionChoice choice,
    SubscriptionText text,
    ForumTags forums,
    SenderSetter senders,
    ChannelStore channelStore
) : SubscriptionCommand(choice)
{
    private const string Channel = "channel";

    public override CommandDefinition Definition { get; } =
        new(
            "news copy",
            "Follow the same in another channel, with the same filter, limits and look",
            SubscriptionChoice.Option,
            new OptionDefinition(Channel, "Where", OptionKind.Channel, IsRequired: true)
        );

    protected override async ValueTask<Reply> HandleAsync(Request request, Subscription one, CancellationToken cancellationToken)
    {
        var server = request.Caller.Server!;
        if (PostingChannels.GetError(request, Channel) is { } refusal)
            return Replies.Ephemeral(refusal);
        var channel = request.Channels[request.Option(Channel)!];
        if (channel.Id == one.ChannelId)
            return Replies.Ephemeral(new Refusal(RefusalCode.ChannelOfItself));
        if ((await subscriptions.ForServerAsync(server, cancellationToken)).Count >= NewsFollowCommand.MaxCount)
            return Replies.Ephemeral(request.Texts["subscription.full", ("count", $"{NewsFollowCommand.MaxCount}")]);
        var forum = await forums.ForumAsync(channel, cancellationToken);
        if (forum is not null && ForumTags.GetRefusal(forum, null) is { } tagFault)
            return Replies.Ephemeral(tagFault);
        await channelStore.RecordAsync(new ChannelInfo(channel.Id, channel.Kind, channel.Name, server, null), cancellationToken);
        var copy = await subscriptions.CopyAsync(one.Id, channel.Id, request.Caller.User, cancellationToken);
        var fault = one.WebhookId is null
            ? null
            : await senders.SetAsync(one with { Id = copy, ChannelId = channel.Id }, one.SenderName, one.SenderPicture, cancellationToken);
        var made = (await subscriptions.FindAsync(copy, cancellationToken))!;
        var card = new CardWriter(VerdictStyle.Accent(null)).Add(
            request.Texts["follow.now", ("what", await text.RichAsync(made, cancellationToken: cancellationToken))]
        );
        if (fault is not null)
            card.Add($"⚠️ {request.Texts["follow.own_name", ("reason", Markdown.Escape(RefusalText.Reason(fault)))]}");
        return new Reply.Show(card.ToCard(), IsPrivate: true);
    }
}
