using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.News.Commands.Selection;
using AiNewsBot.Servers;

namespace AiNewsBot.News.Commands.Posting;

/// <summary>/news post: a moderator's own news, written in a form, seen before it is posted, now or later.</summary>
internal sealed class NewsPostCommand(ServerStore servers, ForumTags forums, TimeProvider time) : Command
{
    private const string Channel = "channel";
    private const string At = "at";

    public override CommandDefinition Definition { get; } =
        new(
            "news post",
            "Write news of your own, now or for later",
            new OptionDefinition(Channel, "Where", OptionKind.Channel, IsRequired: true),
            new OptionDefinition(At, "When, in the server's time zone: 18:00, 2026-12-24 18:00, or 2h for in two hours", MaxLength: 20)
        );

    public override bool IsPrivate(Request request) => true;

    public override DeferMode GetDeferMode(Request request) => DeferMode.None;

    public override ValueTask<AccessRule> GetAccessAsync(Request request) => new(AccessRule.For(Permission.News));

    public override async ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        var server = await servers.ReadAsync(request.Caller.Server!, cancellationToken);
        if (PostingChannels.GetError(request, Channel) is { } fault)
            return Replies.Ephemeral(fault);
        var due = 0L;
        if (request.Option(At) is { } text)
        {
            if (PostingTime.TryParse(text, server.TimeZone, time.GetUtcNow()) is not { } at)
                return Replies.Ephemeral(new Refusal(RefusalCode.TimeUnreadable, text));
            due = at.ToUnixTimeSeconds();
        }

        var channel = request.Channels[request.Option(Channel)!];
        var forum = await forums.ForumAsync(channel, cancellationToken);
        return forum is { RequiresTag: true, Tags.IsEmpty: true }
            ? Replies.Ephemeral(ForumTags.GetRefusal(forum, null)!)
            : PostDrafts.Form(channel, forum, due);
    }
}
