using System.Collections.Immutable;
using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.News.Subscriptions;
using AiNewsBot.Outbox;

namespace AiNewsBot.News.Commands.Personal;

/// <summary>Ends what the one who presses follows in their direct messages, or resumes it.</summary>
internal sealed class PersonalNewsButtons(PersonalFollows follows, PersonalNewsCards cards, OutboxSignal signal) : IComponentHandler
{
    public ImmutableArray<string> Actions { get; } = [PersonalFollows.StopAction, PersonalNewsCards.End, PersonalNewsCards.Resume];

    public DeferMode GetDeferMode(string action) => DeferMode.EphemeralMessage;

    public ValueTask<AccessRule> GetAccessAsync(Request request, string action, string argument) => new(AccessRule.Everyone);

    public async ValueTask<Reply> HandleAsync(Request request, string action, string argument, CancellationToken cancellationToken)
    {
        var user = request.Caller.User;
        switch (action)
        {
            case PersonalFollows.StopAction:
                var all = await follows.EndAsync(user, cancellationToken: cancellationToken);
                return Replies.Ephemeral(request.Texts[all.Count == 0 ? "me.nothing_more" : "me.stopped"]);
            case PersonalNewsCards.Resume:
                await follows.ResumeAsync(user, cancellationToken);
                signal.Raise();
                return await cards.CreateAsync(user, request.Texts["me.resumed"], cancellationToken);
            default:
                var ended =
                    ButtonFields.Parse(argument) is [var field] && ButtonFields.Number(field) is { } id
                        ? await follows.EndAsync(user, id, cancellationToken)
                        : [];
                return await cards.CreateAsync(user, request.Texts[ended.Count == 0 ? "me.ended_already" : "me.ended"], cancellationToken);
        }
    }
}
