namespace AiNewsBot.Feeds.Parsing.Formats;

/// <summary>A feed or an entry while its elements come in.</summary>
internal sealed class Draft
{
    private Slot<string> _id;
    private Slot<string> _guidLink;
    private Slot<string> _title;
    private Slot<string> _link;
    private Slot<string> _otherLink;
    private Slot<string> _summary;
    private Slot<string> _content;
    private Slot<DateTimeOffset> _published;
    private Slot<DateTimeOffset> _updated;
    private Slot<DateTimeOffset> _created;

    public string? Title => _title.Value;

    /// <summary>Whether there are elements in it, read or not.</summary>
    public bool HasElements { get; set; }

    /// <summary>The page; where none is named, the identifier of RSS is its address unless it says otherwise.</summary>
    public string? Link => _link.Value ?? _otherLink.Value ?? _guidLink.Value;

    /// <summary>Whether it has neither an identifier nor a link.</summary>
    public bool IsNameless => _id.Value is null && Link is null;

    public void OfferText(Part part, string text, int rank)
    {
        switch (part)
        {
            case Part.Title:
                _title.Offer(text, rank, latest: false);
                break;
            case Part.Summary:
                _summary.Offer(text, rank, latest: false);
                break;
            case Part.Content:
                _content.Offer(text, rank, latest: false);
                break;
        }
    }

    public void OfferDate(Part part, DateTimeOffset date, int rank)
    {
        switch (part)
        {
            case Part.Published:
                _published.Offer(date, rank, latest: true);
                break;
            case Part.Updated:
                _updated.Offer(date, rank, latest: true);
                break;
            case Part.Created:
                _created.Offer(date, rank, latest: true);
                break;
        }
    }

    /// <param name="link">The page that it is the address of; null where it is none.</param>
    public void OfferId(string id, string? link, int rank)
    {
        _id.Offer(id, rank, latest: true);
        if (link is not null)
            _guidLink.Offer(link, rank, latest: true);
    }

    public void OfferLink(string link, LinkKind kind, int rank)
    {
        if (kind == LinkKind.Page)
            _link.Offer(link, rank, latest: true);
        else if (kind == LinkKind.OtherForm)
            _otherLink.Offer(link, rank, latest: false);
    }

    /// <summary>Whether it tells nothing at all.</summary>
    public bool IsEmpty => !HasElements && IsNameless;

    public FeedEntry ToEntry() => new(
        FieldBounds.Id(_id.Value), FieldBounds.Link(Link), _title.Value, _summary.Value ?? _content.Value,
        _published.IsFilled ? _published.Value : _created.IsFilled ? _created.Value : null, _updated.IsFilled ? _updated.Value : null);
}
