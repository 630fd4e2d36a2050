using System.Collections.Immutable;
using AiNewsBot.Feeds;

namespace AiNewsBot.News.Items;

/// <summary>What a story has beside its plain words: they tell it apart, these are shown.</summary>
internal sealed record ItemDetails
{
    public static ItemDetails None { get; } = new();

    public FormattedText? Text { get; init; }

    public string? Author { get; init; }

    public ImmutableArray<string> Categories { get; init; } = [];

    public ImmutableArray<EntryPicture> Pictures { get; init; } = [];

    /// <summary>Where it is talked about.</summary>
    public string? Comments { get; init; }

    /// <summary>The page that it submits.</summary>
    public string? Submitted { get; init; }

    /// <summary>Whether its title was made of its text.</summary>
    public bool IsUntitled { get; init; }

    public bool IsExplicit { get; init; }

    /// <summary>Its language, as in "pt"; null where it is not known.</summary>
    public string? Language { get; init; }

    /// <param name="isExplicit">Whether its feed says so of all its entries.</param>
    /// <param name="language">That its feed names.</param>
    public static ItemDetails From(FeedEntry entry, bool isExplicit = false, string? language = null) =>
        new()
        {
            Text = entry.Text,
            Author = entry.Author,
            Categories = entry.Categories,
            Pictures = entry.Pictures,
            Comments = entry.Comments,
            Submitted = entry.Submitted,
            IsUntitled = string.IsNullOrWhiteSpace(entry.Title),
            IsExplicit = isExplicit || entry.IsExplicit,
            Language = StoryLanguage.Find($"{entry.Title} {entry.Summary}", language),
        };
}
