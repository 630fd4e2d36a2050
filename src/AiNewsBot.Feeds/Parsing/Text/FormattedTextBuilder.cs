using System.Globalization;
using System.Text;

namespace AiNewsBot.Feeds.Parsing.Text;

/// <summary>
/// Collects the text of markup with its structure. What is nested is counted, never held: any depth costs the same, and tags that nothing
/// closes spoil their own block at most.
/// </summary>
internal sealed partial class FormattedTextBuilder
{
    private const int MaxDepth = 4;

    private readonly List<TextBlock> _blocks = [];
    private readonly List<TextSpan> _spans = [];
    private readonly StringBuilder _run = new();
    private readonly int[] _styles = new int[4];
    private readonly List<int?> _lists = [];
    private readonly HashSet<int> _layoutTables = [];
    private string? _base;
    private string? _link;
    private (int Depth, int? Number)? _item;
    private int _length;
    private int _links;
    private int _breaks;
    private bool _isApart;
    private int _line;
    private int _quotes;
    private int _code;
    private int _heading;
    private int _tables;
    private int _table;
    private int _row;
    private bool _isInCell;
    private bool? _isAbove;
    private bool _isInPage;
    private string? _hidden;
    private int _hiddenDepth;

    /// <summary>Whether line ends of the source mean something: it has no tags that would say so.</summary>
    public bool IsPlain { get; set; }

    public PictureCollector Pictures { get; } = new();

    private bool IsBlockEmpty => _spans.Count == 0 && _run.Length == 0;

    private TextStyles Style
    {
        get
        {
            var style = TextStyles.None;
            for (var i = 0; i < _styles.Length; i++)
                style |= _styles[i] > 0 ? (TextStyles)(1 << i) : TextStyles.None;
            return style;
        }
    }

    /// <param name="base">What its links are relative to; null where that is not known.</param>
    public FormattedTextBuilder Begin(string? @base)
    {
        _blocks.Clear();
        _spans.Clear();
        _run.Clear();
        _lists.Clear();
        _layoutTables.Clear();
        Array.Clear(_styles);
        (_base, _link, _item, IsPlain, _isApart, _isInCell) = (@base, null, null, false, false, false);
        _hidden = null;
        EndStyles();
        (_length, _links, _breaks, _line, _quotes, _code, _heading, _tables, _table, _row) = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        Pictures.Begin(@base);
        return this;
    }

    /// <summary>Adds characters that are seen.</summary>
    public void Add(ReadOnlySpan<char> characters)
    {
        if (_hidden is not null)
            return;
        if (_length >= FeedLimits.Formatted || Pictures.TryAddCaption(characters, _isApart))
        {
            _isApart = false;
            return;
        }

        // The way back from a footnote to its place in the page, and a heading's link to itself.
        if (_isInPage && characters is "↩" or "↑" or "^" or "¶" or "#")
            return;
        Break(characters[0]);
        if (TryBeginPlainItem(characters))
            return;
        if (_isApart && !IsAtLineStart())
            _run.Append(' ');
        _isApart = false;
        AddRun(characters);
        _length += characters.Length;
        _line += characters.Length;
    }

    // Ten to the sixth is not 106, nor a footnote a part of the number before it.
    private void AddRun(ReadOnlySpan<char> characters)
    {
        if (_isAbove is not { } isAbove || _code > 0 || characters.ContainsAnyExcept(RaisedText.Plain))
        {
            _run.Append(characters);
            return;
        }

        foreach (var character in characters)
            _run.Append(RaisedText.From(character, isAbove));
    }

    /// <summary>Adds a blank or a line end of the source.</summary>
    public void AddBlank(char blank)
    {
        if (_hidden is not null)
            return;
        if (_code > 0)
            AddOfCode(blank);
        else if (IsPlain && blank == '\n')
            EndSourceLine();
        else
            _isApart = true;
    }

    /// <summary>The text; null where it is empty.</summary>
    /// <param name="isCut">Whether more would have followed.</param>
    public FormattedText? End(bool isCut)
    {
        EndBlock();
        RemoveLineNumbers();
        var blocks = TextTables.Settle(_blocks, _layoutTables);
        return blocks.IsEmpty ? null : new FormattedText(blocks, isCut || _length >= FeedLimits.Formatted);
    }

    // Highlighters put the numbers of the lines beside the code, in a block of their own.
    private void RemoveLineNumbers()
    {
        for (var i = _blocks.Count - 2; i >= 0; i--)
        {
            if (_blocks[i] is not { Kind: TextBlockKind.Code } numbers || _blocks[i + 1].Kind != TextBlockKind.Code)
                continue;
            var lines = numbers.Text.Split('\n', StringSplitOptions.TrimEntries);
            if (
                int.TryParse(lines[0], NumberStyles.None, CultureInfo.InvariantCulture, out var first)
                && lines.Index().All(line => line.Item == (first + line.Index).ToString(CultureInfo.InvariantCulture))
                && _blocks[i + 1].Text.Count(character => character == '\n') + 1 == lines.Length
            )
                _blocks.RemoveAt(i);
        }
    }

