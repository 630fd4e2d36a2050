using System.Text;
using AiNewsBot.News.Parsing.Markup;
using AiNewsBot.News.Parsing.Text;

namespace AiNewsBot.News.Parsing.Formats;

/// <summary>The content of an element that is read, while it comes in.</summary>
internal sealed class Capture(Part part, TextKind kind, int rank)
{
    private readonly StringBuilder _raw = new();
    private readonly PlainText _text = new(part is Part.Title ? FeedLimits.Title : FeedLimits.Summary);
    private int _taken;
    private string? _hidden;

    public Part Part => part;

    public int Rank => rank;

    public LinkKind LinkKind { get; init; }

    /// <summary>What a link in it is relative to; null where that is not known.</summary>
    public string? Base { get; init; }

    public bool IsPermanent { get; init; }

    public bool WantsText => _taken < FeedLimits.Field && !_text.IsFull && _hidden is null;

    public void Add(ReadOnlySpan<char> text)
    {
        if (!WantsText)
            return;
        var room = Math.Min(text.Length, FeedLimits.Field - _taken);
        _raw.Append(text[..room]);
        _taken += room;
    }

    /// <summary>A tag that stands in the document itself, rather than in its text.</summary>
    public void AddTag(IElement? element, string name, bool isEnd)
    {
        if (kind is TextKind.Value)
            return;
        if (_hidden is not null)
        {
            if (isEnd && name.Equals(_hidden, StringComparison.OrdinalIgnoreCase))
                _hidden = null;
            return;
        }

        Flush();
        HtmlText.AddTag(_text, name, isEnd);
        if (!isEnd && HtmlElements.IsHidden(name))
            _hidden = name;
        else if (element is not null && !isEnd && name.Equals("img", StringComparison.OrdinalIgnoreCase))
            _text.Picture ??= PictureName.Of(element.Attribute("alt"), element.Attribute("title"), element.Attribute("src"));
    }

    /// <summary>What was written, without the blanks around it.</summary>
    public string Value() => _raw.ToString().Trim();

    /// <summary>What a reader would see of it; null where that is nothing.</summary>
    public string? Text()
    {
        Flush();
        var isTitle = part is Part.Title;
        if (isTitle && _text is { IsEmpty: true, Picture: { } picture })
            _text.Add(picture);
        return _text.End(onOneLine: isTitle);
    }

    private void Flush()
    {
        if (_raw.Length == 0)
            return;
        var raw = _raw.ToString();
        _raw.Clear();
        if (kind is TextKind.Html or TextKind.Guessed)
            HtmlText.AddTo(_text, raw, onlyKnown: kind is TextKind.Guessed);
        else if (kind is TextKind.Base64)
            HtmlText.AddTo(_text, Base64Text.Of(raw) ?? raw, onlyKnown: true);
        else
            _text.Add(raw);
    }
}
