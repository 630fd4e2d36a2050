namespace AiNewsBot.Feeds.Parsing.Text;

/// <summary>Reads the text out of any HTML in one pass, at any depth: nothing is nested in memory.</summary>
internal static class HtmlText
{
    /// <summary>Adds the text of some HTML.</summary>
    /// <param name="onlyKnown">Whether a tag that HTML does not have is text: for what need not be HTML, such as a title about
    /// List&lt;T&gt;.</param>
    /// <param name="mentions">Where brackets are that begin no tag, though they look like it; null where there are none.</param>
    /// <returns>How many characters were looked at.</returns>
    public static long AddTo(PlainText text, string html, bool onlyKnown, IReadOnlySet<int>? mentions = null)
    {
        var cursor = new TextCursor(html);
        var tag = new MarkupTag();
        while (!cursor.IsAtEnd && !text.IsFull)
        {
            for (var rest = cursor.TakeUntil("<"); !rest.IsEmpty && !text.IsFull; )
                text.Add(CharacterReferences.Next(ref rest));
            if (cursor.IsAtEnd)
                break;
            if (mentions?.Contains(cursor.At) == true)
                AddSign(text, cursor);
            else if (cursor.Peek(1) == '!')
                ReadDeclaration(text, cursor);
            else if (cursor.Peek(1) == '?')
                cursor.SkipPast(">");
            else if (!TryTag(text, cursor, tag, onlyKnown))
                AddSign(text, cursor);
        }

        return cursor.Examined;
    }

    /// <summary>Adds what a tag means for the text.</summary>
    public static void AddTag(PlainText text, HtmlElement element, bool isEnd)
    {
        switch (element)
        {
            case HtmlElement.Line:
                text.Break(1);
                break;
            case HtmlElement.Paragraph:
                text.Break(2);
                break;
            case HtmlElement.ListItem:
                text.Break(1);
                if (!isEnd)
                    text.AddSign('•');
                break;
            case HtmlElement.Cell:
                text.Separate();
                break;
        }
    }

    private static bool TryTag(PlainText text, TextCursor cursor, MarkupTag tag, bool onlyKnown)
    {
        // The name is looked at before the rest: text that is no tag is not read twice.
        if (onlyKnown && HtmlElements.Find(MarkupTag.NameAt(cursor)) is HtmlElement.Unknown || !tag.TryRead(cursor))
            return false;
        var element = HtmlElements.Find(tag.Name);
        AddTag(text, element, tag.IsEnd);
        text.Formatted?.AddTag(tag.Name, element, tag.IsEnd, new TagAttributes(tag, null));
        if (element is HtmlElement.Picture)
            text.Picture ??= ImageText.From(tag.Attribute("alt"), tag.Attribute("title"), tag.Attribute("src"));
        else if (element is HtmlElement.Hidden && !tag.IsEnd && !tag.IsEmpty)
            cursor.SkipTo($"</{tag.Name}", StringComparison.OrdinalIgnoreCase);
        return true;
    }

    private static void ReadDeclaration(PlainText text, TextCursor cursor)
    {
        if (!cursor.Looks("<![CDATA["))
        {
            cursor.SkipPast(cursor.Looks("<!--") ? "-->" : ">");
            return;
        }

        cursor.At += "<![CDATA[".Length;
        var end = cursor.Find("]]>");
        text.Add(end < 0 ? cursor.Text.AsSpan(cursor.At) : cursor.Text.AsSpan(cursor.At, end - cursor.At));
        cursor.At = end < 0 ? cursor.Text.Length : end + 3;
    }

    private static void AddSign(PlainText text, TextCursor cursor)
    {
        text.Add("<");
        cursor.Step();
    }
}
