using System.Collections.Immutable;
using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Chat.Texts;
using AiNewsBot.News.Commands.Presentation;
using AiNewsBot.News.Commands.Selection;
using AiNewsBot.News.Subscriptions;
using AiNewsBot.Outbox;

namespace AiNewsBot.News.Commands.Following;

/// <summary>What can be done with one subscription of the list: see what it posts, pause it, end it.</summary>
internal sealed class SubscriptionButtons(
    SubscriptionStore subscriptions,
    SubscriptionText text,
    SubscriptionPreviewCards previews,
    OutboxSignal signal
) : IComponentHandler
{
    public const string Look = "news-one";
    private const string Preview = "news-one-preview";
    private const string Pause = "news-one-pause";
    private const string Resume = "news-one-resume";
    private const string Unfollow = "news-one-end";

    public ImmutableArray<string> Actions { get; } = [Look, Preview, Pause, Resume, Unfollow];

    public DeferMode GetDeferMode(string action) => action is Look or Preview ? DeferMode.EphemeralMessage : DeferMode.Update;

    public ValueTask<AccessRule> GetAccessAsync(Request request, string action, string argument) => new(AccessRule.For(Permission.News));

    public async ValueTask<Reply> HandleAsync(Request request, string action, string argument, CancellationToken cancellationToken)
    {
        var server = request.Caller.Server!;
        if (
            ButtonFields.Parse(argument) is not [var field]
            || ButtonFields.Number(field) is not { } id
            || await subscriptions.FindAsync(id, cancellationToken) is not { } one
            || one.ServerId != server
        )
            return SubscriptionChoice.None;
        if (action == Preview)
            return await previews.CreateAsync(one, cancellationToken);
        if (action == Look)
            return new Reply.Show(await CardAsync(one, cancellationToken), IsPrivate: true);
        if (one.ConfigKey is not null)
            return Replies.Ephemeral(request.Texts["subscription.operator_changes"]);
        var isDone = action switch
        {
            Pause => await subscriptions.PauseOneAsync(id, server, cancellationToken),
            Resume => await subscriptions.ResumeOneAsync(id, server, cancellationToken),
            _ => await subscriptions.RemoveAsync(id, server, cancellationToken),
        };
        signal.Raise();
        return action == Unfollow && isDone
            ? new Reply.Update(
                new CardWriter(VerdictStyle.Accent(null))
                    .Add(request.Texts["follow.ended", ("what", await text.RichAsync(one, cancellationToken: cancellationToken))])
                    .ToCard()
            )
            : new Reply.Update(await CardAsync(await subscriptions.FindAsync(id, cancellationToken) ?? one, cancellationToken));
    }

    private async Task<Card> CardAsync(Subscription one, CancellationToken cancellationToken)
    {
        var texts = ChatTexts.Current;
        var what = await text.RichAsync(one, cancellationToken: cancellationToken);
        var card = new CardWriter(VerdictStyle.Accent(null)).Add(
            one.IsPaused ? $"{what}\n{texts["list.paused", ("reason", one.PausedBecause)]}" : what
        );
        card.AddButton(IdOf(Preview, one), texts["follow.preview"]);
        if (one.ConfigKey is not null)
            return card.Add($"-# {texts["subscription.operator_changes"]}").ToCard();
        if (one.IsPausedByModerator)
            card.AddButton(IdOf(Resume, one), texts["follow.resume"]);
        else if (!one.IsPaused)
            card.AddButton(IdOf(Pause, one), texts["follow.pause"]);
        return card.AddButton(IdOf(Unfollow, one), texts["follow.unfollow"]).ToCard();
    }

    private static string IdOf(string action, Subscription one) => ButtonFields.Format(action, one.Id);
}
