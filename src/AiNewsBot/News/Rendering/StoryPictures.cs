using AiNewsBot.Chat.Cards;
using AiNewsBot.Feeds;

namespace AiNewsBot.News.Rendering;

/// <summary>Puts a story's pictures on its card: large ones below the text, small ones and the feed's icon beside the title.</summary>
internal static class StoryPictures
{
    private const int MinWidth = 300;
    private const int MaxCount = 4;
    private const int MaxDescriptionLength = 1024;

    public static Card AddTo(Card card, StoryView story, PostLook look)
    {
        if (!Shows(story, look))
            return card;
        var pictures = story.Item.Details.Pictures;
        if (pictures.FirstOrDefault(picture => picture.Width is null or >= MinWidth) is { } large)
            return card with
            {
                // A note without a title shows its pictures, an article that which stands for it.
                Images = story.Item.Details.IsUntitled
                    ? [.. pictures.Where(picture => picture.Width is null or >= MinWidth).Take(MaxCount).Select(one => Image(one, story))]
                    : [Image(large, story)],
            };
        if (pictures.FirstOrDefault() is { } small)
            return card with { Thumbnail = Image(small, story) };
        return story.Icon is { } icon && !story.Sources.IsEmpty
            ? card with
            {
                Thumbnail = new CardImage(icon, Ellipsis.Shorten($"The icon of {story.Sources[0].Name}", MaxDescriptionLength)),
            }
            : card;
    }

    /// <summary>Puts the picture of the first story that has one beside the heading of a card with several.</summary>
    public static Card AddFirst(Card card, IEnumerable<StoryView> stories, PostLook look) =>
        stories.FirstOrDefault(story => Shows(story, look) && !story.Item.Details.Pictures.IsEmpty) is { } top
            ? card with
            {
                Thumbnail = Image(top.Item.Details.Pictures[0], top),
            }
            : card;

    /// <summary>Whether pictures of a story are shown: in a channel that is for everyone, what is not for everyone's eyes is text
    /// alone.</summary>
    public static bool Shows(StoryView story, PostLook look) =>
        look is { HasPictures: true, IsTitleAlone: false }
        && story.HasPictures
        && (look.Template is not null || !story.IsTitleAlone)
        && (look.IsAgeRestricted || !story.IsExplicit && !story.Item.Details.IsExplicit);

    private static CardImage Image(EntryPicture picture, StoryView story) =>
        new(picture.Url, Ellipsis.Shorten(picture.Alternative ?? $"The picture of “{story.Item.Title}”", MaxDescriptionLength));
}
