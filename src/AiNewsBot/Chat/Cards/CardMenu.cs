using System.Collections.Immutable;

namespace AiNewsBot.Chat.Cards;

/// <summary>A menu below a card.</summary>
/// <param name="Id">Of the action that gets what was chosen; <see cref="Choose"/> where each option is the id of a button.</param>
/// <param name="Hint">Shown while nothing is chosen.</param>
/// <param name="Options">At most 25.</param>
/// <param name="Max">How many may be chosen.</param>
internal sealed record CardMenu(string Id, string Hint, ImmutableArray<CardOption> Options, int Max = 1)
{
    /// <summary>A menu whose options do what buttons with their ids would.</summary>
    public const string Choose = "choose";

    /// <summary>The most options.</summary>
    public const int MaxOptions = 25;
}