    private void AddOfCode(char blank)
    {
        if (blank is '\r' || _length >= FeedLimits.Formatted)
            return;
        var text =
            blank is '\n' ? "\n"
            : blank is '\t' ? "    "
            : " ";
        _run.Append(text);
        _length += text.Length;
    }

    // Mails and abstracts are wrapped: a line of their width continues in the next one, unless that begins like an item.
    private void EndSourceLine()
    {
        _breaks++;
        _isApart = true;
    }

    private void Break(char next)
    {
        if (_breaks == 0)
            return;
        var isWrapped = IsPlain && _breaks == 1 && _line is > 45 and < 95 && !IsItemSign(next);
        if (IsBlockEmpty || isWrapped)
            (_breaks, _line) = (0, 0);
        else if (_breaks > 1 && !_isInCell || IsPlain && _item is not null)
            EndBlock();
        else
            _run.Append('\n');
        (_breaks, _line) = (0, 0);
    }

    // "- one", "* one", "1. one" at the beginning of a line of plain text.
    private bool TryBeginPlainItem(ReadOnlySpan<char> word)
    {
        if (!IsPlain || _line > 0 || !IsBlockEmpty && _run.Length > 0 && _run[^1] != '\n')
            return false;
        int? number = null;
        if (word is not ("-" or "*" or "•" or "–"))
        {
            if (
                word.Length is < 2 or > 3
                || word[^1] is not ('.' or ')')
                || !int.TryParse(word[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var read)
            )
                return false;
            number = read;
        }

        EndBlock();
        _item = (0, number);
        return true;
    }

    private bool IsAtLineStart() => _run.Length > 0 ? _run[^1] is '\n' or ' ' : _spans.Count == 0 || _spans[^1].Text[^1] is '\n' or ' ';

    private static bool IsItemSign(char character) =>
        char.IsDigit(character)
        || char.GetUnicodeCategory(character)
            is UnicodeCategory.DashPunctuation
                or UnicodeCategory.OtherSymbol
                or UnicodeCategory.MathSymbol
                or UnicodeCategory.Surrogate
        || character is '*' or '•' or '·' or '#';

    // What comes next has another style or link.
    private void EndSpan()
    {
        if (_run.Length == 0)
            return;
        var text = _run.ToString();
        _run.Clear();
        var span = new TextSpan(text, _code > 0 ? TextStyles.None : Style, _code > 0 ? null : _link);
        if (_spans.Count > 0 && _spans[^1] is { } last && (last.Style, last.Link) == (span.Style, span.Link))
            _spans[^1] = last with { Text = last.Text + text };
        else
            _spans.Add(span);
    }

    private void EndBlock()
    {
        EndSpan();
        var isCode = _code > 0;
        var spans = TrimmedSpans(isCode);
        if (spans.Length > 0)
            _blocks.Add(
                isCode ? new TextBlock(TextBlockKind.Code, spans) { IsQuoted = _quotes > 0 }
                : _isInCell ? new TextBlock(TextBlockKind.Cell, spans) { Level = _table, Number = _row }
                : _heading > 0 ? new TextBlock(TextBlockKind.Heading, spans) { Level = _heading, IsQuoted = _quotes > 0 }
                : _item is { } item
                    ? new TextBlock(TextBlockKind.Item, spans)
                    {
                        Level = item.Depth,
                        Number = item.Number,
                        IsQuoted = _quotes > 0,
                    }
                : new TextBlock(TextBlockKind.Paragraph, spans) { IsQuoted = _quotes > 0 }
            );
        if (spans.Length > 0)
            _item = null;
        _spans.Clear();
        (_breaks, _line, _isApart) = (0, 0, false);
    }

    private System.Collections.Immutable.ImmutableArray<TextSpan> TrimmedSpans(bool isCode)
    {
        while (_spans.Count > 0)
        {
            var last = _spans[^1].Text.TrimEnd();
            if (last.Length > 0)
            {
                _spans[^1] = _spans[^1] with { Text = last };
                break;
            }

            _spans.RemoveAt(_spans.Count - 1);
        }

        while (_spans.Count > 0)
        {
            var first = isCode ? _spans[0].Text.TrimStart('\n') : _spans[0].Text.TrimStart();
            if (first.Length > 0)
            {
                _spans[0] = _spans[0] with { Text = first };
                break;
            }

            _spans.RemoveAt(0);
        }

        if (isCode)
            return [.. _spans];
        var spans = BareLinks.Find([.. _spans], FeedLimits.Links - _links);
        _links += spans.Length - _spans.Count;
        return spans;
    }
}
