using System.Collections.Immutable;
using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Texts;
using AiNewsBot.News.Commands.Selection;
using AiNewsBot.News.Subscriptions;

namespace AiNewsBot.News.Commands.Filtering;

/// <summary>The button by which a filter that was tried begins to count.</summary>
internal sealed class FilterButtons(SubscriptionStore subscriptions, ServerFilters filters) : IComponentHandler
{
    private const string Action = "news-filter";
    private const string ServerAction = "news-filter-all";

    public ImmutableArray<string> Actions { get; } = [Action, ServerAction];

    public DeferMode GetDeferMode(string action) => DeferMode.EphemeralMessage;

    public ValueTask<AccessRule> GetAccessAsync(Request request, string action, string argument) => new(AccessRule.For(Permission.News));

    /// <summary>The id of the button for one filter of one subscription.</summary>
    public static string IdOf(long subscription, string filter) => ButtonFields.Format(Action, subscription, DraftId.From(filter));

    /// <summary>The id of the button for one filter of the whole server.</summary>
    public static string IdOfServer(string filter) => ButtonFields.Format(ServerAction, DraftId.From(filter));

    public async ValueTask<Reply> HandleAsync(Request request, string action, string argument, CancellationToken cancellationToken)
    {
        if (action == ServerAction)
            return await UseAsync(request.Caller.Server!, ButtonFields.Parse(argument)[0], cancellationToken);
        if (
            ButtonFields.Parse(argument, ':') is not [var id, var digest]
            || ButtonFields.Number(id) is not { } subscription
            || await subscriptions.FindAsync(subscription, cancellationToken) is not { } one
            || one.ServerId != request.Caller.Server
        )
            return SubscriptionChoice.None;
        if (one.FilterDraft is not { } draft || DraftId.From(draft) != digest)
            return one.Filter is { } filter && DraftId.From(filter) == digest
                ? Replies.Ephemeral(ChatTexts.Current["filter.in_use"])
                : Replies.Ephemeral(new Refusal(RefusalCode.FilterReplaced));
        await subscriptions.SetFilterAsync(one.Id, draft, cancellationToken);
        return Replies.Ephemeral(request.Texts["filter.used"]);
    }

    private async Task<Reply> UseAsync(string server, string draftId, CancellationToken cancellationToken)
    {
        if (await filters.FindDraftAsync(server, cancellationToken) is not { } draft || DraftId.From(draft) != draftId)
            return await filters.FindAsync(server, cancellationToken) is { } filter && DraftId.From(filter.Text) == draftId
                ? Replies.Ephemeral(ChatTexts.Current["filter.in_use"])
                : Replies.Ephemeral(new Refusal(RefusalCode.ServerFilterReplaced));
        await filters.SetAsync(server, draft, cancellationToken);
        return Replies.Ephemeral(ChatTexts.Current["filter.used_of_server"]);
    }
}
