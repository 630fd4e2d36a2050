using AiNewsBot.Feeds.Parsing.Dates;
using AiNewsBot.Feeds.Parsing.Markup;
using AiNewsBot.Feeds.Parsing.Text;

namespace AiNewsBot.Feeds.Parsing.Formats;

/// <summary>Makes a feed of the elements of RSS, RDF or Atom as they come, whichever reader finds them.</summary>
internal sealed partial class FeedBuilder(Uri? address)
{
    private readonly Stack<OpenElement> _open = new();
    private readonly List<EntryBuilder> _entries = [];
    private readonly EntryBuilder _feed = new();
    private TimeSpan? _timeToLive;
    private readonly ElementBuffer _capture = new();
    private int _captureDepth;
    private string? _firstName;
    private bool _isFeed;
    private bool _isAtom;
    private bool _isOutermost;
    private FeedLocale? _locale;

    // Whose author or picture the element around describes.
    private EntryBuilder? _described;

    /// <summary>Whether what comes is the content of an element that is read.</summary>
    public bool IsCapturing => _capture.IsOpen;

    public bool WantsText => _capture.WantsText;

    private OpenElement Parent =>
        _open.TryPeek(out var parent) ? parent : new OpenElement(FeedElement.None, null, address?.AbsoluteUri, null);

    /// <exception cref="FeedFormatException">It is beyond a limit.</exception>
    public void Open(IElement element)
    {
        if (_open.Count == FeedLimits.Depth)
            throw new FeedFormatException(new FeedFault(FeedFaultCode.NestedTooDeep, $"{FeedLimits.Depth}"));
        var parent = Parent;
        if (IsCapturing)
        {
            AddTag(element, isEnd: false);
            _open.Push(parent with { Part = FeedElement.None });
            return;
        }

        if (
            element.Attribute("base") is { Length: > 0 } relative
            && UriReference.Resolve(parent.Base, relative) is { Length: <= FeedLimits.Link } @base
        )
            parent = parent with { Base = @base, OwnBase = UriReference.Resolve(parent.OwnBase, relative) };
        _open.Push(Place(element, parent));
    }

    public void Close(string localName)
    {
        _open.Pop();
        if (!IsCapturing)
            return;
        if (_open.Count >= _captureDepth)
            _capture.AddTag(null, localName, isEnd: true);
        else
            Finish();
    }

    public void Add(ReadOnlySpan<char> text) => _capture.Add(text);

    /// <summary>A tag within content.</summary>
    public void AddTag(IElement element, bool isEnd) => _capture.AddTag(element, element.LocalName, isEnd);

    /// <summary>Whether an element that begins shows that the one around it was forgotten to be ended.</summary>
    public bool IsEndedBy(IElement element)
    {
        var part = FeedElements.Find(element).Part;
        var isField = part is > FeedElement.Person and < FeedElement.Name;
        if (part is FeedElement.Entry)
            return IsCapturing || _open.Any(open => open.Part is FeedElement.Entry);
        if (!IsCapturing)
            return isField && Parent.Part is FeedElement.Person;

        // HTML has titles, links and summaries too, and may be where text ought to be.
        return _capture.Part is FeedElement.Summary or FeedElement.Content
            ? part is FeedElement.Id or FeedElement.Published or FeedElement.Updated
            : isField || element.Vocabulary is not (Vocabulary.Core or Vocabulary.Xhtml);
    }

    /// <summary>
    /// The text is at its end. Where it broke off within an entry, what stood last in it is cut, and an entry without what the others are
    /// told apart by would be another one when it comes whole.
    /// </summary>
    public void BreakOff()
    {
        if (!_open.Any(open => open.Part is FeedElement.Entry))
            return;
        if (IsCapturing && _capture.Part is not (FeedElement.Summary or FeedElement.Content))
            _capture.End();
        if (_entries[^1].IsNameless && !_entries[0].IsNameless)
            _entries.RemoveAt(_entries.Count - 1);
    }

    /// <exception cref="FeedFormatException">There was no feed.</exception>
    public Feed End()
    {
        if (!_isFeed || _entries.Count == 0 && !_isOutermost && NonFeedDocument.IsPage(_firstName))
            throw NonFeedDocument.Refusal(_firstName);
        var entries = _entries.Where(entry => !entry.IsEmpty).Select(entry => entry.ToEntry());
        return new Feed(_feed.Title, FieldLimits.Link(_feed.Link), _timeToLive, [.. entries])
        {
            Icon = _feed.Details.Icon,
            IsExplicit = _feed.Details.IsExplicit,
            Language = _locale?.Language,
        };
    }

    // The one that names a region says more.
    private void SetLocale(string? tag)
    {
        if (_locale?.Region is null)
            _locale = FeedLocale.TryParse(tag) ?? _locale;
    }

