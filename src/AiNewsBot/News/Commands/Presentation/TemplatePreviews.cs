using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Cards;
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
    public const string Help =
        "-# Write Markdown with `{title}`, `{link}`, `{summary}`, `{image}`, `{author}`, `{maker}`, `{model}`, `{verdict}`, `{date}`, "
        + "`{feed}` or `{category}` in it. `{author|feed|\"unknown\"}` shows the first that is there; `{if link}[{title}]({link}){else}"
        + "{title}{end}`, `{if not author}` and `{if verdict is \"closed\"}` choose; `\\n` breaks the line; `{image}` puts the picture "
        + "below the text.";

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
                    .AddButton(TemplateButtons.IdOfEdit(one.Id), "Write it again")
                    .ToCard()
            );
        var card = await FindLatestAsync(one, cancellationToken) is { } story
            ? WithNote(CardOf(story, template, one), NoteOn(story, template, one))
            : new CardWriter(VerdictStyle.Accent(null))
                .Add("The template can be read. Nothing came in yet that this subscription would have posted, to show it on.")
                .ToCard();
        return Show(
            card with
            {
                Buttons =
                [
                    new CardButton(TemplateButtons.IdOfUse(one.Id, lines), "Use this template"),
                    new CardButton(TemplateButtons.IdOfEdit(one.Id), "Write it again"),
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
            ? "-# The template comes to nothing, or to too much, for the last story: it is shown as usual."
            : "-# This is the last story by the template. Nothing is changed until you press the button.";

    private static Card WithNote(Card card, string note) =>
        card with
        {
            Blocks = [.. card.Blocks, new CardBlock(note, HasSeparator: true)],
        };

    private static Reply.Show Show(Card card) => new(card, IsPrivate: true);
}
