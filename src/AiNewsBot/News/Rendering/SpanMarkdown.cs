using System.Collections.Immutable;
using System.Text;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Feeds;

namespace AiNewsBot.News.Rendering;

/// <summary>Pieces of text as Discord's Markdown: what formats is of the bot, and all words stay words.</summary>
/// <param name="ownHost">The host of the story's own page, whose links need no host beside them; null without a page.</param>
internal sealed class SpanMarkdown(string? ownHost)
{
    private const int MaxLabelLength = 80;

    private readonly StringBuilder _markdown = new();
    private MarkdownLine _line;

    /// <summary>The text on as many lines as it has.</summary>
    /// <param name="isBold">Whether all of it is bold, so that its own bold pieces are not.</param>
    public string Create(ImmutableArray<TextSpan> spans, bool isBold = false)
    {
        _markdown.Clear();
        _line = MarkdownLine.Start;
        for (var i = 0; i < spans.Length; i++)
            Add(spans[i], isBold, NextCharacter(spans, i));
        return _markdown.ToString();
    }

    private static char NextCharacter(ImmutableArray<TextSpan> spans, int index) =>
        index + 1 < spans.Length && spans[index + 1].Text.Length > 0 ? spans[index + 1].Text[0] : '\0';

    // Blanks around a mark would keep it from being one.
    private void Add(TextSpan span, bool isBold, char next)
    {
        var text = span.Text;
        var start = text.Length - text.TrimStart().Length;
        if (start == text.Length)
        {
            Append(text);
            return;
        }

        var end = text.TrimEnd().Length;
        Append(text[..start]);
        AddMarked(text[start..end], span, isBold, end < text.Length ? ' ' : next);
        Append(text[end..]);
    }

    private void AddMarked(string text, TextSpan span, bool isBold, char next)
    {
        Markdown.EscapeLastColon(_markdown);
        if (text.Contains('\n', StringComparison.Ordinal) && (span.Link is not null || span.Style != TextStyles.None))
            text = text.Replace('\n', ' ');
        if (span.Link is { } link)
        {
            AddLink(text, link);
            return;
        }

        if (span.Style.HasFlag(TextStyles.Code) && !text.Contains("``", StringComparison.Ordinal))
        {
            AddCode(text);
            return;
        }

        var marks = MarksOf(span.Style, isBold, next);
        _markdown.Append(marks);
        if (marks.Length > 0)
            _line = MarkdownLine.Text;
        Append(text);
        _markdown.Append([.. marks.Reverse()]);
    }

    private string MarksOf(TextStyles style, bool isBold, char next)
    {
        var marks = "";
        if (style.HasFlag(TextStyles.Struck))
            marks += "~~";
        if (style.HasFlag(TextStyles.Bold) && !isBold && (_markdown.Length == 0 || _markdown[^1] != '*'))
            marks += "**";

        // An underscore within a word is one.
        if (style.HasFlag(TextStyles.Italic) && !IsWordSign(next) && (_markdown.Length == 0 || !IsWordSign(_markdown[^1])))
            marks += "_";
        return marks;
    }

    private static bool IsWordSign(char character) => char.IsLetterOrDigit(character) || character is '_' or '\\';

    private void AddCode(string text)
    {
        var fence = text.Contains('`', StringComparison.Ordinal) ? "``" : "`";
        var pad = text[0] == '`' || text[^1] == '`' ? " " : "";
        _markdown.Append(fence).Append(pad).Append(text).Append(pad).Append(fence);
        _line = MarkdownLine.Text;
    }

    // Where a link leads is said, unless it stays on the story's own site: its words may promise another place.
    private void AddLink(string text, string link)
    {
        var address = new Uri(link);
        var host = address.IdnHost.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? address.IdnHost[4..] : address.IdnHost;
        var label = text.Contains("://", StringComparison.Ordinal) ? text[(text.IndexOf("://", StringComparison.Ordinal) + 3)..] : text;
        if (label.Length == 0)
            label = host;
        if (label.Length > MaxLabelLength)
            label = $"{label[..MaxLabelLength].TrimEnd()}…";
        _markdown.Append(Markdown.Link(label, link));
        _line = MarkdownLine.Text;
        if (
            !address.IdnHost.Equals(ownHost, StringComparison.OrdinalIgnoreCase)
            && !label.StartsWith(host, StringComparison.OrdinalIgnoreCase)
            && !label.StartsWith(address.IdnHost, StringComparison.OrdinalIgnoreCase)
        )
            _markdown.Append(" (").Append(Markdown.Escape(host)).Append(')');
    }

    private void Append(string text) => Markdown.AppendEscaped(_markdown, text, ref _line);
}
