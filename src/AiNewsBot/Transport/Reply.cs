using System.Collections.Immutable;
using AiNewsBot.Cards;

namespace AiNewsBot.Transport;

/// <summary>What the bot answers.</summary>
public abstract record Reply
{
    /// <summary>A card, seen by all or only by the one who asked.</summary>
    public sealed record Show(Card Card, bool IsPrivate = false) : Reply;

    /// <summary>What an option that is being typed could be.</summary>
    public sealed record Suggest(ImmutableArray<Suggestion> Suggestions) : Reply;
}
