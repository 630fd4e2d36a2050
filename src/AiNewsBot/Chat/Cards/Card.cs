using System.Collections.Immutable;

namespace AiNewsBot.Chat.Cards;

/// <summary>What people see in the chat: blocks of Markdown under a coloured edge, then buttons. Everything in it is escaped
/// already.</summary>
/// <param name="Accent">The colour of its edge, as RGB; null for none.</param>
/// <param name="Blocks">Texts, one under the other; a line is drawn before those that ask for it.</param>
/// <param name="Buttons">Five in a row.</param>
internal sealed record Card(int? Accent, ImmutableArray<CardBlock> Blocks, ImmutableArray<CardButton> Buttons)
{
    /// <summary>The most characters that all texts of a card may have together
    /// (Discord's own limit, which it states for messages).</summary>
    public const int MaxTextLength = 4000;

    /// <summary>A menu above the buttons; null for none.</summary>
    public CardMenu? Menu { get; init; }

    /// <summary>Shown below the first text; null for none.</summary>
    public CardPicture? Picture { get; init; }

    /// <summary>Pictures of the web, shown before the last text; at most ten.</summary>
    public ImmutableArray<CardImage> Images { get; init; } = [];

    /// <summary>A small picture of the web beside the first texts; null for none.</summary>
    public CardImage? Thumbnail { get; init; }

    /// <summary>A file to download; null for none.</summary>
    public CardFile? File { get; init; }
}
