using AiNewsBot.Feeds.Parsing.Markup;
using AiNewsBot.Feeds.Parsing.Text;

namespace AiNewsBot.Feeds.Parsing.Formats;

/// <summary>
/// Reads what was meant to be XML: tags that do not match, undeclared references, attributes without quotation marks, sections that
/// never end. One pass, and nothing held but the names of the open elements.
/// </summary>
internal sealed class TolerantReader(string text, FeedBuilder feed) : IElement
{
    private readonly TextCursor _cursor = new(text);
    private readonly MarkupTag _tag = new();
    private readonly Dictionary<string, string> _namespaces = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _open = [];
    private readonly Dictionary<string, int> _openByName = new(StringComparer.OrdinalIgnoreCase);
    private IReadOnlyDictionary<string, string>? _declared;

    public string LocalName => LocalNameOf(_tag.Name);

    public Vocabulary Vocabulary =>
        PrefixOf(_tag.Name) is { Length: > 0 } prefix ? XmlNamespaces.Find(prefix, _namespaces.GetValueOrDefault(prefix)) : Vocabulary.Core;

    public bool DeclaresFeed
    {
        get
        {
            for (var i = 0; i < _tag.AttributeCount; i++)
            {
                if (
                    _tag.AttributeName(i).StartsWith("xmlns", StringComparison.OrdinalIgnoreCase)
                    && XmlNamespaces.Find(_tag.AttributeValue(i).ToString()) is Vocabulary.Core
                )
                    return true;
            }

            return false;
        }
    }

    /// <summary>How many characters were looked at: the measure of the work done.</summary>
    public long Examined => _cursor.Examined;

    public string? Attribute(string localName) => _tag.Attribute(localName, _declared);

    /// <exception cref="FeedFormatException">It is beyond a limit, or no feed.</exception>
    public void Read()
    {
        while (!_cursor.IsAtEnd)
        {
            AddText(_cursor.TakeUntil("<"));
            if (_cursor.IsAtEnd)
                break;
            if (_cursor.Peek(1) == '!')
                ReadDeclaration();
            else if (_cursor.Peek(1) == '?')
                _cursor.SkipPast(">");
            else if (_tag.TryRead(_cursor))
                ReadTag();
            else
                AddSign();
        }

        feed.BreakOff();
        while (_open.Count > 0)
            Pop();
    }

    private void ReadDeclaration()
    {
        if (_cursor.Looks("<!--"))
            _cursor.SkipPast(_cursor.Find("-->") < 0 ? ">" : "-->");
        else if (_cursor.Looks("<![CDATA["))
            AddLiteral();
        else if (_cursor.Looks("<!DOCTYPE", StringComparison.OrdinalIgnoreCase))
            _declared = DocumentType.Read(_cursor) ?? _declared;
        else
            _cursor.SkipPast(">");
    }

    private void ReadTag()
    {
        for (var i = 0; i < _tag.AttributeCount; i++)
        {
            if (_tag.AttributeName(i) is var name && name.StartsWith("xmlns:", StringComparison.OrdinalIgnoreCase))
                _namespaces[name[6..].ToString()] = _tag.AttributeValue(i).ToString();
        }

        // An unclosed title does not contain the rest of the feed.
        while (!_tag.IsEnd && _open.Count > 0 && feed.IsEndedBy(this))
            Pop();
        if (_tag.IsEnd && _openByName.GetValueOrDefault(_tag.Name) > 0)
            Close(_tag.Name);
        else if (feed.IsCapturing)
            feed.AddTag(this, _tag.IsEnd);
        else if (!_tag.IsEnd)
            Open();
    }

    private void Open()
    {
        feed.Open(this);
        _open.Add(_tag.Name);
        _openByName[_tag.Name] = _openByName.GetValueOrDefault(_tag.Name) + 1;
        if (_tag.IsEmpty)
            Pop();
    }

    // The elements inside were not closed.
    private void Close(string name)
    {
        bool isIt;
        do
        {
            isIt = _open[^1].Equals(name, StringComparison.OrdinalIgnoreCase);
            Pop();
        } while (!isIt);
    }

    private void Pop()
    {
        var name = _open[^1];
        _open.RemoveAt(_open.Count - 1);
        _openByName[name]--;
        feed.Close(LocalNameOf(name));
    }

    private void AddText(ReadOnlySpan<char> raw)
    {
        if (feed.WantsText && !raw.IsEmpty)
            feed.Add(CharacterReferences.Decode(raw[..Math.Min(raw.Length, FeedLimits.Field)].ToString(), _declared, FeedLimits.Field));
    }

    private void AddSign()
    {
        feed.Add("<");
        _cursor.Step();
    }

    // A section that nothing ends goes as far as the element that it is in.
    private void AddLiteral()
    {
        _cursor.At += "<![CDATA[".Length;
        var end = _cursor.Find("]]>");
        if (end >= 0)
        {
            feed.Add(text.AsSpan(_cursor.At, end - _cursor.At));
            _cursor.At = end + 3;
        }
        else if (_open.Count > 0 && _cursor.Find($"</{_open[^1]}") is >= 0 and var close)
        {
            feed.Add(text.AsSpan(_cursor.At, close - _cursor.At));
            _cursor.At = close;
        }
    }

    private static string PrefixOf(string name) => name.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? name[..colon] : "";

    private static string LocalNameOf(string name) => name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..];
}
