using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Chat.Limits;
using AiNewsBot.Feeds.Fetching;
using AiNewsBot.News.Commands.Reading;
using AiNewsBot.News.Commands.Selection;
using AiNewsBot.News.Feeds;
using AiNewsBot.News.Ingest;
using AiNewsBot.News.Items;
using AiNewsBot.News.Releases;
using AiNewsBot.News.Rendering;
using AiNewsBot.Scheduling;

namespace AiNewsBot.News.Commands.FeedLists;

/// <summary>/feeds check: asks for a feed now and shows, step by step, what comes of it.</summary>
internal sealed class FeedsCheckCommand(FeedStore feeds, FeedProbe trials, StoryReader stories, DeliveryExplainer why, NewsSearch search)
    : Command
{
    private const string Url = "url";
    private const int MaxEntries = 3;

    public override CommandDefinition Definition { get; } =
        new(
            "feeds check",
            "Ask for a feed now, and show step by step what comes of it",
            new OptionDefinition(Url, "Its address, or that of the page that it belongs to", IsRequired: true, MaxLength: 500)
        );

    public override LimitedAction? Limit => LimitedAction.FeedRequest;

    public override bool IsPrivate(Request request) => true;

    public override ValueTask<AccessRule> GetAccessAsync(Request request) => new(AccessRule.For(Permission.News));

    public override async ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        var server = request.Caller.Server!;
        if (FeedAddress.TryParse(request.Option(Url) ?? "", out var fault) is not { } given)
            return Replies.Ephemeral($"'{request.Option(Url)}' {fault}.");
        var site = SiteFeeds.Find(given);
        var address = site?.Address ?? given;
        var known =
            await feeds.FindAsync(address, server, cancellationToken) is { Origin: not FeedOrigin.Retired } feed
            && (await feeds.ForServerAsync(server, cancellationToken)).Any(one => one.Id == feed.Id)
                ? feed
                : null;
        var trial = await trials.RunAsync(address, known, guesses: false, cancellationToken);
        var read = trial.Refusal is null ? trial.Read : null;
        var writer = new CardWriter(VerdictStyle.Accent(null)).Add(
            $"### {Markdown.Escape(FeedNames.Short(known?.Name ?? address.ToString()))}"
        );
        if (site is not null)
            writer.Add($"- the feed of this page is {Markdown.Escape(address.ToString())}: {Markdown.Escape(site.Content)}");
        if (read is not null)
        {
            writer.Add([.. Told(read, address)], count => $"-# and {count} more");
            if (known is not null && await feeds.ActivateAsync(known.Id, cancellationToken))
            {
                writer.Add(
                    known.GoneAt is null
                        ? "It was off, because its address was not certain. It is on now."
                        : "Its server had said that it was gone. It is back, and asked for again from now on."
                );
                known = await feeds.FindAsync(known.Id, cancellationToken);
            }
        }
        else
        {
            writer.Add($"- **no feed**: {Markdown.Escape($"{trial.Refusal}{FeedAdvice.For(address, trial)}")}");
            if (trial.Address is { } other)
                writer.Add($"- its page names a feed: {Markdown.Escape(other.ToString())}");
        }

        writer.Add([.. StateOf(known)], count => $"-# and {count} more", isApart: true);
        return new Reply.Show((await AddFatesAsync(writer, known, read, server, cancellationToken)).ToCard(), IsPrivate: true);
    }

    private static IEnumerable<string> Told(PollResult.Read read, FeedAddress address)
    {
        yield return read.MovedTo is { } moved
            ? $"- the server answers, and says that it has moved to {Markdown.Escape(moved.ToString())}"
            : $"- {Markdown.Escape(address.Url.IdnHost)} answers";
        var entries = read.Feed.Entries;
        var reading = FeedDiff.Create(null, [], entries);
        yield return $"- it is a feed of {Quantity.Format(entries.Length, "entry", "entries")}, "
            + $"{entries.Length - reading.Entries.Length} of them twice";
        yield return $"- with a date that can be read: "
            + $"{entries.Count(entry => entry.Published is not null || entry.Updated is not null)} of {entries.Length}";
        if (reading.Rule is { } rule)
        {
            var by = rule switch
            {
                IdentityRule.Id or IdentityRule.IdWithFragment => "ids",
                IdentityRule.Link or IdentityRule.LinkWithFragment => "links",
                _ => "titles and dates",
            };
            yield return $"- they are told apart by their {by}";
        }

        if (read.Hints.Maximum > TimeSpan.Zero)
            yield return $"- the server asks for {Quantity.Format((long)Math.Round(read.Hints.Maximum.TotalMinutes), "minute")} "
                + $"between two readings";
    }

    private static IEnumerable<string> StateOf(FeedRecord? feed)
    {
        if (feed is null)
        {
            yield return "- it is on no list of this server: add it with `/feeds add`";
            yield break;
        }

        yield return feed.Origin == FeedOrigin.Added ? "- it was added by this server" : "- it is a feed of the bot's operator";
        if (feed.BaselineAt is { } baseline)
            yield return $"- read for the first time {baseline.FormatTag()}: what it had then is not posted";
        if (feed.GoneAt is { } gone)
            yield return $"- its server said {gone.FormatTag('R')} that it is gone for good: it is not asked for any more";
        else if (feed.PolledAt is { } polled)
            yield return $"- asked last {polled.FormatTag('R')}, next {feed.NextPollAt.FormatTag('R')}";
        if (feed.Fault is { } fault)
            yield return $"- failed {Quantity.Format(feed.Failures, "time")} in a row: {Markdown.Escape(fault)}";
    }

    private async Task<CardWriter> AddFatesAsync(
        CardWriter writer,
        FeedRecord? feed,
        PollResult.Read? read,
        string server,
        CancellationToken cancellationToken
    )
    {
        if (feed is null || read is null)
            return writer;
        foreach (var entry in read.Feed.Entries.Take(MaxEntries))
        {
            var title = ItemText.From(entry, ReleaseFeeds.PrefixOf(feed.Url)).Title;
            if (await search.FindAsync(server, title, 1, cancellationToken) is not [{ } story])
                writer.Add($"- {Markdown.Escape(FeedNames.Short(title))}: not ingested yet; the next poll does");
            else
                writer.Add(
                    await why.ExplainBrieflyAsync(
                        (await stories.ReadAsync(story.Item.Id, server, cancellationToken))!,
                        server,
                        cancellationToken
                    )
                );
        }

        return writer;
    }
}
