using System.Collections.Immutable;
using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.News.Commands.Posting;
using AiNewsBot.News.Commands.Reading;
using AiNewsBot.Outbox;
using AiNewsBot.Outbox.Delivery;

namespace AiNewsBot.News.Commands;

/// <summary>The buttons of news: why a post is there, and decisions on what is held back.</summary>
internal sealed class NewsButtons(HeldDeliveries held, OutboxStore outbox, DeliveryExplainer why, PostDrafts drafts) : IComponentHandler
{
    public ImmutableArray<string> Actions { get; } =
    [OutboxRow.MarkerAction, HeldPostButton.Action, HeldBatchButton.Action, PostDrafts.Publish, PostDrafts.Discard];

    public DeferMode GetDeferMode(string action) => DeferMode.EphemeralMessage;

    public ValueTask<AccessRule> GetAccessAsync(Request request, string action, string argument) =>
        new(action == OutboxRow.MarkerAction ? AccessRule.Everyone : AccessRule.For(Permission.News));

    public async ValueTask<Reply> HandleAsync(Request request, string action, string argument, CancellationToken cancellationToken) =>
        action == OutboxRow.MarkerAction
            ? await WhyAsync(request, argument, cancellationToken)
            : await DecideAsync(request, action, argument, cancellationToken);

    private async Task<Reply> WhyAsync(Request request, string nonce, CancellationToken cancellationToken) =>
        await outbox.FindByNonceAsync(nonce, cancellationToken) is { } row
        && (row.ServerId is null || row.ServerId == request.Caller.Server)
            ? new Reply.Show(await why.ExplainAsync(row, cancellationToken), IsPrivate: true)
            : Replies.Ephemeral(request.Texts["why.unknown"]);

    private async Task<Reply> DecideAsync(Request request, string action, string argument, CancellationToken cancellationToken)
    {
        var server = request.Caller.Server!;
        return action switch
        {
            HeldPostButton.Action
                when HeldPostButton.Parse(argument) is { } post
                    && await held.DecideAsync(post.Row, server, post.WasPosted, cancellationToken) => Replies.Ephemeral(
                request.Texts[post.WasPosted ? "list.noted_posted" : "list.posted_again"]
            ),
            HeldBatchButton.Action
                when HeldBatchButton.Parse(argument) is { } batch
                    && await held.DecideAsync(batch.Batch, server, request.Caller.User, batch.Posts, cancellationToken) is { } count =>
                Replies.Ephemeral(count == 0 ? request.Texts["list.dropped"] : request.Texts.Count("list.follow", count)),
            PostDrafts.Publish or PostDrafts.Discard when ButtonFields.Number(argument) is { } row => await drafts.DecideAsync(
                row,
                server,
                action,
                cancellationToken
            ),
            _ => Replies.Ephemeral(request.Texts["list.decided"]),
        };
    }
}
