using AiNewsBot.Feeds.Parsing.Text;

namespace AiNewsBot.Feeds.Fetching;

/// <summary>
/// Opening tags in a page, found by one pass over its text. A full parser would build the tree of a hostile page too, which takes a hundred
/// times its size, for the sake of a few tags of its head.
/// </summary>
internal static class HtmlTagScanner
{
    // Their content is text, even if it looks like markup.
    private static readonly string[] Raw = ["script", "style", "title", "textarea", "template", "noscript", "xmp", "iframe"];

    /// <summary>The tags of those names, in order.</summary>
    public static IEnumerable<HtmlTag> Find(string html, string[] names)
    {
        var (cursor, tag) = (new TextCursor(html), new MarkupTag());
        for (cursor.SkipTo("<"); !cursor.IsAtEnd; cursor.SkipTo("<"))
        {
            if (cursor.Looks("<!--"))
                cursor.SkipPast("-->");
            else if (!tag.TryRead(cursor))
                cursor.Step();
            else if (!tag.IsEnd)
            {
                if (names.Contains(tag.Name, StringComparer.OrdinalIgnoreCase))
                    yield return HtmlTag.From(tag);
                if (Raw.Contains(tag.Name, StringComparer.OrdinalIgnoreCase))
                    cursor.SkipTo($"</{tag.Name}", StringComparison.OrdinalIgnoreCase);
            }
        }
    }
}
