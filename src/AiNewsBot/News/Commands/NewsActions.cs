using System.Collections.Immutable;
using System.Globalization;
using AiNewsBot.Commands;
using AiNewsBot.News.Delivery;
using AiNewsBot.News.Outbox;
using AiNewsBot.Servers;
using AiNewsBot.Transport;

namespace AiNewsBot.News.Commands;

/// <summary>The buttons of news: why a post is there, and decisions on what is held back.</summary>
internal sealed class NewsActions(Gate gate, HeldPosts held, OutboxStore outbox, WhyText why, PostDrafts drafts) : IActions
{
    public const string HeldPost = "news-held";
    public const string HeldBatch = "news-batch";

    public ImmutableArray<string> Actions { get; } = [OutboxRow.MarkerAction, HeldPost, HeldBatch, PostDrafts.Publish, PostDrafts.Discard];

    public Waiting WaitingFor(string action) => Waiting.ForPrivateMessage;

    public ValueTask<Reply> ActAsync(Request request, string action, string argument, CancellationToken cancellationToken) =>
        ValueTask.FromResult(action == OutboxRow.MarkerAction ? Why(request, argument) : Decide(request, action, argument));

    private Reply Why(Request request, string nonce) => outbox.FindByNonce(nonce) is { } row && (row.ServerId is null || row.ServerId == request.Caller.Server)
        ? new Reply.Show(why.Of(row), IsPrivate: true)
        : Answered.Say("Nothing more is known about this post.");

    private Reply Decide(Request request, string action, string argument)
    {
        var (server, refusal) = gate.Enter(request, Power.News);
        if (refusal is not null)
            return refusal;
        var parts = argument.Split(':');
        if (!long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return Decided;
        return action switch
        {
            HeldPost => held.Decide(id, server!.Id, parts is [_, "sent"]) ? Answered.Say(parts is [_, "sent"] ? "Noted: it stands there." : "It is posted again.") : Decided,
            HeldBatch => held.Decide(id, server!.Id, request.Caller.User, parts is [_, "post"]) is { } count ? Answered.Say(count == 0 ? "They are not posted." : $"{count} posts follow.") : Decided,
            _ => drafts.Decide(id, server!.Id, action),
        };
    }

    private static Reply Decided => Answered.Say("That was decided already.");
}
