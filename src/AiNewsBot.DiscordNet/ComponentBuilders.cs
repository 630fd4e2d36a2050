using AiNewsBot.Chat.Cards;
using AiNewsBot.Discord.Models;
using Discord;

namespace AiNewsBot.DiscordNet;

/// <summary>The components of cards by Discord.Net's builders.</summary>
internal static class ComponentBuilders
{
    public static MessageComponent Build(OutgoingMessage message) => new ComponentBuilderV2(message.Components.Select(From)).Build();

    private static IMessageComponentBuilder From(Component component) =>
        component switch
        {
            Component.Container container => new ContainerBuilder(container.Children.Select(From))
            {
                AccentColor = container.AccentColor is { } accent ? new Color((uint)accent) : null,
            },
            Component.Text text => new TextDisplayBuilder(text.Content),
            Component.Separator separator => new SeparatorBuilder(separator.IsLine),
            Component.Row row => new ActionRowBuilder([.. row.Children.Select(From)]),
            Component.Section section => new SectionBuilder(From(section.Accessory), section.Texts.Select(From)),
            Component.Thumbnail thumbnail => new ThumbnailBuilder(
                thumbnail.Url,
                Shorten(thumbnail.Description, ThumbnailBuilder.MaxDescriptionLength)
            ),
            Component.Gallery gallery => new MediaGalleryBuilder(gallery.Pictures.Select(From)),
            Component.File file => new FileComponentBuilder(file.Url),
            Component.Button { Url: { } url } button => ButtonBuilder.CreateLinkButton(button.Label, url),
            Component.Button button => new ButtonBuilder(button.Label, button.CustomId, (global::Discord.ButtonStyle)(int)button.Style)
            {
                IsDisabled = button.IsDisabled,
            },
            Component.StringSelect select => From(select),
            _ => throw new NotSupportedException($"{component.GetType().Name} is no part of a message"),
        };

    private static SelectMenuBuilder From(Component.StringSelect select) =>
        new(
            select.CustomId,
            [
                .. select.Options.Select(option => new SelectMenuOptionBuilder(
                    option.Label,
                    option.Value,
                    option.Description,
                    isDefault: option.IsDefault ? true : null
                )),
            ],
            select.Placeholder is { } hint ? Shorten(hint, SelectMenuBuilder.MaxPlaceholderLength) : null,
            select.MaxValues,
            select.MinValues
        );

    // Discord.Net takes shorter descriptions than Discord does.
    private static MediaGalleryItemProperties From(Component.Picture picture) =>
        new(picture.Url, Shorten(picture.Description, MediaGalleryItemProperties.MaxDescriptionLength));

    private static string Shorten(string text, int length) => Ellipsis.Shorten(text, length);
}
