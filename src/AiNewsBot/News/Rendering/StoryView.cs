using System.Collections.Immutable;
using AiNewsBot.News.Items;

namespace AiNewsBot.News.Rendering;

/// <summary>A story with what is shown beside it.</summary>
/// <param name="Sources">The feeds that tell it, the first first: name and the story's page there.</param>
/// <param name="Subjects">Ids of what it speaks of.</param>
internal sealed record StoryView(NewsItem Item, ImmutableArray<(string Name, string? Link)> Sources, ImmutableArray<string> Subjects)
{
    /// <summary>A small picture of the feed whose words are shown; null for none.</summary>
    public string? Icon { get; init; }

    /// <summary>Whether pictures of that feed are shown at all.</summary>
    public bool HasPictures { get; init; } = true;

    /// <summary>Whether that feed is not for everyone's eyes.</summary>
    public bool IsExplicit { get; init; }

    /// <summary>Whether the title with its link is all that is shown of that feed's stories, where no template says otherwise.</summary>
    public bool IsTitleAlone { get; init; }
}
