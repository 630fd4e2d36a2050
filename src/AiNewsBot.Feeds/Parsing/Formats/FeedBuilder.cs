using AiNewsBot.Feeds.Parsing.Dates;
using AiNewsBot.Feeds.Parsing.Markup;

namespace AiNewsBot.Feeds.Parsing.Formats;

/// <summary>Makes a feed of the elements of RSS, RDF or Atom as they come, whichever reader finds them.</summary>
internal sealed class FeedBuilder(Uri? address)
{
    private readonly Stack<OpenElement> _open = new();
    private readonly List<Draft> _entries = [];
    private readonly Draft _feed = new();
    private TimeSpan? _timeToLive;
    private readonly Capture _capture = new();
    private int _captureDepth;
    private string? _firstName;
    private bool _isFeed;
    private bool _isAtom;
    private bool _isOutermost;
    private FeedLocale? _locale;

    /// <summary>Whether what comes is the content of an element that is read.</summary>
    public bool IsCapturing => _capture.IsOpen;

    public bool WantsText => _capture.WantsText;

    private OpenElement Parent => _open.TryPeek(out var parent) ? parent : new OpenElement(Part.None, null, address?.AbsoluteUri, null);

    /// <exception cref="FeedFormatException">It is beyond a limit.</exception>
    public void Open(IElement element)
    {
        if (_open.Count == FeedLimits.Depth)
            throw new FeedFormatException($"Its elements are in each other more than {FeedLimits.Depth} deep.");
        var parent = Parent;
        if (IsCapturing)
        {
            AddTag(element, isEnd: false);
            _open.Push(parent with { Part = Part.None });
            return;
        }

        if (element.Attribute("base") is { Length: > 0 } relative && Reference.Resolve(parent.Base, relative) is { Length: <= FeedLimits.Link } @base)
            parent = parent with { Base = @base, OwnBase = Reference.Resolve(parent.OwnBase, relative) };
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
        var part = Parts.Of(element).Part;
        var isField = part is not (Part.None or Part.Aside or Part.Person);
        if (part is Part.Entry)
            return IsCapturing || _open.Any(open => open.Part is Part.Entry);
        if (!IsCapturing)
            return isField && Parent.Part is Part.Person;

        // HTML has titles, links and summaries too, and may stand where text ought to.
        return _capture.Part is Part.Summary or Part.Content ? part is Part.Id or Part.Published or Part.Updated
            : isField || element.Vocabulary is not (Vocabulary.Core or Vocabulary.Xhtml);
    }

    /// <summary>
    /// The text is at its end. Where it broke off within an entry, what stood last in it is cut, and an entry without what the others are
    /// told apart by would be another one when it comes whole.
    /// </summary>
    public void BreakOff()
    {
        if (!_open.Any(open => open.Part is Part.Entry))
            return;
        if (IsCapturing && _capture.Part is not (Part.Summary or Part.Content))
            _capture.End();
        if (_entries[^1].IsNameless && !_entries[0].IsNameless)
            _entries.RemoveAt(_entries.Count - 1);
    }

    /// <exception cref="FeedFormatException">There was no feed.</exception>
    public Feed End()
    {
        if (!_isFeed || _entries.Count == 0 && !_isOutermost && OtherDocument.IsPage(_firstName))
            throw OtherDocument.Refusal(_firstName);
        var entries = _entries.Where(entry => !entry.IsEmpty).Select(entry => entry.ToEntry());
        return new Feed(_feed.Title, FieldBounds.Link(_feed.Link), _timeToLive, [.. entries]);
    }

    // The one that names a region says more.
    private void TakeLocale(string? tag)
    {
        if (_locale?.Region is null)
            _locale = FeedLocale.TryParse(tag) ?? _locale;
    }

