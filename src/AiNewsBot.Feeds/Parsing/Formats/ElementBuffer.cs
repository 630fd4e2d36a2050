using System.Text;
using AiNewsBot.Feeds.Parsing.Markup;
using AiNewsBot.Feeds.Parsing.Text;

namespace AiNewsBot.Feeds.Parsing.Formats;

/// <summary>The content of an element that is read, while it comes in: an object that is reused for each.</summary>
internal sealed class ElementBuffer
{
    private readonly StringBuilder _raw = new();
    private readonly PlainText _text = new();
    private readonly FormattedTextBuilder _formatted = new();
    private TextKind _kind;
    private int _taken;
    private string? _hidden;

    /// <summary>What is read; nothing where nothing is.</summary>
    public FeedElement Part { get; private set; }

    public bool IsOpen => Part is not FeedElement.None;

    /// <summary>How far it is from the best place for such a field.</summary>
    public int Rank { get; private set; }

    /// <summary>The channel that contains it.</summary>
    public OpenElement Place { get; private set; }

    public LinkKind LinkKind { get; set; }

    public bool IsPermanent { get; set; }

    public bool WantsText => IsOpen && _taken < FeedLimits.Field && !_text.IsFull && _hidden is null;

    public void Begin(FeedElement part, TextKind kind, int rank, OpenElement place)
    {
        _raw.Clear();
        var isText = part is FeedElement.Summary or FeedElement.Content;
        _text.Begin(isText ? FeedLimits.Summary : FeedLimits.Title);
        if (isText)
            _text.Formatted = _formatted.Begin(place.Base);
        (Part, _kind, Rank, Place) = (part, kind, rank, place);
        (_taken, _hidden, LinkKind, IsPermanent) = (0, null, LinkKind.Page, true);
    }

    public void End() => Part = FeedElement.None;

    public void Add(ReadOnlySpan<char> text)
    {
        if (!WantsText)
            return;
        var room = Math.Min(text.Length, FeedLimits.Field - _taken);
        _raw.Append(text[..room]);
        _taken += room;
    }

    /// <summary>A tag of the document itself, rather than of its text.</summary>
    public void AddTag(IElement? element, string name, bool isEnd)
    {
        if (_kind is TextKind.Value)
            return;
        if (_hidden is not null)
        {
            if (isEnd && name.Equals(_hidden, StringComparison.OrdinalIgnoreCase))
                _hidden = null;
            return;
        }

        Flush();
        var tag = HtmlElements.Find(name);
        HtmlText.AddTag(_text, tag, isEnd);
        _text.Formatted?.AddTag(name, tag, isEnd, new TagAttributes(null, element is null ? null : element.Attribute));
        if (tag is HtmlElement.Hidden && !isEnd)
            _hidden = name;
        else if (tag is HtmlElement.Picture && element is not null && !isEnd)
            _text.Picture ??= ImageText.From(element.Attribute("alt"), element.Attribute("title"), element.Attribute("src"));
    }

    /// <summary>What was written, without the blanks around it.</summary>
    public string Value() => _raw.ToString().Trim();

    /// <summary>What a reader would see of it; null where that is nothing.</summary>
    public string? Text()
    {
        Flush();
        var isTitle = Part is FeedElement.Title;
        if (isTitle && _text is { IsEmpty: true, Picture: { } picture })
            _text.Add(picture);
        return _text.End(onOneLine: isTitle);
    }

    /// <summary>The same with its structure and pictures; null where there is nothing to see.</summary>
    public EntryText? EntryText() =>
        Text() is { } plain ? new EntryText(plain, _formatted.End(_text.IsFull), [.. _formatted.Pictures.All])
        : _formatted.Pictures.All.Count > 0 ? new EntryText("", null, [.. _formatted.Pictures.All])
        : null;

    private void Flush()
    {
        if (_raw.Length == 0)
            return;
        var raw = _raw.ToString();
        _raw.Clear();
        _formatted.IsPlain = _kind is not TextKind.Xhtml && !raw.Contains('<', StringComparison.Ordinal);
        if (_kind is TextKind.Base64)
            HtmlText.AddTo(_text, Base64Text.Decode(raw) ?? raw, onlyKnown: true);
        else if (_kind is TextKind.Html or TextKind.Guessed && raw.AsSpan().ContainsAny('<', '&'))
            HtmlText.AddTo(_text, raw, onlyKnown: _kind is TextKind.Guessed, Part is FeedElement.Title ? TagMentionFinder.In(raw) : null);
        else
            _text.Add(raw);
    }
}
