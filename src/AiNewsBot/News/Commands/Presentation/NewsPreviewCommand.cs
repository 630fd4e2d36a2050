using AiNewsBot.Chat;
using AiNewsBot.News.Commands.Selection;
using AiNewsBot.News.Subscriptions;

namespace AiNewsBot.News.Commands.Presentation;

/// <summary>/news preview: what a subscription would post now, as an ephemeral reply.</summary>
internal sealed class NewsPreviewCommand(SubscriptionChoice choice, SubscriptionPreviewCards previews) : SubscriptionCommand(choice)
{
    public override CommandDefinition Definition { get; } =
        new("news preview", "See what a subscription posts, without posting it", SubscriptionChoice.Option);

    protected override async ValueTask<Reply> HandleAsync(Request request, Subscription one, CancellationToken cancellationToken) =>
        await previews.CreateAsync(one, cancellationToken);
}
