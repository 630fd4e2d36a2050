using System.Collections.Immutable;
using System.Globalization;
using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Outbox;
using AiNewsBot.Outbox.Delivery;

namespace AiNewsBot.News.Commands;

/// <summary>The buttons of news: why a post is there, and decisions on what is held back.</summary>
internal sealed class NewsButtons(HeldDeliveries held, OutboxStore outbox, DeliveryExplainer why, PostDrafts drafts) : IComponentHandler
{
    public const string HeldPost = "news-held";
    public const string HeldBatch = "news-batch";

    public ImmutableArray<string> Actions { get; } = [OutboxRow.MarkerAction, HeldPost, HeldBatch, PostDrafts.Publish, PostDrafts.Discard];

    public DeferMode GetDeferMode(string action) => DeferMode.EphemeralMessage;

    public AccessRule GetAccess(Request request, string action, string argument) =>
        action == OutboxRow.MarkerAction ? AccessRule.Everyone : AccessRule.For(Permission.News);

    public ValueTask<Reply> HandleAsync(Request request, string action, string argument, CancellationToken cancellationToken) =>
        ValueTask.FromResult(action == OutboxRow.MarkerAction ? Why(request, argument) : Decide(request, action, argument));

    private Reply Why(Request request, string nonce) =>
        outbox.FindByNonce(nonce) is { } row && (row.ServerId is null || row.ServerId == request.Caller.Server)
            ? new Reply.Show(why.Explain(row), IsPrivate: true)
            : Replies.Ephemeral("Nothing more is known about this post.");

    private Reply Decide(Request request, string action, string argument)
    {
        var server = request.Caller.Server!;
        var parts = argument.Split(':');
        if (!long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return Decided;
        return action switch
        {
            HeldPost => held.Decide(id, server, parts is [_, "sent"])
                ? Replies.Ephemeral(parts is [_, "sent"] ? "Noted: it was posted." : "It is posted again.")
                : Decided,
            HeldBatch => held.Decide(id, server, request.Caller.User, parts is [_, "post"]) is { } count
                ? Replies.Ephemeral(count == 0 ? "They are not posted." : $"{Quantity.Format(count, "post follows", "posts follow")}.")
                : Decided,
            _ => drafts.Decide(id, server, action),
        };
    }

    private static Reply Decided => Replies.Ephemeral("That was decided already.");
}
