using System.Collections.Immutable;

namespace AiNewsBot.Feeds;

/// <summary>The text of an entry with its structure: what a page would show of it, without any markup.</summary>
/// <param name="Blocks">In their order; never empty.</param>
/// <param name="IsCut">Whether more follows than was read.</param>
public sealed record FormattedText(ImmutableArray<TextBlock> Blocks, bool IsCut = false)
{
    /// <summary>The words alone, a line for each block.</summary>
    public override string ToString() => string.Join('\n', Blocks.Select(block => block.Text));
}