    // What an element is at its place, and what is read of it.
    private OpenElement Place(IElement element, OpenElement parent)
    {
        var (part, order) = FeedElements.Find(element);
        _firstName ??= element.LocalName;
        parent.Draft?.HasElements = true;

        // RSS 1.1 begins with a channel.
        if (part is FeedElement.Channel && _open.Count == 0 && element.DeclaresFeed)
            part = FeedElement.Root;
        if (
            part is FeedElement.Root
            || part is FeedElement.Entry && _open.Count == 0 && element.LocalName.Equals("entry", StringComparison.OrdinalIgnoreCase)
        )
            EnterRoot(element);

        switch (part)
        {
            case FeedElement.Root:
            case FeedElement.Channel when IsInFeed():
                SetLocale(element.Attribute("lang"));
                return parent with { Part = FeedElement.Root, Draft = _feed };
            case FeedElement.Entry when IsInFeed():
                return parent with { Part = part, Draft = AddEntry(element, parent) };
            case FeedElement.Person when IsAuthorAsText(element) && parent.Draft is { } written:
                Begin(element, FeedElement.Author, order * FeedLimits.Depth + _open.Count, written, parent);
                return parent with { Part = FeedElement.None };
            case FeedElement.Aside or FeedElement.Person:
                _described =
                    element.LocalName.Equals("author", StringComparison.OrdinalIgnoreCase)
                    || element.LocalName.Equals("image", StringComparison.OrdinalIgnoreCase)
                        ? parent.Draft
                        : null;
                return parent with { Part = part, Draft = null };
            case FeedElement.Name or FeedElement.PictureAddress:
                if (_described is { } owner && parent.Part == (part is FeedElement.Name ? FeedElement.Person : FeedElement.Aside))
                    Begin(element, part, _open.Count, owner, parent);
                return parent with { Part = FeedElement.None };
            case FeedElement.None or FeedElement.Channel or FeedElement.Entry:
                return parent with { Part = FeedElement.None };
            default:
                if (parent.Draft is { } draft)
                    Begin(element, part, order * FeedLimits.Depth + _open.Count, draft, parent);
                return parent with { Part = part };
        }
    }

    // RDF that names nothing of feeds in its first element is one once it has a channel or an item.
    private bool IsInFeed() => _isFeed |= _open.Any(open => open.Part is FeedElement.Root);

    // RDF describes many things: it is a feed where it has the words of one.
    private void EnterRoot(IElement element)
    {
        _isFeed |=
            !element.LocalName.Equals("rdf", StringComparison.OrdinalIgnoreCase)
            || element.Vocabulary is Vocabulary.Core
            || element.DeclaresFeed;
        _isOutermost |= _open.Count == 0;
        _isAtom |= element.LocalName.ToLowerInvariant() is "feed" or "entry";
    }

    private EntryBuilder AddEntry(IElement element, OpenElement place)
    {
        if (_entries.Count == FeedLimits.Entries)
            throw new FeedFormatException(new FeedFault(FeedFaultCode.EntriesTooMany, $"{FeedLimits.Entries}"));
        var entry = new EntryBuilder();
        _entries.Add(entry);
        if (element.Attribute("about") is { Length: > 0 } about)
            SetId(entry, about, place, isLink: false, int.MaxValue);
        return entry;
    }

    // A base in the document applies to identifiers, too. The feed's address does not: an identifier that changed with it would
    // make all entries new.
    private static void SetId(EntryBuilder draft, string id, OpenElement place, bool isLink, int rank)
    {
        if (place.OwnBase is not { } own)
            draft.SetId(id, isLink ? id : null, rank);
        else
            draft.SetId(isLink ? UriReference.Resolve(own, id) : id, isLink ? UriReference.Resolve(place.Base, id) : null, rank);
    }

    private void Begin(IElement element, FeedElement part, int rank, EntryBuilder draft, OpenElement place)
    {
        if (part is FeedElement.Link && ElementAttributes.TryReadEnclosure(element, rank, draft.Details, place.Base))
            return;
        if (part is FeedElement.Link && (element.Attribute("href") ?? element.Attribute("url")) is { Length: > 0 } href)
        {
            draft.SetLink(UriReference.Resolve(place.Base, href), LinkKinds.From(element), rank);
            return;
        }

        if (ElementAttributes.TryRead(element, part, rank, draft.Details, place.Base))
            return;
        _capture.Begin(
            part,
            part is FeedElement.Title or FeedElement.Summary or FeedElement.Content
                ? TextKinds.From(element, part, _isAtom)
                : TextKind.Value,
            rank,
            place
        );
        if (part is FeedElement.Link)
            _capture.LinkKind = LinkKinds.From(element);
        else if (part is FeedElement.Id)
            _capture.IsPermanent = element.Attribute("isPermaLink")?.Trim().ToLowerInvariant() is not ("false" or "no" or "0");

        // This element is not on the stack yet: what is in it is deeper.
        _captureDepth = _open.Count + 1;
    }

    private void Finish()
    {
        if ((_capture.Part is FeedElement.Name or FeedElement.PictureAddress ? _described : Parent.Draft) is { } draft)
            Apply(draft);
        _capture.End();
    }

    private void Apply(EntryBuilder draft)
    {
        switch (_capture.Part)
        {
            case FeedElement.Title:
                if (_capture.Text() is { } title)
                    draft.SetTitle(title, _capture.Rank);
                break;
            case FeedElement.Summary or FeedElement.Content:
                if (_capture.EntryText() is { } text)
                    draft.SetText(_capture.Part, text, _capture.Rank);
                break;
            case FeedElement.Published or FeedElement.Updated or FeedElement.Created:
                if (FeedDate.TryParse(_capture.Value(), _locale) is { } date)
                    draft.SetDate(_capture.Part, date, _capture.Rank);
                break;
            case FeedElement.Link when _capture.Value() is { Length: > 0 } link:
                draft.SetLink(UriReference.Resolve(_capture.Place.Base, link), _capture.LinkKind, _capture.Rank);
                break;
            case FeedElement.Id when _capture.Value() is { Length: > 0 } id:
                SetId(draft, id, _capture.Place, _capture.IsPermanent, _capture.Rank);
                break;
            case > FeedElement.Language:
                ApplyDetail(draft.Details, draft == _feed);
                break;
            case FeedElement.TimeToLive when draft == _feed:
                _timeToLive = TimeToLive.TryParse(_capture.Value()) ?? _timeToLive;
                break;
            case FeedElement.Language when draft == _feed:
                SetLocale(_capture.Value());
                break;
        }
    }
}
