using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Feeds.Opml;
using AiNewsBot.News.Feeds;

namespace AiNewsBot.News.Commands.FeedLists;

/// <summary>/feeds export: the feeds of this server as a list that other readers import.</summary>
internal sealed class FeedsExportCommand(FeedStore feeds) : Command
{
    public override CommandDefinition Definition { get; } =
        new("feeds export", "The feeds of this server as an OPML file, for readers of feeds");

    public override bool IsPrivate(Request request) => true;

    public override ValueTask<AccessRule> GetAccessAsync(Request request) => new(AccessRule.For(Permission.News));

    public override async ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        var listed = (await feeds.ForServerAsync(request.Caller.Server!, cancellationToken))
            .Where(feed => feed.Kind == FeedKind.Feed)
            .ToArray();
        var file = OpmlWriter.Write("AiNewsBot", listed.Select(feed => new OpmlFeed(feed.MovedTo ?? feed.Url, feed.Name)));
        return new Reply.Show(
            new CardWriter(VerdictStyle.Accent(null)).Add($"{request.Texts.Count("count.feeds", listed.Length)}.").ToCard() with
            {
                File = new CardFile("feeds.opml", file),
            },
            IsPrivate: true
        );
    }
}
