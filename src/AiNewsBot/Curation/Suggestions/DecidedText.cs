using AiNewsBot.Curation.Editing;

namespace AiNewsBot.Curation.Suggestions;

/// <summary>Why a suggestion can no longer be decided on.</summary>
internal static class DecidedText
{
    /// <param name="user">Who wants to decide.</param>
    public static string Create(FactSuggestion? suggestion, string? user) =>
        suggestion is { State: "approved" or "rejected", DecidedBy: { } by } && by == user
            ? $"This suggestion was decided on meanwhile, by you: it is {suggestion.State}."
            : "This suggestion was decided on meanwhile. Nothing was changed.";
}
