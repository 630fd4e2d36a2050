using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Chat.Texts;
using AiNewsBot.News.Rendering;
using AiNewsBot.News.Subscriptions;
using AiNewsBot.News.Templates;
using AiNewsBot.Outbox;
using AiNewsBot.Outbox.Delivery;

namespace AiNewsBot.News.Commands.Presentation;

/// <summary>Templates that are tried on the last story that came in, before they count.</summary>
internal sealed class TemplatePreviews(
    SubscriptionStore subscriptions,
    SubscriptionPreview matches,
    StoryReader stories,
    StoryCards cards,
    StoryTemplates templates
)
{
    private static ChatTexts Texts => ChatTexts.Current;

    /// <summary>The last story that a subscription would have posted; null while there is no such story.</summary>
    public async Task<StoryView?> FindLatestAsync(Subscription one, CancellationToken cancellationToken = default) =>
        await matches.LatestAsync(one, 1, cancellationToken) is [{ } latest]
            ? await stories.ReadAsync(latest, one.ServerId, cancellationToken)
            : null;

    /// <summary>Keeps a template as a draft and shows what it makes of the last story; what cannot be read is kept, too, to be
    /// mended.</summary>
    public async Task<Reply> TryAsync(Subscription one, string text, CancellationToken cancellationToken = default)
    {
        var lines = text.ReplaceLineEndings("\n").Trim();
        if (lines.Length is > 0 and <= PostTemplate.MaxLength)
            await subscriptions.SetTemplateDraftAsync(one.Id, lines, cancellationToken);
        if (PostTemplate.TryParse(lines, out var fault) is not { } template)
            return Show(
                new CardWriter(VerdictStyle.Accent(null))
                    .Add(Markdown.Escape(RefusalText.Create(fault!)))
                    .AddButton(TemplateButtons.IdOfEdit(one.Id), Texts["template.write_again"])
                    .ToCard()
            );
        var card = await FindLatestAsync(one, cancellationToken) is { } story
            ? WithNote(CardOf(story, template, one), NoteOn(story, template, one))
            : new CardWriter(VerdictStyle.Accent(null)).Add(Texts["template.nothing_yet"]).ToCard();
        return Show(
            card with
            {
                Buttons =
                [
                    new CardButton(TemplateButtons.IdOfUse(one.Id, lines), Texts["template.use"]),
                    new CardButton(TemplateButtons.IdOfEdit(one.Id), Texts["template.write_again"]),
                ],
            }
        );
    }

    private Card CardOf(StoryView story, PostTemplate template, Subscription one) =>
        cards.Create(
            story,
            $"{OutboxRow.MarkerAction}:0",
            one.Mention,
            PostRenderer.LookOf(one) with
            {
                Template = template,
                IsTitleAlone = false,
            }
        );

    private string NoteOn(StoryView story, PostTemplate template, Subscription one) =>
        templates.Render(story, template, PostRenderer.LookOf(one)) is null
            ? $"-# {Texts["template.too_much"]}"
            : $"-# {Texts["template.shown"]}";

    private static Card WithNote(Card card, string note) =>
        card with
        {
            Blocks = [.. card.Blocks, new CardBlock(note, HasSeparator: true)],
        };

    private static Reply.Show Show(Card card) => new(card, IsPrivate: true);
}
