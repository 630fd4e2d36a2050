using System.Collections.Immutable;

namespace AiNewsBot.Feeds;

/// <summary>A paragraph or its like.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Spans">Its text. A line break within it is "\n".</param>
public sealed record TextBlock(TextBlockKind Kind, ImmutableArray<TextSpan> Spans)
{
    /// <summary>Of a heading, from 1; of an item, how deep its list is, from 0; of a cell, which of the text's tables it is in.</summary>
    public int Level { get; init; }

    /// <summary>Of an item, its number, null where its list has none; of a cell, the number of its row.</summary>
    public int? Number { get; init; }

    /// <summary>Whether it quotes someone.</summary>
    public bool IsQuoted { get; init; }

    /// <summary>The words alone.</summary>
    public string Text => Spans is [{ } only] ? only.Text : string.Concat(Spans.Select(span => span.Text));
}
