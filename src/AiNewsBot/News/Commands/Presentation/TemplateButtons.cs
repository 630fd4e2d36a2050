using System.Collections.Immutable;
using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Texts;
using AiNewsBot.News.Commands.Selection;
using AiNewsBot.News.Subscriptions;
using AiNewsBot.News.Templates;

namespace AiNewsBot.News.Commands.Presentation;

/// <summary>The button by which a template that was tried begins to count, and the form in which one is written.</summary>
internal sealed class TemplateButtons(SubscriptionStore subscriptions, TemplatePreviews previews) : IComponentHandler
{
    private const string Use = "news-template";
    private const string Edit = "news-template-edit";
    private const string Write = "news-template-form";
    private const string Text = "template";

    public ImmutableArray<string> Actions { get; } = [Use, Edit, Write];

    public DeferMode GetDeferMode(string action) => action == Edit ? DeferMode.None : DeferMode.EphemeralMessage;

    public ValueTask<AccessRule> GetAccessAsync(Request request, string action, string argument) => new(AccessRule.For(Permission.News));

    /// <summary>The id of the button that makes a template count.</summary>
    public static string IdOfUse(long subscription, string template) => ButtonFields.Format(Use, subscription, DraftId.From(template));

    /// <summary>The id of the button that opens the form.</summary>
    public static string IdOfEdit(long subscription) => ButtonFields.Format(Edit, subscription);

    public async ValueTask<Reply> HandleAsync(Request request, string action, string argument, CancellationToken cancellationToken)
    {
        if (
            ButtonFields.Parse(argument) is not [var id, .. var rest]
            || ButtonFields.Number(id) is not { } subscription
            || await subscriptions.FindAsync(subscription, cancellationToken) is not { } one
            || one.ServerId != request.Caller.Server
        )
            return SubscriptionChoice.None;
        return action switch
        {
            Edit => new Reply.Form(
                ButtonFields.Format(Write, one.Id),
                request.Texts["template.form_title"],
                [
                    new FormField(
                        Text,
                        request.Texts["template.ask_template"],
                        "**{title}** {if author}by {author}{end}",
                        PostTemplate.MaxLength
                    )
                    {
                        Kind = FieldKind.Paragraph,
                        Value = one.TemplateDraft ?? one.Template,
                    },
                ]
            ),
            Write => await previews.TryAsync(one, request.Field(Text) ?? "", cancellationToken),
            _ => await UseAsync(one, rest is [var draft] ? draft : "", cancellationToken),
        };
    }

    private async Task<Reply> UseAsync(Subscription one, string draftId, CancellationToken cancellationToken)
    {
        if (one.TemplateDraft is not { } draft || DraftId.From(draft) != draftId || PostTemplate.From(draft) is null)
            return one.Template is { } template && DraftId.From(template) == draftId
                ? Replies.Ephemeral(ChatTexts.Current["template.in_use"])
                : Replies.Ephemeral(new Refusal(RefusalCode.TemplateReplaced));
        await subscriptions.SetTemplateAsync(one.Id, draft, cancellationToken);
        return Replies.Ephemeral(ChatTexts.Current["template.used"]);
    }
}
