using System.Collections.Immutable;

namespace AiNewsBot.Feeds.Parsing.Text;

/// <summary>Tells tables of data from those that lay out a page or are too large to be aligned: the latter become paragraphs and
/// items.</summary>
internal static class TextTables
{
    private const int MaxColumns = 6;
    private const int MaxRows = 20;
    private const int MaxWidth = 64;

    /// <param name="layout">Tables whose cells contain more than a line of text.</param>
    public static ImmutableArray<TextBlock> Settle(List<TextBlock> blocks, HashSet<int> layout)
    {
        if (!blocks.Exists(block => block.Kind == TextBlockKind.Cell))
            return [.. blocks];
        var settled = ImmutableArray.CreateBuilder<TextBlock>(blocks.Count);
        for (var i = 0; i < blocks.Count; )
        {
            if (blocks[i].Kind != TextBlockKind.Cell)
            {
                settled.Add(blocks[i++]);
                continue;
            }

            var end = i;
            while (end < blocks.Count && blocks[end].Kind == TextBlockKind.Cell && blocks[end].Level == blocks[i].Level)
                end++;
            var rows = blocks[i..end].GroupBy(cell => cell.Number).Select(row => row.ToArray()).ToArray();
            settled.AddRange(
                layout.Contains(blocks[i].Level) || rows.Length == 1 || rows.Max(row => row.Length) == 1 ? rows.SelectMany(Paragraphs)
                : IsSmall(rows) ? rows.SelectMany(row => row)
                : rows.Select(Item).OfType<TextBlock>()
            );
            i = end;
        }

        return settled.ToImmutable();
    }

    private static bool IsSmall(TextBlock[][] rows) =>
        rows.Length <= MaxRows
        && rows.Max(row => row.Length) is var columns and <= MaxColumns
        && !rows.SelectMany(row => row).Any(cell => cell.Text.Contains('\n', StringComparison.Ordinal))
        && Enumerable.Range(0, columns).Sum(column => rows.Max(row => column < row.Length ? row[column].Text.Length : 0) + 2) <= MaxWidth;

    private static IEnumerable<TextBlock> Paragraphs(TextBlock[] row) =>
        row.SelectMany(cell => Lines(cell.Spans)).Select(spans => new TextBlock(TextBlockKind.Paragraph, spans));

    // A row that is too wide to be aligned.
    private static TextBlock? Item(TextBlock[] row)
    {
        var spans = new List<TextSpan>();
        foreach (var cell in row.Where(cell => !cell.Spans.IsEmpty))
        {
            if (spans.Count > 0)
                spans.Add(new TextSpan(" · "));
            spans.AddRange(cell.Spans.Select(span => span with { Text = span.Text.Replace('\n', ' ') }));
        }

        return spans.Count == 0 ? null : new TextBlock(TextBlockKind.Item, [.. spans]);
    }

    private static IEnumerable<ImmutableArray<TextSpan>> Lines(ImmutableArray<TextSpan> spans)
    {
        var line = ImmutableArray.CreateBuilder<TextSpan>();
        foreach (var span in spans)
        {
            var pieces = span.Text.Split('\n');
            for (var i = 0; i < pieces.Length; i++)
            {
                if (i > 0 && line.Count > 0)
                {
                    yield return line.ToImmutable();
                    line.Clear();
                }

                if (line.Count > 0 && pieces[i].Length > 0 || !string.IsNullOrWhiteSpace(pieces[i]))
                    line.Add(span with { Text = pieces[i] });
            }
        }

        if (line.Count > 0)
            yield return line.ToImmutable();
    }
}
