using AiNewsBot.Feeds;

namespace AiNewsBot.News.Rendering;

/// <summary>Blocks of a plain text, as stories have it that no page was read for, or that an earlier version stored.</summary>
internal static class PlainBlocks
{
    private const string ItemSign = "• ";

    public static FormattedText? From(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        TextBlock[] blocks =
        [
            .. text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(line =>
                    line.StartsWith(ItemSign, StringComparison.Ordinal) && line.Length > ItemSign.Length
                        ? new TextBlock(TextBlockKind.Item, [new TextSpan(line[ItemSign.Length..])])
                        : new TextBlock(TextBlockKind.Paragraph, [new TextSpan(line)])
                ),
        ];
        return blocks.Length == 0 ? null : new FormattedText([.. blocks]);
    }
}
