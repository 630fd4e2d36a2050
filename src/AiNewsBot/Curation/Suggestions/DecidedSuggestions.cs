using AiNewsBot.Chat;
using AiNewsBot.Curation.Editing;

namespace AiNewsBot.Curation.Suggestions;

/// <summary>Why a suggestion can no longer be decided on.</summary>
internal static class DecidedSuggestions
{
    /// <param name="user">Who wants to decide.</param>
    public static Refusal GetRefusal(FactSuggestion? suggestion, string? user) =>
        suggestion is { State: SuggestionState.Approved or SuggestionState.Rejected, DecidedBy: { } by } && by == user
            ? new Refusal(RefusalCode.SuggestionDecidedByYou, suggestion.State)
            : new Refusal(RefusalCode.SuggestionDecided);
}
