using System.Collections.Immutable;
using AiNewsBot.Answering;
using AiNewsBot.Cards;
using AiNewsBot.Commands;
using AiNewsBot.Limits;
using AiNewsBot.News.Feeds;
using AiNewsBot.News.Fetching;
using AiNewsBot.News.Polling;
using AiNewsBot.Servers;
using AiNewsBot.Transport;

namespace AiNewsBot.News.Commands;

/// <summary>/feeds add: finds the feed at an address, reads it once, and puts it on the server's list.</summary>
internal sealed class FeedsAddCommand(
    Gate gate, SnapshotHolder snapshots, FeedDiscovery discovery, FeedReader reader, FeedStore feeds, ServerFeeds serverFeeds, ReadingStore readings, NewsIntervals intervals, TimeProvider time) : Command
{
    private const string Url = "url";
    private const string About = "about";
    private const int Longest = 500;

    public override CommandDefinition Definition { get; } = new(
        "feeds add", "Add a feed for this server, by its address or that of its page",
        new OptionDefinition(Url, "Its address, or that of the page that it belongs to", IsRequired: true, LongestText: Longest),
        new OptionDefinition(About, "A model, family or maker that all of its stories are about", Completes: true, LongestText: Names.Longest));

    public override LimitedAct? Limit => LimitedAct.FeedRequest;

    public override bool IsPrivate(Request request) => true;

    public override ImmutableArray<Suggestion> Complete(Request request) => snapshots.For(request.Caller.Server).Names.Complete(request.Option(About) ?? "");

    public override async ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        var (server, refusal) = gate.Enter(request, Power.News);
        if (refusal is not null)
            return refusal;
        if (FeedAddress.TryParse(request.Option(Url) ?? "", out var fault) is not { } address)
            return Answered.Say($"'{request.Option(Url)}' {fault}.");
        string? about = null;
        if (request.Option(About) is { } name)
        {
            var (subject, unknown) = Names.Find(snapshots.For(server!.Id), name, time.Today());
            if (subject is null)
                return Answered.Refused(unknown!);
            about = subject.Id;
        }

        if (serverFeeds.Count(server!.Id) >= ServerFeeds.Most)
            return Answered.Say($"This server has added {ServerFeeds.Most} feeds already: remove one first with /feeds remove.");
        if (feeds.Find(address) is { Origin: not FeedOrigin.Retired } known)
            return Put(known, server.Id, about, request.Caller.User, [], null);
        var found = await discovery.FindAsync(address, guesses: true, cancellationToken);
        return found.Feeds.IsEmpty ? Answered.Say(found.Fault!) : await AddAsync(found.Feeds, server.Id, about, request.Caller.User, cancellationToken);
    }

    private async Task<Reply> AddAsync(ImmutableArray<DiscoveredFeed> found, string server, string? about, string user, CancellationToken cancellationToken)
    {
        var first = found[0];
        if (feeds.Find(first.Address) is { Origin: not FeedOrigin.Retired } known)
            return Put(known, server, about, user, found[1..], null);

        // Read before it is kept: what cannot be read is refused with its reason.
        var trial = new FeedRecord { Url = first.Address.ToString() };
        var result = await reader.ReadAsync(trial, cancellationToken);
        if (result is not PollResult.Read read)
            return Answered.Say(result is PollResult.Failed failed ? failed.Reason : "Nothing came from there.");
        var reply = Put(trial, server, about, user, found[1..], read);
        if (feeds.Find(first.Address) is { BaselineAt: null } stored)
            readings.Store(stored, read, intervals.Next(stored, read));
        return reply;
    }

    private Reply.Show Put(FeedRecord feed, string server, string? about, string user, ImmutableArray<DiscoveredFeed> others, PollResult.Read? read)
    {
        var address = FeedAddress.TryParse(feed.Url)!;
        var isNew = serverFeeds.Add(address, server, about, user);
        var name = read?.Feed.Title ?? feed.Name;
        var lines = new List<string> { isNew ? $"Added: {Markdown.Link(name, address.ToString())}." : $"{Markdown.Link(name, address.ToString())} is on this server's list already." };
        if (read is not null)
            lines.Add($"-# It has {read.Feed.Entries.Length} entries now, which are not posted; what comes from now on is. Follow it with `/news follow`.");
        if (others.Length > 0)
            lines.Add($"-# The page names other feeds, too: {string.Join(", ", others.Take(5).Select(other => Markdown.Escape(other.Address.ToString())))}");
        return new Reply.Show(new CardWriter(VerdictStyle.Accent(null)).Add(lines, count => $"-# and {count} more").ToCard(), IsPrivate: true);
    }
}
