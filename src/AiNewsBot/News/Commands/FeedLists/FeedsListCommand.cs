using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Cards;
using AiNewsBot.News.Commands.Selection;
using AiNewsBot.News.Feeds;
using AiNewsBot.Scheduling;

namespace AiNewsBot.News.Commands.FeedLists;

/// <summary>/feeds list: which feeds there are for this server, and how they are.</summary>
internal sealed class FeedsListCommand(FeedStore feeds) : Command
{
    public override CommandDefinition Definition { get; } = new("feeds list", "Which feeds there are here, and how they are");

    public override bool IsPrivate(Request request) => true;

    public override ValueTask<AccessRule> GetAccessAsync(Request request) => new(AccessRule.For(Permission.News));

    public override async ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        var server = request.Caller.Server!;
        var all = await feeds.ForServerAsync(server, cancellationToken);
        var writer = new CardWriter(VerdictStyle.Accent(null)).Add("### Feeds");
        if (all.Count == 0)
            writer.Add("None. Add one with `/feeds add`.");
        else
            writer.Add([.. all.Select(LineOf)], count => $"-# and {count} more");
        return new Reply.Show(writer.ToCard(), IsPrivate: true);
    }

    private static string LineOf(FeedRecord feed)
    {
        var state = feed switch
        {
            { GoneAt: { } at } => $"**gone** {at.FormatTag('R')}: {Markdown.Escape(feed.Fault ?? "its server says so")}",
            { IsActive: false } => "off: its address is not certain, and it is on once it could be read (`/feeds check`)",
            { Fault: { } fault } => $"**fault**: {Markdown.Escape(fault)}",
            { SucceededAt: { } at } => $"read {at.FormatTag('R')}",
            _ => "not read yet",
        };
        return $"- {Markdown.Link(FeedNames.Short(feed.Name), feed.Url)}{(feed.Origin == FeedOrigin.Added ? " (added here)" : "")}: "
            + $"{state}";
    }
}
