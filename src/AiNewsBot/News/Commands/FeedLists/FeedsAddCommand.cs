using System.Collections.Immutable;
using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Chat.Limits;
using AiNewsBot.Chat.Texts;
using AiNewsBot.Feeds;
using AiNewsBot.Feeds.Fetching;
using AiNewsBot.News.Commands.Selection;
using AiNewsBot.News.Feeds;
using AiNewsBot.News.Ingest;
using AiNewsBot.Scheduling;

namespace AiNewsBot.News.Commands.FeedLists;

/// <summary>/feeds add: finds the feed at an address, reads it once, and puts it on the server's list.</summary>
internal sealed class FeedsAddCommand(
    SnapshotHolder snapshots,
    FeedProbe trials,
    FeedStore feeds,
    ServerFeeds serverFeeds,
    FeedIngestor readings,
    PollSchedule intervals,
    TimeProvider time
) : Command
{
    private const string Url = "url";
    private const string About = "about";
    private const string Pictures = "pictures";
    private const string AgeRestricted = "age_restricted";
    private const string TitleAlone = "title_alone";
    private const int MaxLength = 500;
    private const int MaxOthers = 5;

    private static ChatTexts Texts => ChatTexts.Current;

    public override CommandDefinition Definition { get; } =
        new(
            "feeds add",
            "Add a feed for this server, by its address or that of its page",
            new OptionDefinition(Url, "Its address, or that of the page that it belongs to", IsRequired: true, MaxLength: MaxLength),
            new OptionDefinition(
                About,
                "A model, family or maker that all of its stories are about",
                Completes: true,
                MaxLength: SubjectLookup.MaxLength
            ),
            new OptionDefinition(Pictures, "Whether posts show its pictures", OptionKind.Flag),
            new OptionDefinition(AgeRestricted, "Show its pictures in age-restricted channels alone", OptionKind.Flag),
            new OptionDefinition(TitleAlone, "Whether posts show the title and link of its stories alone", OptionKind.Flag)
        );

    public override LimitedAction? Limit => LimitedAction.FeedRequest;

    public override bool IsPrivate(Request request) => true;

    public override async Task<ImmutableArray<OptionChoice>> CompleteAsync(Request request, CancellationToken cancellationToken) =>
        (await snapshots.ForAsync(request.Caller.Server, cancellationToken)).Names.Complete(request.Option(About) ?? "");

    public override ValueTask<AccessRule> GetAccessAsync(Request request) => new(AccessRule.For(Permission.News));

    public override async ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        var reply = await PutAsync(request, cancellationToken);
        var (pictures, restricted, titleAlone) = (Flag(request, Pictures), Flag(request, AgeRestricted), Flag(request, TitleAlone));
        if (reply.Added is { } address && (pictures ?? restricted ?? titleAlone) is not null)
            await serverFeeds.ChangeAsync(address, request.Caller.Server!, pictures, restricted, titleAlone, cancellationToken);
        return reply.Shown;
    }

    private static bool? Flag(Request request, string name) => request.Option(name) is { } value ? value == "true" : null;

    private async Task<(Reply Shown, FeedAddress? Added)> PutAsync(Request request, CancellationToken cancellationToken)
    {
        var server = request.Caller.Server!;
        if (FeedAddress.TryParse(request.Option(Url) ?? "", out FeedAddressFault? fault) is not { } address)
            return (Replies.Ephemeral(AddressFaultText.Create(request.Option(Url) ?? "", fault)), null);
        string? about = null;
        if (request.Option(About) is { } name)
        {
            var (subject, unknown) = SubjectLookup.Find(await snapshots.ForAsync(server, cancellationToken), name, time.Today());
            if (subject is null)
                return (Replies.Refusal(unknown!), null);
            about = subject.Id;
        }

        var site = SiteFeeds.Find(address);
        var known = await KnownAsync([site?.Address ?? address, address], server, cancellationToken);
        if (!await serverFeeds.HasRoomAsync(server, known?.Id, cancellationToken))
            return (Replies.Ephemeral(Texts["feeds.full", ("count", $"{ServerFeeds.MaxCount}")]), null);
        if (known is not null)
            return (
                await PutAsync(known, server, about, request.Caller.User, [], null, site?.Content, cancellationToken),
                FeedAddress.TryParse(known.Url)
            );

        // Read before it is kept: what cannot be read is refused with its reason.
        var trial = site is null ? null : await trials.RunAsync(site.Address, null, guesses: false, cancellationToken);
        if (trial?.Read is null)
            (trial, site) = (await trials.RunAsync(address, null, guesses: true, cancellationToken), null);
        return trial is { Address: { } found, Read: { } read }
            ? (
                await AddAsync(
                    found,
                    read with
                    {
                        MovedTo = null,
                    },
                    trial.Others,
                    server,
                    about,
                    request.Caller.User,
                    site?.Content,
                    cancellationToken
                ),
                found
            )
            : (Replies.Ephemeral($"{FeedFaults.Sentence(trial.Fault!)}{FeedAdvice.For(address, trial)}"), null);
    }

    private async Task<FeedRecord?> KnownAsync(IEnumerable<FeedAddress> addresses, string server, CancellationToken cancellationToken)
    {
        foreach (var address in addresses.Distinct())
        {
            if (await feeds.FindAsync(address, server, cancellationToken) is { Origin: not FeedOrigin.Retired, GoneAt: null } known)
                return known;
        }

        return null;
    }

    private async Task<Reply.Show> AddAsync(
        FeedAddress address,
        PollResult.Read read,
        ImmutableArray<DiscoveredFeed> others,
        string server,
        string? about,
        string user,
        string? content,
        CancellationToken cancellationToken
    )
    {
        if (await feeds.FindAsync(address, server, cancellationToken) is { Origin: not FeedOrigin.Retired } known)
        {
            // Gone for good was too soon a word.
            await feeds.ActivateAsync(known.Id, cancellationToken);
            return await PutAsync(known, server, about, user, others, null, content, cancellationToken);
        }

        var reply = await PutAsync(
            new FeedRecord { Url = address.ToString() },
            server,
            about,
            user,
            others,
            read,
            content,
            cancellationToken
        );
        if (await feeds.FindAsync(address, server, cancellationToken) is { BaselineAt: null } stored)
            await readings.IngestAsync(
                stored,
                read,
                new PollTiming(time.GetTimestamp(), intervals.Wait(stored, read.Hints, 0)),
                cancellationToken: cancellationToken
            );
        return reply;
    }

    private async Task<Reply.Show> PutAsync(
        FeedRecord feed,
        string server,
        string? about,
        string user,
        ImmutableArray<DiscoveredFeed> others,
        PollResult.Read? read,
        string? content = null,
        CancellationToken cancellationToken = default
    )
    {
        var address = FeedAddress.TryParse(feed.Url)!;
        var isNew = await serverFeeds.AddAsync(address, server, about, user, cancellationToken);
        var name = read?.Feed.Title ?? feed.Name;
        var lines = new List<string> { Texts[isNew ? "feeds.added" : "feeds.known", ("feed", Markdown.Link(name, address.ToString()))] };
        if (content is not null)
            lines.Add($"-# {Texts["feeds.content", ("content", Markdown.Escape(content))]}");
        if (read is not null)
            lines.Add($"-# {Texts["feeds.entries_now", ("entries", Texts.Count("count.entries", read.Feed.Entries.Length))]}");
        if (others.Length > 0)
            lines.Add($"-# {Texts["feeds.others", ("feeds", NamesOf(others))]}");
        return new Reply.Show(new CardWriter(VerdictStyle.Accent(null)).Add(lines, AnswerText.More).ToCard(), IsPrivate: true);
    }

    private static string NamesOf(ImmutableArray<DiscoveredFeed> feeds) =>
        string.Join(", ", feeds.Take(MaxOthers).Select(feed => Markdown.Escape(feed.Address.ToString())));
}
