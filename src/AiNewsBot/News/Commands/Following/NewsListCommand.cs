using System.Collections.Immutable;
using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Chat.Texts;
using AiNewsBot.News.Commands.Posting;
using AiNewsBot.News.Commands.Selection;
using AiNewsBot.News.Subscriptions;
using AiNewsBot.Outbox;
using AiNewsBot.Outbox.Delivery;
using AiNewsBot.Scheduling;

namespace AiNewsBot.News.Commands.Following;

/// <summary>/news list: what this server follows, and what waits for a moderator's decision.</summary>
internal sealed class NewsListCommand(
    SubscriptionStore subscriptions,
    SubscriptionText text,
    SubscriptionHealth health,
    ChannelStore channels,
    HeldDeliveries held,
    ScheduledPosts scheduled
) : Command
{
    private const int MaxScheduled = 5;

    private static ChatTexts Texts => ChatTexts.Current;

    public override CommandDefinition Definition { get; } =
        new("news list", "What this server follows, what is scheduled and what is held back");

    public override bool IsPrivate(Request request) => true;

    public override ValueTask<AccessRule> GetAccessAsync(Request request) => new(AccessRule.For(Permission.News));

    public override async ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken) =>
        new Reply.Show(await CardAsync(request.Caller.Server!, cancellationToken), IsPrivate: true);

    private async Task<Card> CardAsync(string server, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        var options = ImmutableArray.CreateBuilder<CardOption>();
        var all = await subscriptions.ForServerAsync(server, cancellationToken);
        var states = await health.DescribeAsync(server, all, cancellationToken);
        foreach (var channel in all.GroupBy(one => one.ChannelId))
        {
            foreach (var one in channel)
            {
                var line = await LineOfAsync(one, states[one.Id], cancellationToken);
                lines.Add(one == channel.First() ? $"**{Mentions.Channel(channel.Key)}**\n{line}" : line);
                if (options.Count < CardMenu.MaxOptions)
                    options.Add(await OptionOfAsync(one, cancellationToken));
            }
        }

        var writer = new CardWriter(VerdictStyle.Accent(null)).Add(Texts["list.title"]);
        writer.Add(lines.Count == 0 ? [Texts["list.nothing"]] : [.. lines], AnswerText.More, reserve: 1200);
        if (await health.CountFeedsAsync(server, cancellationToken) is { Failing: > 0 } broken)
            writer.Add($"-# {FailingOf(broken.Failing, broken.Count)}");
        if (options.Count > 0)
            writer.AddMenu(new CardMenu(CardMenu.Choose, Texts["list.choose_one"], options.ToImmutable()));
        if (await held.FindPostAsync(server, cancellationToken) is { } post)
        {
            writer.Add(
                Texts["list.held_post", ("channel", Mentions.Channel(post.ChannelId)), ("reason", post.Reason?.Sentence ?? "")],
                isApart: true
            );
            writer.AddButton(new HeldPostButton(post.Id, WasPosted: true).Id, Texts["list.was_posted"]);
            writer.AddButton(new HeldPostButton(post.Id, WasPosted: false).Id, Texts["list.not_posted"]);
        }

        if (await held.FindBatchAsync(server, cancellationToken) is { } batch)
        {
            writer.Add(Texts["list.held_batch", ("feed", Markdown.Escape(batch.Feed)), ("reason", batch.Doubt.Sentence)], isApart: true);
            writer.AddButton(new HeldBatchButton(batch.Id, Posts: true).Id, Texts["list.post_all"]);
            writer.AddButton(new HeldBatchButton(batch.Id, Posts: false).Id, Texts["list.drop"]);
        }

        AddScheduled(writer, await scheduled.OfAsync(server, cancellationToken));
        return writer.ToCard();
    }

    private static string FailingOf(int failing, int count) =>
        Texts["list.failing", ("failing", $"{failing}"), ("feeds", Texts.Count("count.feeds", count))];

    private static void AddScheduled(CardWriter writer, IReadOnlyList<ScheduledPost> posts)
    {
        if (posts.Count == 0)
            return;
        var lines = posts
            .Take(MaxScheduled)
            .Select(post =>
                Texts[
                    "list.scheduled_line",
                    ("time", post.Due.FormatTag()),
                    ("channel", Mentions.Channel(post.Channel)),
                    ("title", Markdown.Escape(post.Title))
                ]
            );
        writer.Add(
            [
                Texts["list.scheduled"],
                .. lines,
                .. posts.Count > MaxScheduled ? [AnswerText.More(posts.Count - MaxScheduled)] : Array.Empty<string>(),
            ],
            AnswerText.More,
            isApart: true
        );
        writer.AddButton(ButtonId.Format(ScheduledPostButtons.Look, "0"), Texts["list.edit_scheduled"]);
    }

    private async Task<CardOption> OptionOfAsync(Subscription one, CancellationToken cancellationToken)
    {
        var channel = await channels.FindAsync(one.ChannelId, cancellationToken);
        var name = await text.PlainAsync(one, $"#{channel?.Name ?? one.ChannelId}", cancellationToken);
        return new CardOption(FeedNames.Short(name), ButtonFields.Format(SubscriptionButtons.Look, one.Id));
    }

    private async Task<string> LineOfAsync(Subscription one, string state, CancellationToken cancellationToken)
    {
        var what = await text.RichAsync(one, isInChannel: true, cancellationToken: cancellationToken);
        var line = $"- {(one.ConfigKey is null ? what : Texts["list.of_operator", ("line", what)])}";
        return one.IsPaused ? $"{line}\n  - {Texts["list.paused", ("reason", one.PausedBecause)]}" : $"{line}\n  -# {state}";
    }
}
