using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Cards;
using AiNewsBot.News.Commands.Selection;
using AiNewsBot.News.Subscriptions;
using AiNewsBot.News.Templates;

namespace AiNewsBot.News.Commands.Presentation;

/// <summary>/news template: how the posts of a subscription look, written by moderators and seen before it counts.</summary>
internal sealed class NewsTemplateCommand(SubscriptionStore subscriptions, SubscriptionChoice choice, TemplatePreviews previews)
    : SubscriptionCommand(choice)
{
    private const string Template = "template";
    private const string None = "none";

    public override CommandDefinition Definition { get; } =
        new(
            "news template",
            "Write how a subscription's posts look; shown on the last story before it counts",
            SubscriptionChoice.Option,
            new OptionDefinition(
                Template,
                "Such as: **{title}** {if author}by {author}{end}; none for the usual; left out: a form",
                MaxLength: PostTemplate.MaxLength
            )
        );

    protected override async ValueTask<Reply> HandleAsync(Request request, Subscription one, CancellationToken cancellationToken)
    {
        if (one.Cadence != Cadence.Instant)
            return Replies.Ephemeral(new Refusal(RefusalCode.TemplatesOfDigests));
        if (request.Option(Template) is not { } text)
            return new Reply.Show(
                new CardWriter(VerdictStyle.Accent(null))
                    .Add(
                        one.Template is { } template
                            ? request.Texts["template.current", ("template", Markdown.Escape(template))]
                            : request.Texts["template.usual"]
                    )
                    .Add(request.Texts["template.help"])
                    .AddButton(TemplateButtons.IdOfEdit(one.Id), request.Texts["template.write"])
                    .ToCard(),
                IsPrivate: true
            );
        if (!text.Trim().Equals(None, StringComparison.OrdinalIgnoreCase))
            return await previews.TryAsync(one, text, cancellationToken);
        if (one.Template is null)
            return Replies.Ephemeral(new Refusal(RefusalCode.TemplateMissing));
        await subscriptions.SetTemplateAsync(one.Id, null, cancellationToken);
        return Replies.Ephemeral(request.Texts["template.usual_again"]);
    }
}
