using System.Collections.Immutable;
using AiNewsBot.Answering;
using AiNewsBot.Chat.Cards;
using AiNewsBot.News.Templates;
using AiNewsBot.Scheduling;

namespace AiNewsBot.News.Rendering;

/// <summary>Stories by the templates of subscriptions.</summary>
internal sealed class StoryTemplates(SnapshotHolder snapshots, TimeProvider time)
{
    /// <summary>What is left of a message is for the role that it pings.</summary>
    private const int MaxLength = Card.MaxTextLength - 200;

    private const int MaxTagLength = 50;

    /// <summary>The text of a post; null where the template comes to nothing for this story, or to too much: then it looks as
    /// usual.</summary>
    public (string Markdown, bool ShowsImage)? Render(StoryView story, PostTemplate template, PostLook look)
    {
        for (var max = look.MaxLength ?? PostText.UsualLength; ; max /= 2)
        {
            var rendered = template.Render(FieldsOf(story, max, StoryPictures.Shows(story, look)).ValueOf);
            if (rendered.Markdown.Length <= MaxLength)
                return rendered.Markdown.Length > 0 ? rendered : null;
            if (max == 0)
                return null;
        }
    }

    /// <summary>The title of the thread that a story becomes in a forum.</summary>
    public string ThreadTitle(StoryView story, string? template) =>
        PostTemplate.From(template)?.RenderPlain(FieldsOf(story, PostText.UsualLength, showsImage: true).ValueOf) is { Length: > 0 } title
            ? title
            : story.Item.Title;

    /// <summary>Names of tags that a story's thread gets where the forum has them: separated by commas in what the template
    /// gives.</summary>
    public ImmutableArray<string> Tags(StoryView story, string? template) =>
        PostTemplate.From(template) is { } tags
            ?
            [
                .. tags.RenderPlain(FieldsOf(story, PostText.UsualLength, showsImage: true).ValueOf)
                    .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                    .Where(tag => tag.Length <= MaxTagLength)
                    .Distinct(StringComparer.OrdinalIgnoreCase),
            ]
            : [];

    private StoryFields FieldsOf(StoryView story, int maxSummary, bool showsImage) =>
        new(story, snapshots.Current.Facts, time.Today(), maxSummary, showsImage);
}
