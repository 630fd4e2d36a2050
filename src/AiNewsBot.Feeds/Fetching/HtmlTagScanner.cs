using System.Net;

namespace AiNewsBot.Feeds.Fetching;

/// <summary>
/// Opening tags in a page, found by one pass over its text. A full parser would build the tree of a hostile page too, which takes a hundred
/// times its size, for the sake of a few tags of its head.
/// </summary>
internal static class HtmlTagScanner
{
    private const int MaxAttributes = 50;
    private const string Blanks = " \t\r\n\f";

    // Their content is text, even if it looks like markup.
    private static readonly string[] Raw = ["script", "style", "title", "textarea", "template", "noscript", "xmp", "iframe"];

    /// <summary>The tags of those names, in order.</summary>
    public static IEnumerable<HtmlTag> Find(string html, string[] names)
    {
        var at = 0;
        while ((at = Find(html, "<", at)) < html.Length - 1)
        {
            at++;
            if (html.AsSpan(at).StartsWith("!--", StringComparison.Ordinal))
                at = Past(html, "-->", at + 1);
            else if (!char.IsAsciiLetter(html[at]))
                continue;
            else
            {
                var name = Take(html, ref at, Blanks + "/>").ToLowerInvariant();
                var attributes = AttributesIn(html, ref at);
                if (names.Contains(name))
                    yield return new HtmlTag(name, attributes);
                if (Raw.Contains(name))
                    at = Find(html, $"</{name}", at);
            }
        }
    }

    private static Dictionary<string, string> AttributesIn(string html, ref int at)
    {
        var attributes = new Dictionary<string, string>();
        while (true)
        {
            Skip(html, ref at, Blanks + "/");
            if (at >= html.Length || html[at] == '>')
                return attributes;

            // A stray equals sign is part of a name, or the pass would stand still.
            var start = at++;
            Take(html, ref at, Blanks + "/>=");
            var name = html[start..at].ToLowerInvariant();
            Skip(html, ref at, Blanks);
            var value = at < html.Length && html[at] == '=' ? Value(html, ref at) : "";
            if (attributes.Count < MaxAttributes)
                attributes.TryAdd(name, WebUtility.HtmlDecode(value));
        }
    }

    private static string Value(string html, ref int at)
    {
        at++;
        Skip(html, ref at, Blanks);
        if (at >= html.Length || html[at] is not ('"' or '\''))
            return Take(html, ref at, Blanks + ">");
        var quote = html[at++];
        var value = Take(html, ref at, quote.ToString());
        at = Math.Min(at + 1, html.Length);
        return value;
    }

    private static string Take(string html, ref int at, string until)
    {
        var length = html.AsSpan(at).IndexOfAny(until);
        var start = at;
        at = length < 0 ? html.Length : at + length;
        return html[start..at];
    }

    private static void Skip(string html, ref int at, string characters)
    {
        var length = html.AsSpan(at).IndexOfAnyExcept(characters);
        at = length < 0 ? html.Length : at + length;
    }

    private static int Find(string html, string text, int from)
    {
        var index = from >= html.Length ? -1 : html.IndexOf(text, from, StringComparison.OrdinalIgnoreCase);
        return index < 0 ? html.Length : index;
    }

    private static int Past(string html, string text, int from) => Math.Min(Find(html, text, from) + text.Length, html.Length);
}
