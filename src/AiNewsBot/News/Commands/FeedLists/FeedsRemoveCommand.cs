using System.Collections.Immutable;
using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.News.Commands.Selection;
using AiNewsBot.News.Feeds;

namespace AiNewsBot.News.Commands.FeedLists;

/// <summary>/feeds remove: takes a feed off the server's list.</summary>
internal sealed class FeedsRemoveCommand(FeedStore feeds, ServerFeeds serverFeeds) : Command
{
    private const string Feed = "feed";

    public override CommandDefinition Definition { get; } =
        new(
            "feeds remove",
            "Remove a feed that this server added",
            new OptionDefinition(Feed, "Which one", IsRequired: true, Completes: true, MaxLength: 500)
        );

    public override bool IsPrivate(Request request) => true;

    public override async Task<ImmutableArray<OptionChoice>> CompleteAsync(Request request, CancellationToken cancellationToken) =>
        FeedNames.Complete(
            [.. (await feeds.ForServerAsync(request.Caller.Server, cancellationToken)).Where(feed => feed.Origin == FeedOrigin.Added)],
            request.Option(Feed) ?? ""
        );

    public override ValueTask<AccessRule> GetAccessAsync(Request request) => new(AccessRule.For(Permission.News));

    public override async ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        var server = request.Caller.Server!;
        if (FeedNames.Find(await feeds.ForServerAsync(server, cancellationToken), request.Option(Feed) ?? "") is not { } feed)
            return Replies.Ephemeral(request.Texts["feeds.unknown"]);
        var name = ("name", feed.Name);
        return (await serverFeeds.RemoveAsync(feed.Id, server, cancellationToken)) switch
        {
            null => Replies.Ephemeral(request.Texts["feeds.of_operator", name]),
            0 => Replies.Ephemeral(request.Texts["feeds.removed", name]),
            { } ended => Replies.Ephemeral($"{request.Texts["feeds.removed", name]} {request.Texts.Count("feeds.ended", ended)}"),
        };
    }
}