    // What an element is where it stands, and what is read of it.
    private OpenElement Place(IElement element, OpenElement parent)
    {
        var (part, order) = Parts.Of(element);
        _firstName ??= element.LocalName;
        parent.Draft?.HasElements = true;

        // RSS 1.1 begins with a channel.
        if (part is Part.Channel && _open.Count == 0 && element.DeclaresFeed)
            part = Part.Root;
        if (part is Part.Root || part is Part.Entry && _open.Count == 0 && element.LocalName.Equals("entry", StringComparison.OrdinalIgnoreCase))
            EnterRoot(element);

        switch (part)
        {
            case Part.Root:
            case Part.Channel when IsInFeed():
                TakeLocale(element.Attribute("lang"));
                return parent with { Part = Part.Root, Draft = _feed };
            case Part.Entry when IsInFeed():
                return parent with { Part = part, Draft = AddEntry(element, parent) };
            case Part.Aside or Part.Person:
                return parent with { Part = part, Draft = null };
            case Part.None or Part.Channel or Part.Entry:
                return parent with { Part = Part.None };
            default:
                if (parent.Draft is { } draft)
                    Begin(element, part, order * FeedLimits.Depth + _open.Count, draft, parent);
                return parent with { Part = part };
        }
    }

    // RDF that names nothing of feeds in its first element is one once it has a channel or an item.
    private bool IsInFeed() => _isFeed |= _open.Any(open => open.Part is Part.Root);

    // RDF describes many things: it is a feed where it has the words of one.
    private void EnterRoot(IElement element)
    {
        _isFeed |= !element.LocalName.Equals("rdf", StringComparison.OrdinalIgnoreCase) || element.Vocabulary is Vocabulary.Core || element.DeclaresFeed;
        _isOutermost |= _open.Count == 0;
        _isAtom |= element.LocalName.ToLowerInvariant() is "feed" or "entry";
    }

    private Draft AddEntry(IElement element, OpenElement place)
    {
        if (_entries.Count == FeedLimits.Entries)
            throw new FeedFormatException($"It has more than {FeedLimits.Entries} entries.");
        var entry = new Draft();
        _entries.Add(entry);
        if (element.Attribute("about") is { Length: > 0 } about)
            OfferId(entry, about, place, isLink: false, int.MaxValue);
        return entry;
    }

    // A base that stands in the document is one for identifiers, too. The feed's address is none: an identifier that changed with it would
    // make all entries new.
    private static void OfferId(Draft draft, string id, OpenElement place, bool isLink, int rank)
    {
        if (place.OwnBase is not { } own)
            draft.OfferId(id, isLink ? id : null, rank);
        else
            draft.OfferId(isLink ? Reference.Resolve(own, id) : id, isLink ? Reference.Resolve(place.Base, id) : null, rank);
    }

    private void Begin(IElement element, Part part, int rank, Draft draft, OpenElement place)
    {
        if (part is Part.Link && (element.Attribute("href") ?? element.Attribute("url")) is { Length: > 0 } href)
        {
            draft.OfferLink(Reference.Resolve(place.Base, href), LinkKinds.Of(element), rank);
            return;
        }

        _capture.Begin(part, part is Part.Title or Part.Summary or Part.Content ? TextKinds.Of(element, part, _isAtom) : TextKind.Value, rank, place);
        if (part is Part.Link)
            _capture.LinkKind = LinkKinds.Of(element);
        else if (part is Part.Id)
            _capture.IsPermanent = element.Attribute("isPermaLink")?.Trim().ToLowerInvariant() is not ("false" or "no" or "0");

        // This element is not on the stack yet: what is in it is deeper.
        _captureDepth = _open.Count + 1;
    }

    private void Finish()
    {
        if (Parent.Draft is { } draft)
            Take(draft);
        _capture.End();
    }

    private void Take(Draft draft)
    {
        switch (_capture.Part)
        {
            case Part.Title or Part.Summary or Part.Content:
                if (_capture.Text() is { } text)
                    draft.OfferText(_capture.Part, text, _capture.Rank);
                break;
            case Part.Published or Part.Updated or Part.Created:
                if (FeedDate.TryParse(_capture.Value(), _locale) is { } date)
                    draft.OfferDate(_capture.Part, date, _capture.Rank);
                break;
            case Part.Link when _capture.Value() is { Length: > 0 } link:
                draft.OfferLink(Reference.Resolve(_capture.Place.Base, link), _capture.LinkKind, _capture.Rank);
                break;
            case Part.Id when _capture.Value() is { Length: > 0 } id:
                OfferId(draft, id, _capture.Place, _capture.IsPermanent, _capture.Rank);
                break;
            case Part.TimeToLive when draft == _feed:
                _timeToLive = TimeToLive.TryParse(_capture.Value()) ?? _timeToLive;
                break;
            case Part.Language when draft == _feed:
                TakeLocale(_capture.Value());
                break;
        }
    }
}
