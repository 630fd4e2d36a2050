using System.Collections.Immutable;
using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Texts;
using AiNewsBot.Curation.Access;
using AiNewsBot.Curation.Checks;
using AiNewsBot.Curation.Editing;
using AiNewsBot.Curation.Forms;
using AiNewsBot.Curation.Suggestions;
using AiNewsBot.Facts.Model;

namespace AiNewsBot.Curation.Review;

/// <summary>Report a mistake, and the decisions on what was suggested.</summary>
internal sealed class SuggestionButtons(
    EditContextResolver contexts,
    FactSubmissionService facts,
    ReviewQueue queue,
    SuggestionStore suggestions
) : IComponentHandler
{
    private const string Reason = "reason";

    public ImmutableArray<string> Actions { get; } =
    [ButtonId.Report, FactButtonIds.Approve, FactButtonIds.EditAndApprove, FactButtonIds.Reject, FactButtonIds.Review];

    public DeferMode GetDeferMode(string action) =>
        action is FactButtonIds.Approve or FactButtonIds.Review ? DeferMode.Update : DeferMode.None;

    public DeferMode WaitingForForm(string action) => action == FactButtonIds.Reject ? DeferMode.Update : DeferMode.EphemeralMessage;

    public async ValueTask<AccessRule> GetAccessAsync(Request request, string action, string argument) =>
        action switch
        {
            ButtonId.Report => AccessRule.For(Permission.Suggest, IsReportedToCurators(request)),
            FactButtonIds.Review => AccessRule.Reviewers,
            _ => AccessRule.For(
                Permission.Approve,
                isGlobal: await FindAsync(argument, CancellationToken.None) is { Layer.IsGlobal: true }
            ),
        };

    public async ValueTask<Reply> HandleAsync(Request request, string action, string argument, CancellationToken cancellationToken) =>
        action switch
        {
            ButtonId.Report => await ReportAsync(request, argument, cancellationToken),
            FactButtonIds.Review => new Reply.Update(
                await queue.NextAsync(
                    await contexts.ResolveForReviewAsync(request, cancellationToken),
                    SuggestionButton.Parse(argument)?.Number ?? 0,
                    cancellationToken: cancellationToken
                )
            ),
            _ => await DecideAsync(request, action, argument, cancellationToken),
        };

    // Where no server's reviewers are, the curators are asked.
    private static bool IsReportedToCurators(Request request) => request.Caller.Server is null;

    private Task<FactSuggestion?> FindAsync(string argument, CancellationToken cancellationToken) =>
        suggestions.FindAsync(SuggestionButton.Parse(argument)?.Number ?? 0, cancellationToken);

    private async Task<Reply> ReportAsync(Request request, string subject, CancellationToken cancellationToken)
    {
        var isGlobal = IsReportedToCurators(request);
        var place = await contexts.ResolveAsync(request, isGlobal, cancellationToken);
        return place.Find(subject) is { } view
            ? FactForms.Report(
                new FormTarget(FormPurpose.Suggest, isGlobal),
                view,
                view.Subject.Kind == SubjectKind.Family ? place.Facts.Facts.ReleasesOf(view) : []
            )
            : Replies.Ephemeral(request.Texts["error.answer_gone"]);
    }

    private async Task<Reply> DecideAsync(Request request, string action, string argument, CancellationToken cancellationToken)
    {
        var suggestion = await FindAsync(argument, cancellationToken);
        var place = await contexts.ResolveAsync(request, suggestion?.Layer.IsGlobal == true, cancellationToken);
        var here = await contexts.ResolveForReviewAsync(request, cancellationToken);
        if (suggestion is not { State: SuggestionState.Pending } || suggestion.Layer != place.Layer)
            return Replies.Ephemeral(DecidedSuggestions.GetRefusal(suggestion, request.Caller.User));
        return action switch
        {
            FactButtonIds.Approve => await ApproveAsync(
                place,
                here,
                suggestion,
                SuggestionButton.Parse(argument)?.Seen ?? 0,
                cancellationToken
            ),
            FactButtonIds.EditAndApprove => FactForms.Create(
                place.Facts.Facts,
                await TargetOfAsync(suggestion, cancellationToken),
                suggestion.Fields
            ),
            _ => request.Kind == RequestKind.Form
                ? await RejectAsync(request, place, here, suggestion, cancellationToken)
                : AskWhy(suggestion),
        };
    }

    private async Task<Reply> ApproveAsync(
        EditContext place,
        EditContext here,
        FactSuggestion suggestion,
        long seen,
        CancellationToken cancellationToken
    )
    {
        var (editResult, fault) = await facts.ApproveAsync(place, suggestion, seen, cancellationToken);
        return editResult switch
        {
            EditResult.Done => new Reply.Update(
                await queue.NextAsync(
                    here,
                    suggestion.Number,
                    ChatTexts.Current["fact.approved", ("number", $"{suggestion.Number}")],
                    cancellationToken
                )
            ),
            EditResult.Conflict => new Reply.Update(
                await queue.NextAsync(here, suggestion.Number, ChatTexts.Current["fact.look_again"], cancellationToken: cancellationToken)
            ),
            EditResult.Refused refused => Replies.Ephemeral(refused.Why),
            _ => Replies.Ephemeral(ChatTexts.Current["fact.edit_or_reject", ("reason", RefusalText.Create(fault!))]),
        };
    }

    private async Task<Reply> RejectAsync(
        Request request,
        EditContext place,
        EditContext here,
        FactSuggestion suggestion,
        CancellationToken cancellationToken
    )
    {
        var reason = request.Field(Reason);
        if (FactValidator.GetTextError(reason, "reason", FactValidator.MaxReasonLength) is { } fault)
            return Replies.Ephemeral(fault);
        if (!await suggestions.RejectAsync(place.Author, suggestion, reason!, cancellationToken))
            return Replies.Ephemeral(new Refusal(RefusalCode.SuggestionForbidden));
        return new Reply.Update(
            await queue.NextAsync(
                here,
                suggestion.Number,
                ChatTexts.Current["fact.rejected", ("number", $"{suggestion.Number}")],
                cancellationToken
            )
        );
    }

    private static Reply.Form AskWhy(FactSuggestion suggestion) =>
        new(
            new SuggestionButton(suggestion.Number).Format(FactButtonIds.Reject),
            ChatTexts.Current["fact.form_reject", ("number", $"{suggestion.Number}")],
            [
                new FormField(Reason, ChatTexts.Current["fact.ask_reject"], null, FactValidator.MaxReasonLength)
                {
                    Kind = FieldKind.Paragraph,
                },
            ]
        );

    private async Task<FormTarget> TargetOfAsync(FactSuggestion suggestion, CancellationToken cancellationToken)
    {
        var current = await queue.FindCurrentAsync(suggestion, cancellationToken);
        return new FormTarget(FormPurpose.Approve, suggestion.Layer.IsGlobal)
        {
            Subject = suggestion.Subject,
            Property = suggestion.Property,
            Statement = current?.Id ?? "",
            Base = current?.Revision ?? 0,
            Suggestion = suggestion.Number,
        };
    }
}
