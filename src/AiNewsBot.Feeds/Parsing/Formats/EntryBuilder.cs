namespace AiNewsBot.Feeds.Parsing.Formats;

/// <summary>A feed or an entry while its elements come in.</summary>
internal sealed class EntryBuilder
{
    private RankedValue<string> _id;
    private RankedValue<string> _guidLink;
    private RankedValue<string> _title;
    private RankedValue<string> _link;
    private RankedValue<string> _otherLink;
    private RankedValue<string> _canonical;
    private RankedValue<EntryText> _summary;
    private RankedValue<EntryText> _content;
    private RankedValue<DateTimeOffset> _published;
    private RankedValue<DateTimeOffset> _updated;
    private RankedValue<DateTimeOffset> _created;

    public string? Title => _title.Value;

    public EntryDetails Details { get; } = new();

    /// <summary>Whether there are elements in it, read or not.</summary>
    public bool HasElements { get; set; }

    /// <summary>The page; where none is named, the identifier of RSS is its address unless it says otherwise.</summary>
    public string? Link => _link.Value ?? _otherLink.Value ?? _guidLink.Value;

    /// <summary>Whether it has neither an identifier nor a link.</summary>
    public bool IsNameless => _id.Value is null && Link is null;

    public void SetTitle(string title, int rank) => _title.TrySet(title, rank, latest: false);

    public void SetText(FeedElement part, EntryText text, int rank)
    {
        // What shows nothing but pictures has no words to be known by.
        if (text.Plain.Length == 0)
        {
            foreach (var picture in text.Pictures)
                Details.AddPicture(picture, rank);
        }
        else if (part is FeedElement.Summary)
        {
            _summary.TrySet(text, rank, latest: false);
        }
        else
        {
            _content.TrySet(text, rank, latest: false);
        }
    }

    public void SetDate(FeedElement part, DateTimeOffset date, int rank)
    {
        switch (part)
        {
            case FeedElement.Published:
                _published.TrySet(date, rank, latest: true);
                break;
            case FeedElement.Updated:
                _updated.TrySet(date, rank, latest: true);
                break;
            case FeedElement.Created:
                _created.TrySet(date, rank, latest: true);
                break;
        }
    }

    /// <param name="link">The page of which it is the address; null where it is not one.</param>
    public void SetId(string id, string? link, int rank)
    {
        _id.TrySet(id, rank, latest: true);
        if (link is not null)
            _guidLink.TrySet(link, rank, latest: true);
    }

    public void SetLink(string link, LinkKind kind, int rank)
    {
        if (kind == LinkKind.Page)
            _link.TrySet(link, rank, latest: true);
        else if (kind == LinkKind.OtherForm)
            _otherLink.TrySet(link, rank, latest: false);
        else if (kind == LinkKind.Canonical)
            _canonical.TrySet(link, rank, latest: false);
    }

    /// <summary>Whether it tells nothing at all.</summary>
    public bool IsEmpty => !HasElements && IsNameless;

    public FeedEntry ToEntry()
    {
        var (summary, content) = (_summary.Value, _content.Value);
        var shown = EntryText.Show(summary, content);
        var link = FieldLimits.Link(Link);
        return new FeedEntry(
            FieldLimits.Id(_id.Value),
            link,
            _title.Value,
            summary?.Plain ?? content?.Plain,
            _published.IsFilled ? _published.Value
                : _created.IsFilled ? _created.Value
                : null,
            _updated.IsFilled ? _updated.Value : null
        )
        {
            Canonical = FieldLimits.Link(_canonical.Value),
            Text = shown?.Text,
            Author = Details.Author,
            Categories = Details.Categories,
            Pictures = Details.PicturesWith([.. content?.Pictures ?? [], .. summary?.Pictures ?? []]),
            Comments = shown?.Comments ?? CommentPage.From(Details.Comments, link),
            Submitted = shown?.Submitted,
            IsExplicit = Details.IsExplicit,
        };
    }
}
