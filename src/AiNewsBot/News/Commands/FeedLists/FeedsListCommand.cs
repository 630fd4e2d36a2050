using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Chat.Texts;
using AiNewsBot.News.Commands.Selection;
using AiNewsBot.News.Feeds;
using AiNewsBot.Scheduling;

namespace AiNewsBot.News.Commands.FeedLists;

/// <summary>/feeds list: which feeds there are for this server, and how they are.</summary>
internal sealed class FeedsListCommand(FeedStore feeds) : Command
{
    private static ChatTexts Texts => ChatTexts.Current;

    public override CommandDefinition Definition { get; } = new("feeds list", "Which feeds there are here, and how they are");

    public override bool IsPrivate(Request request) => true;

    public override ValueTask<AccessRule> GetAccessAsync(Request request) => new(AccessRule.For(Permission.News));

    public override async ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        var server = request.Caller.Server!;
        var all = await feeds.ForServerAsync(server, cancellationToken);
        var writer = new CardWriter(VerdictStyle.Accent(null)).Add(Texts["feeds.title"]);
        if (all.Count == 0)
            writer.Add(Texts["feeds.none"]);
        else
            writer.Add([.. all.Select(LineOf)], AnswerText.More);
        return new Reply.Show(writer.ToCard(), IsPrivate: true);
    }

    private static string LineOf(FeedRecord feed)
    {
        var (link, state) = (Markdown.Link(FeedNames.Short(feed.Name), feed.Url), StateOf(feed));
        return feed.Origin == FeedOrigin.Added ? Texts["feeds.line_added", ("feed", link), ("state", state)] : $"- {link}: {state}";
    }

    private static string StateOf(FeedRecord feed) =>
        feed switch
        {
            { GoneAt: { } at } => Texts[
                "feeds.gone",
                ("time", at.FormatTag('R')),
                ("fault", Markdown.Escape(feed.FaultSentence ?? Texts["feeds.server_says_so"]))
            ],
            { IsActive: false } => Texts["feeds.off"],
            { FaultSentence: { } fault } => Texts["feeds.fault", ("fault", Markdown.Escape(fault))],
            { SucceededAt: { } at } => Texts["feeds.read", ("time", at.FormatTag('R'))],
            _ => Texts["feeds.not_read"],
        };
}
