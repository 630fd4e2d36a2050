namespace AiNewsBot.News.Parsing.Text;

/// <summary>Reads the text out of HTML in one pass, whatever stands in it and however deep: nothing is nested in memory.</summary>
internal static class HtmlText
{
    /// <summary>Adds the text of some HTML.</summary>
    /// <param name="onlyKnown">Whether a tag that HTML does not have is text: for what need not be HTML, such as a title about List&lt;T&gt;.</param>
    /// <returns>How many characters were looked at.</returns>
    public static long AddTo(PlainText text, string html, bool onlyKnown)
    {
        var cursor = new TextCursor(html);
        var tag = new MarkupTag();
        while (!cursor.IsAtEnd && !text.IsFull)
        {
            text.Add(CharacterReferences.Decode(cursor.TakeUntil("<").ToString()));
            if (cursor.IsAtEnd)
                break;
            if (cursor.Peek(1) == '!')
                ReadDeclaration(text, cursor);
            else if (cursor.Peek(1) == '?')
                cursor.SkipPast(">");
            else if (!TryTag(text, cursor, tag, onlyKnown))
                AddSign(text, cursor);
        }

        return cursor.Examined;
    }

    /// <summary>Adds what a tag means for the text.</summary>
    public static void AddTag(PlainText text, string name, bool isEnd)
    {
        text.Break(HtmlElements.BreaksAround(name));
        if (!isEnd && name.Equals("li", StringComparison.OrdinalIgnoreCase))
            text.Add("• ");
        else if (name.Equals("td", StringComparison.OrdinalIgnoreCase) || name.Equals("th", StringComparison.OrdinalIgnoreCase))
            text.Add(" ");
    }

    private static bool TryTag(PlainText text, TextCursor cursor, MarkupTag tag, bool onlyKnown)
    {
        // The name is looked at before the rest: a tag that is none is not read twice.
        if (onlyKnown && !HtmlElements.IsKnown(MarkupTag.NameAt(cursor)) || !tag.TryRead(cursor))
            return false;
        AddTag(text, tag.Name, tag.IsEnd);
        if (tag.Name.Equals("img", StringComparison.OrdinalIgnoreCase))
            text.Picture ??= PictureName.Of(tag.Attribute("alt"), tag.Attribute("title"), tag.Attribute("src"));
        else if (!tag.IsEnd && !tag.IsEmpty && HtmlElements.IsHidden(tag.Name))
            cursor.At = cursor.Find($"</{tag.Name}", StringComparison.OrdinalIgnoreCase) is >= 0 and var end ? end : cursor.Text.Length;
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
