using System.Text;
using AiNewsBot.Feeds;
using AiNewsBot.News.Items;

namespace AiNewsBot.News.Rendering;

/// <summary>The text of a story as Markdown.</summary>
internal static class PostText
{
    /// <summary>Characters of text that are shown where a subscription does not say.</summary>
    public const int UsualLength = 800;

    /// <summary>Characters with marks and addresses of links: what is left of a message is for the rest of the card.</summary>
    private const int MaxMarkdownLength = 2600;

    /// <summary>The text; null where there is none beside the title.</summary>
    public static string? Create(NewsItem item, int max)
    {
        var details = item.Details;
        if ((item.DetailsJson is null ? PlainBlocks.From(item.Summary) : details.Text) is not { } whole)
            return null;
        if ((details.IsUntitled ? whole : WithoutTitle(whole, item.Title)) is not { } shown)
            return null;
        var host = Uri.TryCreate(item.Link, UriKind.Absolute, out var page) ? page.IdnHost : null;
        for (var text = TextExcerpt.Cut(shown, max); text is not null; text = TextExcerpt.Shorten(text))
        {
            if (Write(text, host) is { Length: <= MaxMarkdownLength } markdown)
                return markdown;
            if (Write(WithoutMarks(text), host) is { Length: <= MaxMarkdownLength } bare)
                return bare;
        }

        return null;
    }

    /// <summary>The first sentences of a story on one line, as plain text; null where it says no more than its title.</summary>
    public static string? FirstSentences(NewsItem item, int max)
    {
        var details = item.Details;
        if (
            details.IsUntitled
            || (item.DetailsJson is null ? PlainBlocks.From(item.Summary) : details.Text) is not { } whole
            || WithoutTitle(whole, item.Title) is not { } text
        )
            return null;
        var first = text.Blocks.FirstOrDefault(block => block is { Kind: TextBlockKind.Paragraph, IsQuoted: false })?.Text;
        if (first is null)
            return null;
        var line = string.Join(' ', first.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var (length, isSentence) = SentenceEnd.Find(line, max);
        return length == line.Length || isSentence ? line[..length] : $"{line[..length].TrimEnd()}…";
    }

    // Feeds repeat the title as the first line of the text.
    private static FormattedText? WithoutTitle(FormattedText text, string title)
    {
        var first = text.Blocks[0];
        if (first.Kind == TextBlockKind.Cell)
            return text;
        if (first.Kind == TextBlockKind.Code)
            return WithoutTitleOfCode(text, title);
        if (TitleKey.Normalize(first.Text) is { } words && words == TitleKey.Normalize(title))
            return text.Blocks.Length == 1 ? null : text with { Blocks = text.Blocks.RemoveAt(0) };
        var end = first.Text.IndexOf('\n', StringComparison.Ordinal);
        if (end < 0 || first.Spans[0].Text.Length <= end || TitleKey.Normalize(first.Text[..end]) != TitleKey.Normalize(title))
            return text;
        var rest = first.Spans[0].Text[(end + 1)..];
        return text with
        {
            Blocks = text.Blocks.SetItem(
                0,
                first with
                {
                    Spans = rest.Length == 0 ? first.Spans.RemoveAt(0) : first.Spans.SetItem(0, first.Spans[0] with { Text = rest }),
                }
            ),
        };
    }

    // A commit's message is written like code, its title first.
    private static FormattedText? WithoutTitleOfCode(FormattedText text, string title)
    {
        var lines = text.Blocks[0].Text.TrimStart('\n').Split('\n', 2);
        if (TitleKey.Normalize(lines[0]) is not { } words || words != TitleKey.Normalize(title))
            return text;
        var rest = lines.Length > 1 ? lines[1].Trim('\n') : "";
        return rest.Length > 0 ? text with { Blocks = text.Blocks.SetItem(0, text.Blocks[0] with { Spans = [new TextSpan(rest)] }) }
            : text.Blocks.Length > 1 ? text with { Blocks = text.Blocks.RemoveAt(0) }
            : null;
    }

    private static FormattedText WithoutMarks(FormattedText text) =>
        text with
        {
            Blocks =
            [
                .. text.Blocks.Select(block =>
                    block.Kind == TextBlockKind.Cell ? block : block with { Spans = [new TextSpan(block.Text)] }
                ),
            ],
        };

    private static string Write(FormattedText text, string? host)
    {
        var spans = new SpanMarkdown(host);
        var markdown = new StringBuilder();
        TextBlock? before = null;
        for (var i = 0; i < text.Blocks.Length; i++)
        {
            var block = text.Blocks[i];
            if (before is not null)
                markdown.Append(BetweenOf(before, block));
            if (block.Kind == TextBlockKind.Cell)
            {
                var cells = text.Blocks.Skip(i).TakeWhile(cell => cell.Kind == TextBlockKind.Cell && cell.Level == block.Level).ToArray();
                markdown.Append(Fenced(TableText.Create(cells)));
                i += cells.Length - 1;
            }
            else
            {
                markdown.Append(One(block, spans));
            }

            before = block;
        }

        return markdown.ToString();
    }

    private static string BetweenOf(TextBlock before, TextBlock block) =>
        (before.Kind, block.Kind) switch
        {
            (TextBlockKind.Item, TextBlockKind.Item) => "\n",
            (TextBlockKind.Heading, _) => "\n",
            (TextBlockKind.Paragraph, TextBlockKind.Item) => "\n",
            _ when before.IsQuoted && block.IsQuoted => "\n> \n",
            _ => "\n\n",
        };

    private static string One(TextBlock block, SpanMarkdown spans)
    {
        var markdown = block.Kind switch
        {
            TextBlockKind.Code => Fenced(block.Text),
            TextBlockKind.Heading => $"**{OneLine(spans.Create(block.Spans, isBold: true))}**",
            TextBlockKind.Item => $"{new string(' ', 2 * block.Level)}{SignOf(block)} {OneLine(spans.Create(block.Spans))}",
            _ => spans.Create(block.Spans),
        };

        // Within a quote Discord does not read a fence.
        return block.IsQuoted && block.Kind != TextBlockKind.Code
            ? $"> {markdown.Replace("\n", "\n> ", StringComparison.Ordinal)}"
            : markdown;
    }

    private static string SignOf(TextBlock item) =>
        item.Number is { } number ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{number}.") : "-";

    private static string OneLine(string markdown) => markdown.Replace('\n', ' ');

    // Nothing in it can end it.
    private static string Fenced(string text) => $"```\n{text.Replace("``", "`\u200B`", StringComparison.Ordinal)}\n```";
}
