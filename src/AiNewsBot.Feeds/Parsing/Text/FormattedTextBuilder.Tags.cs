using System.Globalization;
using System.Numerics;

namespace AiNewsBot.Feeds.Parsing.Text;

// What tags mean for the structure.
internal sealed partial class FormattedTextBuilder
{
    private const int MaxLinkLength = 1000;

    public void AddTag(string name, HtmlElement element, bool isEnd, TagAttributes attributes)
    {
        if (IsWithinHidden(name, element, isEnd, attributes))
            return;
        switch (element)
        {
            case HtmlElement.Picture or HtmlElement.Hidden when !isEnd:
                if (Pictures.Add(name, attributes) is { } sign)
                    Add(sign);
                break;
            case HtmlElement.Inline:
                AddInline(name, isEnd, attributes);
                break;
            case HtmlElement.Cell:
                EndCell();
                _isInCell = !isEnd && _tables > 0;
                break;
            case HtmlElement.ListItem:
                EndBlock();
                if (isEnd)
                    EndStyles();
                else
                    BeginItem(attributes);
                break;
            case HtmlElement.Line when name.Equals("br", StringComparison.OrdinalIgnoreCase):
                BreakLine();
                break;
            case HtmlElement.Line or HtmlElement.Paragraph:
                AddBlock(name.ToLowerInvariant(), isEnd, attributes);
                break;
        }
    }

    // What only programs for mail show before a message is opened. A span that nothing closes hides its own line at most.
    private bool IsWithinHidden(string name, HtmlElement element, bool isEnd, TagAttributes attributes)
    {
        if (_hidden is "span" && element is HtmlElement.Line or HtmlElement.Paragraph)
            _hidden = null;
        if (_hidden is null)
        {
            if (isEnd || name.ToLowerInvariant() is not ("div" or "span") || !IsHidden(attributes["style"]))
                return false;
            (_hidden, _hiddenDepth) = (name.ToLowerInvariant(), 1);
            return true;
        }

        if (name.Equals(_hidden, StringComparison.OrdinalIgnoreCase))
            _hiddenDepth += isEnd ? -1 : 1;
        if (_hiddenDepth == 0)
            _hidden = null;
        return true;
    }

    private static bool IsHidden(string? style) =>
        style?.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase) == true;

    private void AddBlock(string name, bool isEnd, TagAttributes attributes)
    {
        if (_code > 0 && name is not ("pre" or "figure"))
        {
            // Highlighters wrap each line of code.
            if (_run.Length > 0 && _run[^1] != '\n')
                AddOfCode('\n');
            return;
        }

        switch (name)
        {
            case "table":
                CountTable(isEnd);
                return;
            case "tr":
                EndCell();
                _row += isEnd ? 0 : 1;
                return;
            case "figcaption" or "caption":
                EndBlockUnlessCell();
                Pictures.IsInCaption = !isEnd && name == "figcaption";
                return;
            case "pre" or "ul" or "ol" or "blockquote" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" when _isInCell:
                // A table that is there to lay out the page: its cells are read as text.
                _layoutTables.Add(_table);
                _isInCell = false;
                break;
        }

        if (_isInCell)
        {
            BreakLine();
            return;
        }

        EndBlock();
        switch (name)
        {
            case "pre":
                _code = Math.Max(0, _code + (isEnd ? -1 : 1));
                break;
            case "blockquote":
                _quotes = Math.Max(0, _quotes + (isEnd ? -1 : 1));
                break;
            case "ul" or "ol" when isEnd:
                if (_lists.Count > 0)
                    _lists.RemoveAt(_lists.Count - 1);
                break;
            case "ul" or "ol":
                if (_lists.Count < FeedLimits.Depth)
                    _lists.Add(name == "ol" ? NumberOf(attributes["start"]) ?? 1 : null);
                break;
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                _heading = isEnd ? 0 : name[1] - '0';
                break;
            case "figure":
                Pictures.IsInCaption = false;
                break;
        }

        if (isEnd)
            EndStyles();
    }

    private void CountTable(bool isEnd)
    {
        EndCell();
        EndBlock();
        if (!isEnd && _tables > 0)
            _layoutTables.Add(_table);
        if (!isEnd && _tables == 0)
            (_table, _row) = (_table + 1, 0);
        _tables = Math.Max(0, _tables + (isEnd ? -1 : 1));
    }

    // An empty cell keeps the place of its column.
    private void EndCell()
    {
        if (!_isInCell)
            return;
        EndSpan();
        if (IsBlockEmpty)
            _blocks.Add(new TextBlock(TextBlockKind.Cell, []) { Level = _table, Number = _row });
        EndBlock();
        _isInCell = false;
        EndStyles();
    }

    private void EndBlockUnlessCell()
    {
        if (!_isInCell)
            EndBlock();
    }

    private void BreakLine()
    {
        if (_code > 0)
            AddOfCode('\n');
        else
            _breaks += IsBlockEmpty ? 0 : 1;
        _isApart = false;
    }

    private void BeginItem(TagAttributes attributes)
    {
        if (_isInCell)
            _layoutTables.Add(_table);
        _isInCell = false;
        int? number = null;
        if (_lists.Count > 0 && _lists[^1] is { } next)
        {
            number = NumberOf(attributes["value"]) ?? next;
            _lists[^1] = number + 1;
        }

        _item = (Math.Clamp(_lists.Count - 1, 0, MaxDepth), number);
    }

    private void AddInline(string name, bool isEnd, TagAttributes attributes)
    {
        if (name.Equals("a", StringComparison.OrdinalIgnoreCase))
        {
            EndSpanBeforeBlank();
            _link = isEnd ? null : LinkOf(attributes["href"]);
            _isInPage = !isEnd && attributes["href"]?.TrimStart().StartsWith('#') == true;
            return;
        }

        if (name.ToLowerInvariant() is "sup" or "sub")
            _isAbove = isEnd ? null : name.Equals("sup", StringComparison.OrdinalIgnoreCase);

        // Pages of incidents mark times so that a script can put them into the reader's zone.
        if (InlineStyle.Find(name) is not (not TextStyles.None and var style) || attributes["data-var"] is not null)
            return;
        EndSpanBeforeBlank();
        ref var count = ref _styles[BitOperations.Log2((uint)style)];
        count = Math.Max(0, count + (isEnd ? -1 : 1));
    }

    // The blank before a tag belongs to what is before it.
    private void EndSpanBeforeBlank()
    {
        if (_code > 0)
            return;
        if (_isApart && _breaks == 0 && !IsAtLineStart())
        {
            _run.Append(' ');
            _isApart = false;
        }

        EndSpan();
    }

    private void EndStyles()
    {
        Array.Clear(_styles);
        (_link, _isAbove, _isInPage) = (null, null, false);
    }

    private string? LinkOf(string? reference)
    {
        if (string.IsNullOrWhiteSpace(reference) || reference.TrimStart().StartsWith('#') || _links >= FeedLimits.Links)
            return null;
        var address = UriReference.Resolve(_base, reference);
        if (address.Length > MaxLinkLength || !WebAddress.IsOne(address))
            return null;
        _links++;
        return address;
    }

    private static int? NumberOf(string? text) =>
        int.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < 100_000 ? number : null;
}
