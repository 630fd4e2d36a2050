using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Chat.Limits;
using AiNewsBot.Chat.Texts;
using AiNewsBot.Feeds;
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

    private static ChatTexts Texts => ChatTexts.Current;

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
        if (FeedAddress.TryParse(request.Option(Url) ?? "", out FeedAddressFault? fault) is not { } given)
            return Replies.Ephemeral(AddressFaultText.Create(request.Option(Url) ?? "", fault));
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
            writer.Add(Texts["check.of_page", ("feed", Markdown.Escape(address.ToString())), ("content", Markdown.Escape(site.Content))]);
        if (read is not null)
        {
            writer.Add([.. Told(read, address)], AnswerText.More);
            if (known is not null && await feeds.ActivateAsync(known.Id, cancellationToken))
            {
                writer.Add(Texts[known.GoneAt is null ? "check.now_on" : "check.back"]);
                known = await feeds.FindAsync(known.Id, cancellationToken);
            }
        }
        else
        {
            var reason = $"{FeedFaults.Sentence(trial.Refusal!)}{FeedAdvice.For(address, trial)}";
            writer.Add(Texts["check.no_feed", ("fault", Markdown.Escape(reason))]);
            if (trial.Address is { } other)
                writer.Add(Texts["check.page_names", ("feed", Markdown.Escape(other.ToString()))]);
        }

        writer.Add([.. StateOf(known)], AnswerText.More, isApart: true);
        return new Reply.Show((await AddFatesAsync(writer, known, read, server, cancellationToken)).ToCard(), IsPrivate: true);
    }

    private static IEnumerable<string> Told(PollResult.Read read, FeedAddress address)
    {
        yield return read.MovedTo is { } moved
            ? Texts["check.moved", ("feed", Markdown.Escape(moved.ToString()))]
            : Texts["check.answers", ("host", Markdown.Escape(address.Url.IdnHost))];
        var entries = read.Feed.Entries;
        var reading = FeedDiff.Create(null, [], entries);
        yield return Texts[
            "check.entries",
            ("entries", Texts.Count("count.entries", entries.Length)),
            ("twice", $"{entries.Length - reading.Entries.Length}")
        ];
        var dated = entries.Count(entry => entry.Published is not null || entry.Updated is not null);
        yield return Texts["check.dated", ("dated", $"{dated}"), ("count", $"{entries.Length}")];
        if (reading.Rule is { } rule)
        {
            yield return Texts[
                rule switch
                {
                    IdentityRule.Id or IdentityRule.IdWithFragment => "check.by_ids",
                    IdentityRule.Link or IdentityRule.LinkWithFragment => "check.by_links",
                    _ => "check.by_titles",
                }
            ];
        }

        if (read.Hints.Maximum is var pause && pause > TimeSpan.Zero)
            yield return Texts["check.pause", ("minutes", Texts.Count("count.minutes", (long)Math.Round(pause.TotalMinutes)))];
    }

    private static IEnumerable<string> StateOf(FeedRecord? feed)
    {
        if (feed is null)
        {
            yield return Texts["check.on_no_list"];
            yield break;
        }

        yield return Texts[feed.Origin == FeedOrigin.Added ? "check.added_here" : "check.of_operator"];
        if (feed.BaselineAt is { } baseline)
            yield return Texts["check.first_read", ("time", baseline.FormatTag())];
        if (feed.GoneAt is { } gone)
            yield return Texts["check.gone", ("time", gone.FormatTag('R'))];
        else if (feed.PolledAt is { } polled)
            yield return Texts["check.polled", ("last", polled.FormatTag('R')), ("next", feed.NextPollAt.FormatTag('R'))];
        if (feed.FaultSentence is { } fault)
            yield return Texts["check.failed", ("times", Texts.Count("count.times", feed.Failures)), ("fault", Markdown.Escape(fault))];
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
                writer.Add(Texts["check.not_ingested", ("title", Markdown.Escape(FeedNames.Short(title)))]);
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
