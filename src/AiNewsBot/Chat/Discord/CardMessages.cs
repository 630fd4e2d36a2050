using System.Collections.Immutable;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Discord.Models;

namespace AiNewsBot.Chat.Discord;

/// <summary>Cards as Discord's messages: a box with the card's colour, its texts, its picture and its buttons.</summary>
internal static class CardMessages
{
    private const int MaxSectionTexts = 3;

    public static OutgoingMessage Create(Card card, bool isPrivate)
    {
        var children = new List<Component>();
        var first = BesideThumbnail(card);
        if (card.Thumbnail is { } thumbnail && first > 0)
            children.Add(
                new Component.Section(
                    [.. card.Blocks.Take(first).Select(block => new Component.Text(block.Markdown))],
                    new Component.Thumbnail(UrlOf(thumbnail), thumbnail.Description)
                )
            );
        for (var i = first; i < card.Blocks.Length; i++)
        {
            var block = card.Blocks[i];
            if (i == card.Blocks.Length - 1 && !card.Images.IsEmpty)
                children.Add(
                    new Component.Gallery([.. card.Images.Select(image => new Component.Picture(UrlOf(image), image.Description))])
                );
            if (block.HasSeparator && children.Count > 0)
                children.Add(new Component.Separator());
            children.Add(new Component.Text(block.Markdown));
            if (children.Count == 1 && card.Picture is { } picture)
                children.Add(new Component.Gallery([new Component.Picture($"attachment://{picture.Name}", picture.Description)]));
        }

        if (card.File is { } download)
            children.Add(new Component.File($"attachment://{download.Name}"));
        if (card.Menu is { Options.IsEmpty: false } menu)
            children.Add(new Component.Row([MenuOf(menu)]));
        foreach (var row in card.Buttons.Chunk(DiscordLimits.ButtonsInRow))
            children.Add(new Component.Row([.. row.Select(ButtonOf)]));
        return new OutgoingMessage
        {
            Components = [new Component.Container([.. children], card.Accent)],
            IsEphemeral = isPrivate,
            Attachments =
            [
                .. card.Picture is { } drawn ? [new Attachment(drawn.Name, drawn.File)] : Array.Empty<Attachment>(),
                .. card.File is { } file ? [new Attachment(file.Name, file.Content)] : Array.Empty<Attachment>(),
                .. card
                    .Images.Prepend(first > 0 ? card.Thumbnail : null)
                    .Select(image => image?.File)
                    .OfType<CardFile>()
                    .Select(image => new Attachment(image.Name, image.Content)),
            ],
        };
    }

    // A section holds three texts; what is behind a line, and the last text, stay below it.
    private static int BesideThumbnail(Card card) =>
        card.Thumbnail is null
            ? 0
            : card.Blocks.Take(Math.Min(MaxSectionTexts, card.Blocks.Length - 1)).TakeWhile(block => !block.HasSeparator).Count();

    private static string UrlOf(CardImage image) => image.File is { } file ? $"attachment://{file.Name}" : image.Url;

    private static Component.Button ButtonOf(CardButton button) =>
        button.Url is { } url
            ? new Component.Button(Ellipsis.Shorten(button.Label, DiscordLimits.ButtonLabel), Url: url)
            : new Component.Button(Ellipsis.Shorten(button.Label, DiscordLimits.ButtonLabel), button.Id);

    private static Component.StringSelect MenuOf(CardMenu menu)
    {
        ImmutableArray<SelectOption> options =
        [
            .. menu
                .Options.Take(DiscordLimits.SelectOptions)
                .Select(one => new SelectOption(Ellipsis.Shorten(one.Label, DiscordLimits.Choice), one.Value)),
        ];
        return new Component.StringSelect(menu.Id, options) { Placeholder = menu.Hint, MaxValues = Math.Min(menu.Max, options.Length) };
    }
}
