using System.Collections.Immutable;
using AiNewsBot.Feeds.Parsing.Text;

namespace AiNewsBot.Feeds.Parsing.Formats;

/// <summary>What an entry says beside its words, link and dates, while it comes in.</summary>
internal sealed class EntryDetails
{
    private readonly List<string> _categories = [];
    private readonly List<(EntryPicture Picture, int Rank)> _pictures = [];
    private RankedValue<string> _author;

    public string? Author => _author.Value;

    public ImmutableArray<string> Categories => _categories.Count == 0 ? [] : [.. _categories];

    public bool IsExplicit { get; set; }

    /// <summary>Where it is talked about.</summary>
    public string? Comments { get; set; }

    /// <summary>A small picture of a feed.</summary>
    public string? Icon { get; set; }

    public void SetAuthor(string? text, int rank)
    {
        if (PersonName.From(text) is { } name)
            _author.TrySet(name, rank, latest: false);
    }

    public void AddCategory(string? text)
    {
        var name = text is null ? null : new PlainText().Begin(FeedLimits.Name);
        name?.Add(text);
        if (
            name?.End(onOneLine: true) is { } category
            && _categories.Count < FeedLimits.Categories
            && !_categories.Contains(category, StringComparer.OrdinalIgnoreCase)
        )
            _categories.Add(category);
    }

    /// <param name="rank">How far it is from the best place for a picture.</param>
    /// <param name="bytes">The size of its file; null where it is not said.</param>
    public void AddPicture(EntryPicture picture, int rank, long? bytes = null)
    {
        if (_pictures.Count < FeedLimits.Pictures && PictureRules.Shows(picture, bytes))
            _pictures.Add((picture, rank));
    }

    /// <summary>All pictures, the best first, each once.</summary>
    /// <param name="ofText">Those within its text.</param>
    public ImmutableArray<EntryPicture> PicturesWith(ImmutableArray<EntryPicture> ofText) =>
        _pictures.Count == 0 && ofText.IsEmpty
            ? []
            :
            [
                .. _pictures
                    .OrderBy(one => one.Rank)
                    .ThenByDescending(one => one.Picture.Width ?? 0)
                    .Select(one => one.Picture)
                    .Concat(ofText)
                    .DistinctBy(picture => picture.Url)
                    .Take(FeedLimits.Pictures),
            ];
}
