using System.Buffers;

namespace AiNewsBot.Feeds.Parsing.Text;

/// <summary>
/// Finds the tags that a title speaks of and does not use: "The &lt;a&gt; tag is back", "&lt;s&gt; and &lt;/s&gt; tokens", "with &lt;a
/// billion
/// parameters". A tag that is used hugs the text that it acts on, and is closed behind it; what has an attribute with a value is always
/// used.
/// </summary>
internal sealed class TagMentionFinder
{
    private const string Opening = "`'\"“‘«([{";
    private const string Closing = "`'\"”’»)]}";

    // Between tags that are listed, and never all that a tag is put around.
    private static readonly SearchValues<char> Separators = SearchValues.Create(" \t\r\n,.;:/|&+-");

    private readonly string _html;
    private readonly HashSet<int> _mentions = [];
    private readonly Dictionary<string, Stack<Seen>> _open = new(StringComparer.OrdinalIgnoreCase);

    private TagMentionFinder(string html) => _html = html;

    /// <summary>Where the brackets are that begin a tag which is only spoken of.</summary>
    public static IReadOnlySet<int> In(string html)
    {
        var found = new TagMentionFinder(html);

        // Of a text that was cut the ends of its tags are lost.
        if (html.Length < FeedLimits.Field)
            found.Read();
        return found._mentions;
    }

    private void Read()
    {
        var cursor = new TextCursor(_html);
        var tag = new MarkupTag();
        while (true)
        {
            cursor.TakeUntil("<");
            if (cursor.IsAtEnd)
                break;
            var start = cursor.At;
            if (cursor.Peek(1) is '!' or '?')
                ReadDeclaration(cursor);
            else if (HtmlElements.Find(MarkupTag.NameAt(cursor)) is HtmlElement.Unknown || !tag.TryRead(cursor))
                cursor.Step();
            else
                Judge(new Seen(start, cursor.At, tag.HasValues), tag);
        }

        foreach (var (name, left) in _open)
        {
            foreach (var seen in left.Where(seen => !IsUsedOpen(name, seen)))
                _mentions.Add(seen.Start);
        }
    }

    private void ReadDeclaration(TextCursor cursor)
    {
        var end =
            cursor.Looks("<!--") ? "-->"
            : cursor.Looks("<![CDATA[") ? "]]>"
            : cursor.Looks("<?xml") || cursor.Looks("<!doctype", StringComparison.OrdinalIgnoreCase) ? ">"
            : null;
        if (end is not null && cursor.Find(end) >= 0)
        {
            cursor.SkipPast(end);
            return;
        }

        _mentions.Add(cursor.At);
        cursor.Step();
    }

    private void Judge(Seen seen, MarkupTag tag)
    {
        if (seen.HasValues && !tag.IsEnd)
        {
            // Used; its end is not one of another.
            if (!IsVoid(tag.Name))
                Stack(tag.Name).Push(seen);
        }
        else if (_html[seen.End - 1] != '>' || tag.AttributeCount > 0 || IsQuoted(seen) || IsVoid(tag.Name) && !IsLineBreak(tag.Name))
            _mentions.Add(seen.Start);
        else if (!tag.IsEnd && !IsVoid(tag.Name))
            Stack(tag.Name).Push(seen);
        else if (tag.IsEnd)
            Close(seen, Stack(tag.Name));
    }

    private void Close(Seen end, Stack<Seen> open)
    {
        if (open.TryPop(out var start))
        {
            if (start.HasValues || IsUsed(start, end))
                return;
            _mentions.Add(start.Start);
            _mentions.Add(end.Start);
        }
        else if (end.Start == 0 || char.IsWhiteSpace(_html[end.Start - 1]))
        {
            _mentions.Add(end.Start);
        }
    }

    private bool IsUsed(Seen start, Seen end)
    {
        var content = _html.AsSpan(start.End, end.Start - start.End);
        var isApart = IsBlank(start.Start - 1) && IsBlank(end.End);
        if (content.IsWhiteSpace())
            return !isApart;
        var isWhole = _html.AsSpan(0, start.Start).IsWhiteSpace() && _html.AsSpan(end.End).IsWhiteSpace();
        return isWhole || content.ContainsAnyExcept(Separators) && !(char.IsWhiteSpace(content[0]) && char.IsWhiteSpace(content[^1]));
    }

    // Without an end: of a paragraph and its like it may be left away, and a title that was cut short has lost that of its first tag.
    private bool IsUsedOpen(string name, Seen seen) =>
        seen.HasValues
        || seen.End < _html.Length
            && (char.IsLetterOrDigit(_html[seen.End]) || _html[seen.End] == '<')
            && (
                _html.AsSpan(0, seen.Start).IsWhiteSpace()
                || HtmlElements.Find(name) is HtmlElement.Paragraph or HtmlElement.Line or HtmlElement.ListItem or HtmlElement.Cell
            );

    private bool IsQuoted(Seen seen) =>
        seen.Start > 0
        && seen.End < _html.Length
        && Opening.IndexOf(_html[seen.Start - 1]) is >= 0 and var quote
        && _html[seen.End] == Closing[quote];

    private bool IsBlank(int index) => index < 0 || index >= _html.Length || char.IsWhiteSpace(_html[index]);

    private Stack<Seen> Stack(string name) => _open.TryGetValue(name, out var stack) ? stack : _open[name] = new Stack<Seen>();

    private static bool IsLineBreak(string name) =>
        name.Equals("br", StringComparison.OrdinalIgnoreCase) || name.Equals("wbr", StringComparison.OrdinalIgnoreCase);

    private static bool IsVoid(string name) =>
        name.ToLowerInvariant()
            is "area"
                or "base"
                or "br"
                or "col"
                or "embed"
                or "hr"
                or "img"
                or "input"
                or "link"
                or "meta"
                or "source"
                or "track"
                or "wbr";

    private readonly record struct Seen(int Start, int End, bool HasValues);
}
