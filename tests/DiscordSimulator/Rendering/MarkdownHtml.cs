using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace DiscordSimulator.Rendering;

/// <summary>Discord's Markdown as HTML: what the bot writes, and no more.</summary>
internal static partial class MarkdownHtml
{
    // An escaped character waits in a place that no text uses until the marks around it are read.
    private const int PrivateUse = 0xE000;

    public static string Render(string markdown)
    {
        var html = new StringBuilder();
        var lines = WebUtility.HtmlEncode(Escape(markdown)).Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith("```", StringComparison.Ordinal))
            {
                html.Append(Line(lines[i]));
                continue;
            }

            html.Append("<pre>");
            for (i++; i < lines.Length && !lines[i].StartsWith("```", StringComparison.Ordinal); i++)
                html.Append(lines[i]).Append('\n');
            html.Append("</pre>");
        }

        return Unescape(html.ToString());
    }

    private static string Line(string line) =>
        line switch
        {
            "" => "<div class=\"gap\"></div>",
            _ when line.StartsWith("### ", StringComparison.Ordinal) => $"<h3>{Inline(line[4..])}</h3>",
            _ when line.StartsWith("## ", StringComparison.Ordinal) => $"<h2>{Inline(line[3..])}</h2>",
            _ when line.StartsWith("# ", StringComparison.Ordinal) => $"<h1>{Inline(line[2..])}</h1>",
            _ when line.StartsWith("-# ", StringComparison.Ordinal) => $"<small>{Inline(line[3..])}</small>",
            _ when line.StartsWith("&gt; ", StringComparison.Ordinal) => $"<blockquote>{Inline(line[5..])}</blockquote>",
            _ when line.StartsWith("- ", StringComparison.Ordinal) => $"<div class=\"item\">{Inline(line[2..])}</div>",
            _ when Numbered().IsMatch(line) => $"<div style=\"padding-left:8px\">{Inline(line)}</div>",

            // An inner entry, or more of the entry above.
            _ when line.StartsWith("  ", StringComparison.Ordinal) => $"<div style=\"padding-left:24px\">{Line(line.TrimStart(' '))}</div>",
            _ => $"<div>{Inline(line)}</div>",
        };

    private static string Inline(string text)
    {
        text = Link().Replace(text, "<a>$1</a>");

        // Discord shows an instant in the reader's own zone and words.
        text = Instant().Replace(text, "<span class=\"mention\">just now</span>");
        text = Mention().Replace(text, "<span class=\"mention\">@member</span>");
        text = ChannelMention().Replace(text, "<span class=\"mention\">#channel</span>");
        text = CommandMention().Replace(text, "<span class=\"mention\">/$1</span>");
        text = Code().Replace(text, "<code>$1</code>");
        text = Bold().Replace(text, "<b>$1</b>");
        text = Underline().Replace(text, "<u>$1</u>");
        text = Struck().Replace(text, "<s>$1</s>");
        return Italic().Replace(text, "<i>$1$2</i>");
    }

    private static string Escape(string text) => Escaped().Replace(text, match => ((char)(PrivateUse + match.Value[1])).ToString());

    private static string Unescape(string html) =>
        Private().Replace(html, match => WebUtility.HtmlEncode(((char)(match.Value[0] - PrivateUse)).ToString()));

    [GeneratedRegex(@"^[0-9]+\. ")]
    private static partial Regex Numbered();

    [GeneratedRegex(@"\\[!-/:-@\[-`{-~]")]
    private static partial Regex Escaped();

    [GeneratedRegex("[\uE021-\uE07E]")]
    private static partial Regex Private();

    [GeneratedRegex(@"\[([^\]]+)\]\((?:&lt;)?[^)\s]+?(?:&gt;)?\)")]
    private static partial Regex Link();

    [GeneratedRegex("&lt;t:([0-9]+)(?::[a-zA-Z])?&gt;")]
    private static partial Regex Instant();

    [GeneratedRegex("&lt;@&?amp;?[0-9]+&gt;|&lt;@[0-9]+&gt;")]
    private static partial Regex Mention();

    [GeneratedRegex("&lt;#[0-9]+&gt;")]
    private static partial Regex ChannelMention();

    [GeneratedRegex("&lt;/([a-z0-9 -]+):[0-9]+&gt;")]
    private static partial Regex CommandMention();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"\*\*(.+?)\*\*")]
    private static partial Regex Bold();

    [GeneratedRegex("__(.+?)__")]
    private static partial Regex Underline();

    [GeneratedRegex("~~(.+?)~~")]
    private static partial Regex Struck();

    [GeneratedRegex(@"(?<![*\w])\*([^*]+)\*(?!\*)|(?<!\w)_([^_]+)_(?!\w)")]
    private static partial Regex Italic();
}
