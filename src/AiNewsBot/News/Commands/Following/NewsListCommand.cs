using System.Collections.Immutable;
using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Cards;
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

        var writer = new CardWriter(VerdictStyle.Accent(null)).Add("### What this server follows");
        writer.Add(
            lines.Count == 0 ? ["Nothing yet. Begin with `/news follow`."] : [.. lines],
            count => $"-# and {count} more",
            reserve: 1200
        );
        if (await health.CountFeedsAsync(server, cancellationToken) is { Failing: > 0 } broken)
            writer.Add($"-# {broken.Failing} of {Quantity.Format(broken.Count, "feed")} cannot be read now: `/feeds list` says why.");
        if (options.Count > 0)
            writer.AddMenu(new CardMenu(CardMenu.Choose, "Preview, pause or unfollow one", options.ToImmutable()));
        if (await held.FindPostAsync(server, cancellationToken) is { } post)
        {
            writer.Add(
                $"**Held back** in {Mentions.Channel(post.ChannelId)}: {post.Reason?.Sentence} Look there: does the post "
                    + $"stand in the channel?",
                isApart: true
            );
            writer.AddButton(new HeldPostButton(post.Id, WasPosted: true).Id, "It was posted");
            writer.AddButton(new HeldPostButton(post.Id, WasPosted: false).Id, "It does not: post it");
        }

        if (await held.FindBatchAsync(server, cancellationToken) is { } batch)
        {
            writer.Add($"**Held back** of {Markdown.Escape(batch.Feed)}: {batch.Doubt.Sentence}.", isApart: true);
            writer.AddButton(new HeldBatchButton(batch.Id, Posts: true).Id, "Post them all");
            writer.AddButton(new HeldBatchButton(batch.Id, Posts: false).Id, "Drop them");
        }

        AddScheduled(writer, await scheduled.OfAsync(server, cancellationToken));
        return writer.ToCard();
    }

    private static void AddScheduled(CardWriter writer, IReadOnlyList<ScheduledPost> posts)
    {
        if (posts.Count == 0)
            return;
        var lines = posts
            .Take(MaxScheduled)
            .Select(post => $"- {post.Due.FormatTag()} in {Mentions.Channel(post.Channel)}: {Markdown.Escape(post.Title)}");
        writer.Add(
            [
                "**Scheduled posts**",
                .. lines,
                .. posts.Count > MaxScheduled ? [$"-# and {posts.Count - MaxScheduled} more"] : Array.Empty<string>(),
            ],
            count => $"-# and {count} more",
            isApart: true
        );
        writer.AddButton(ButtonId.Format(ScheduledPostButtons.Look, "0"), "Edit or cancel posts");
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
        var line = $"- {what}{(one.ConfigKey is null ? "" : " (set by the operator)")}";
        return one.IsPaused ? $"{line}\n  - **paused**: {one.PausedBecause}" : $"{line}\n  -# {state}";
    }
}
