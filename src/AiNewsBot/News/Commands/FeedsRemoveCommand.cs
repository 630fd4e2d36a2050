using System.Collections.Immutable;
using AiNewsBot.Commands;
using AiNewsBot.News.Feeds;
using AiNewsBot.Servers;
using AiNewsBot.Transport;

namespace AiNewsBot.News.Commands;

/// <summary>/feeds remove: takes a feed off the server's list.</summary>
internal sealed class FeedsRemoveCommand(Gate gate, FeedStore feeds, ServerFeeds serverFeeds) : Command
{
    private const string Feed = "feed";

    public override CommandDefinition Definition { get; } = new(
        "feeds remove", "Remove a feed that this server added", new OptionDefinition(Feed, "Which one", IsRequired: true, Completes: true, LongestText: 500));

    public override bool IsPrivate(Request request) => true;

    public override ImmutableArray<Suggestion> Complete(Request request) =>
        FeedNames.Complete([.. feeds.Of(request.Caller.Server).Where(feed => feed.Origin == FeedOrigin.Added)], request.Option(Feed) ?? "");

    public override ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        var (server, refusal) = gate.Enter(request, Power.News);
        if (refusal is not null)
            return ValueTask.FromResult(refusal);
        if (FeedNames.Find(feeds.Of(server!.Id), request.Option(Feed) ?? "") is not { } feed)
            return ValueTask.FromResult(Answered.Say("There is no such feed here: pick one from the list, or look with /feeds list."));
        return ValueTask.FromResult(serverFeeds.Remove(feed.Id, server.Id) switch
        {
            null => Answered.Say($"{feed.Name} is a feed of the bot's operator; only they can remove it."),
            0 => Answered.Say($"Removed: {feed.Name}."),
            { } ended => Answered.Say($"Removed: {feed.Name}. {(ended == 1 ? "One subscription" : $"{ended} subscriptions")} ended with it."),
        });
    }
}
