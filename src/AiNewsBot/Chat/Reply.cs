using System.Collections.Immutable;
using AiNewsBot.Chat.Cards;

namespace AiNewsBot.Chat;

/// <summary>What the bot answers.</summary>
internal abstract record Reply
{
    /// <summary>Runs once the reply was handed over to the chat, and is told whether it was taken; null for nothing. Must not throw.
    /// </summary>
    public Action<bool>? AfterSent { get; init; }

    /// <summary>A card, seen by all or only by the one who asked.</summary>
    public sealed record Show(Card Card, bool IsPrivate = false) : Reply;

    /// <summary>The message whose button was pressed, with another card.</summary>
    public sealed record Update(Card Card) : Reply;

    /// <summary>A form to fill in: one to five fields.</summary>
    /// <param name="Id">By which it comes back; at most 100 characters.</param>
    /// <param name="Title">At most 45 characters.</param>
    public sealed record Form(string Id, string Title, ImmutableArray<FormField> Fields) : Reply;

    /// <summary>What an option that is being typed could be.</summary>
    public sealed record Autocomplete(ImmutableArray<OptionChoice> Suggestions) : Reply;
}
