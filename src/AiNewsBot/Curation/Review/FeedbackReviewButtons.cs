using System.Collections.Immutable;
using AiNewsBot.Answering;
using AiNewsBot.Answering.Feedback;
using AiNewsBot.Chat;
using AiNewsBot.Curation.Access;
using AiNewsBot.Curation.Forms;

namespace AiNewsBot.Curation.Review;

/// <summary>What moderators do about an answer that was called wrong.</summary>
internal sealed class FeedbackReviewButtons(EditContextResolver contexts, FeedbackStore feedback, ReviewQueue queue) : IComponentHandler
{
    public const string Seen = "feedback-seen";
    public const string Mend = "feedback-mend";

    public ImmutableArray<string> Actions { get; } = [Seen, Mend];

    public DeferMode GetDeferMode(string action) => action == Seen ? DeferMode.Update : DeferMode.None;

    public ValueTask<AccessRule> GetAccessAsync(Request request, string action, string argument) => new(AccessRule.Reviewers);

    public async ValueTask<Reply> HandleAsync(Request request, string action, string argument, CancellationToken cancellationToken)
    {
        var place = await contexts.ResolveForReviewAsync(request, cancellationToken);
        if (action == Mend)
            return FactForms.ForAny(new FormTarget(FormPurpose.Edit, place.Layer.IsGlobal));
        if (ButtonFields.Parse(argument) is not [var field] || ButtonFields.Number(field) is not { } number)
            return Replies.Ephemeral(request.Texts["fact.old_button_review"]);
        var (server, other) = ReviewQueue.ServersOf(place);
        var isNew = await feedback.MarkSeenAsync(number, server, other, cancellationToken);
        return new Reply.Update(
            await queue.NextAsync(place, 0, request.Texts[isNew ? "fact.seen" : "fact.seen_already"], cancellationToken)
        );
    }
}
