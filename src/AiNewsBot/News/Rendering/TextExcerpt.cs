using System.Collections.Immutable;
using AiNewsBot.Feeds;

namespace AiNewsBot.News.Rendering;

/// <summary>The beginning of a text: whole blocks, then whole sentences.</summary>
internal static class TextExcerpt
{
    private const string More = "…";
    private const int MinPiece = 60;
    private const int MaxBlocks = 24;

    public static FormattedText? Cut(FormattedText text, int max)
    {
        var kept = new List<TextBlock>();
        var left = max;
        var isCut = false;
        for (var i = 0; i < text.Blocks.Length && !isCut; )
        {
            var group = GroupAt(text.Blocks, i);
            var length = group.Sum(block => block.Text.Length);
            if (length <= left && kept.Count < MaxBlocks)
            {
                kept.AddRange(group);
                left -= length;
                i += group.Length;
                continue;
            }

            isCut = true;
            if ((left >= MinPiece || kept.Count == 0) && kept.Count < MaxBlocks && Piece(group[0], left) is { } piece)
                kept.Add(piece);
        }

        // A heading without what it is over says nothing.
        while (kept.Count > 1 && kept[^1].Kind == TextBlockKind.Heading)
        {
            kept.RemoveAt(kept.Count - 1);
            isCut = true;
        }

        if (kept.Count == 0)
            return null;
        if (isCut || text.IsCut)
            kept[^1] = WithMore(kept[^1]);
        return new FormattedText([.. kept]);
    }

    /// <summary>The same without its last block or half of its last text: null where nothing would be left.</summary>
    public static FormattedText? Shorten(FormattedText text) =>
        Cut(text, Math.Max(1, text.Blocks.Sum(block => block.Text.Length) * 3 / 4 - 1));

    // The cells of a table stay together.
    private static TextBlock[] GroupAt(ImmutableArray<TextBlock> blocks, int start)
    {
        if (blocks[start].Kind != TextBlockKind.Cell)
            return [blocks[start]];
        return [.. blocks.Skip(start).TakeWhile(block => block.Kind == TextBlockKind.Cell && block.Level == blocks[start].Level)];
    }

    private static TextBlock? Piece(TextBlock block, int max)
    {
        switch (block.Kind)
        {
            case TextBlockKind.Cell or TextBlockKind.Heading:
                return null;
            case TextBlockKind.Code:
                var end = block.Text.LastIndexOf('\n', Math.Min(max, block.Text.Length - 1));
                return end > 0 ? block with { Spans = [new TextSpan(block.Text[..end])] } : null;
            default:
                var (length, _) = SentenceEnd.Find(block.Text, max);
                return length > 0 ? block with { Spans = Take(block.Spans, length) } : null;
        }
    }

    private static TextBlock WithMore(TextBlock block)
    {
        if (block.Kind is TextBlockKind.Cell or TextBlockKind.Code || block.Text.EndsWith(More, StringComparison.Ordinal))
            return block;
        var text = block.Text;

        // Behind the end of a sentence it stands apart, behind a word it belongs to it.
        var isSentence = text.Length > 0 && !char.IsLetterOrDigit(text[^1]) && text[^1] is not (',' or ';' or ':' or '-');
        return block with { Spans = [.. block.Spans, new TextSpan(isSentence ? $" {More}" : More)] };
    }

    private static ImmutableArray<TextSpan> Take(ImmutableArray<TextSpan> spans, int length)
    {
        var taken = ImmutableArray.CreateBuilder<TextSpan>();
        foreach (var span in spans)
        {
            if (length <= 0)
                break;
            var text = span.Text.Length <= length ? span.Text : span.Text[..length].TrimEnd();
            length -= span.Text.Length;
            if (text.Length > 0)
                taken.Add(span with { Text = text });
        }

        return taken.ToImmutable();
    }
}
