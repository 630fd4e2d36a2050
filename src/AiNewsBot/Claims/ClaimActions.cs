using System.Collections.Concurrent;
using System.Collections.Immutable;
using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Texts;
using AiNewsBot.Facts.Answers;
using AiNewsBot.Scheduling;
using AiNewsBot.Servers;
using AiNewsBot.Storage;

namespace AiNewsBot.Claims;

/// <summary>The buttons below checked claims. The user who shared a check, and a
/// server's moderators, may update it and take it back.</summary>
internal sealed class ClaimActions(SnapshotHolder snapshots, ClaimCheckStore checks, ServerStore servers, TimeProvider time)
    : IComponentHandler
{
    /// <summary>Another page for the one who asked.</summary>
    public const string Page = "claims-page";

    /// <summary>Another page of what was shared.</summary>
    public const string SharedPage = "claims-shared";

    /// <summary>Shows the check to all.</summary>
    public const string Share = "share-claims";

    /// <summary>Judges it by today's facts.</summary>
    public const string Refresh = "claims-refresh";

    /// <summary>Takes it back.</summary>
    public const string TakeBack = "claims-back";

    // Checks that are on their way to the chat.
    private readonly ConcurrentDictionary<string, byte> _leaving = new();

    public ImmutableArray<string> Actions { get; } = [Page, SharedPage, Share, Refresh, TakeBack];

    public DeferMode GetDeferMode(string action) => action == Share ? DeferMode.Message : DeferMode.Update;

    public ValueTask<AccessRule> GetAccessAsync(Request request, string action, string argument) => new(AccessRule.Everyone);

    public async ValueTask<Reply> HandleAsync(Request request, string action, string argument, CancellationToken cancellationToken) =>
        await ActAsync(request, action, ClaimButton.Parse(action, argument), cancellationToken);

    private async Task<Reply> ActAsync(Request request, string action, ClaimButton? button, CancellationToken cancellationToken)
    {
        if (button is null)
            return Replies.Ephemeral(request.Texts["claim.old_button"]);
        var answerer = (await snapshots.ForAsync(request.Caller.Server, cancellationToken)).Answerer;
        if (
            await checks.FindAsync(button.Check, request.Caller.Server, answerer.Facts, cancellationToken)
            is not { Claims.IsEmpty: false } check
        )
            return Replies.Ephemeral(request.Texts["claim.expired"]);
        switch (action)
        {
            case Share:
                return await ShareAsync(request, check, Judge(answerer, check), cancellationToken);
            case Page:
                return new Reply.Update(ClaimCards.For(check, Judge(answerer, check), button.Page));
        }

        if (action == SharedPage)
            return new Reply.Update(ClaimCards.Shared(check, Judge(answerer, check), button.Page, button.Sharer));
        if (!await MayChangeAsync(request.Caller, button.Sharer, cancellationToken))
            return Replies.Ephemeral(request.Texts["claim.sharer_only"]);
        if (action == Refresh)
            return new Reply.Update(ClaimCards.Shared(check, Judge(answerer, check), button.Page, button.Sharer));
        await checks.DropAsync(check.Id, cancellationToken);
        return new Reply.Update(ClaimCards.Withdrawn(request.Caller.User));
    }

    // Marked as shared once the chat took it: what did not arrive can be shared again. Two presses at once share it once.
    private async Task<Reply> ShareAsync(
        Request request,
        ClaimCheck check,
        ImmutableArray<CheckedClaim> claims,
        CancellationToken cancellationToken
    )
    {
        if (!_leaving.TryAdd(check.Id, 0))
            return Replies.Ephemeral(request.Texts["claim.shared"]);
        var leaves = false;
        try
        {
            if (await checks.IsSharedAsync(check.Id, cancellationToken))
                return Replies.Ephemeral(request.Texts["claim.shared"]);
            var card = ClaimCards.Shared(check, claims, 1, request.Caller.User);
            leaves = true;
            return new Reply.Show(card) { AfterSent = isSent => _ = MarkAsync(check.Id, isSent) };
        }
        finally
        {
            if (!leaves)
                _leaving.TryRemove(check.Id, out _);
        }
    }

    private async Task MarkAsync(string check, bool isSent)
    {
        try
        {
            if (isSent)
                await checks.MarkSharedAsync(check);
        }
        catch (StorageException)
        {
            // The database's own log has it; the check can be shared once more.
        }
        finally
        {
            _leaving.TryRemove(check, out _);
        }
    }

    private ImmutableArray<CheckedClaim> Judge(Answerer answerer, ClaimCheck check) =>
        [.. check.Claims.Select(claim => answerer.CheckClaim(claim, time.Today(), ChatTexts.Current.Language))];

    private async Task<bool> MayChangeAsync(Caller caller, string sharer, CancellationToken cancellationToken) =>
        caller.User == sharer
        || caller.Server is { } server && (await servers.ReadAsync(server, cancellationToken)).Allows(Permission.Approve, caller);
}
