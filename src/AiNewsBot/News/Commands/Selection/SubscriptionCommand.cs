using System.Collections.Immutable;
using AiNewsBot.Chat;
using AiNewsBot.News.Subscriptions;

namespace AiNewsBot.News.Commands.Selection;

/// <summary>A command of news managers on one subscription of their server, which its first option names.</summary>
internal abstract class SubscriptionCommand(SubscriptionChoice choice) : Command
{
    public override bool IsPrivate(Request request) => true;

    public override Task<ImmutableArray<OptionChoice>> CompleteAsync(Request request, CancellationToken cancellationToken) =>
        choice.CompleteAsync(request, cancellationToken);

    public override ValueTask<AccessRule> GetAccessAsync(Request request) => new(AccessRule.For(Permission.News));

    public override async ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken) =>
        await choice.FindAsync(request, request.Caller.Server!, cancellationToken) is { } one
            ? await HandleAsync(request, one, cancellationToken)
            : SubscriptionChoice.None;

    /// <summary>Handles the command for the subscription that was named.</summary>
    protected abstract ValueTask<Reply> HandleAsync(Request request, Subscription one, CancellationToken cancellationToken);
}
