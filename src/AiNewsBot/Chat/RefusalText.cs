using System.Collections.Immutable;
using System.Text.Json;
using AiNewsBot.Chat.Texts;

namespace AiNewsBot.Chat;

/// <summary>What people read of a refusal, in their language.</summary>
internal static class RefusalText
{
    private const string Prefix = "refusal.";

    private static readonly ImmutableArray<string> Places = ["first", "second", "third"];

    /// <summary>What each of them wants to know first.</summary>
    public static string Unchanged => ChatTexts.Current["error.unchanged"];

    /// <summary>The reason, and that nothing was changed.</summary>
    public static string Create(Refusal refusal) =>
        refusal.Code is RefusalCode.ImportDone or RefusalCode.SuggestionDecidedByYou ? Reason(refusal) : $"{Reason(refusal)} {Unchanged}";

    /// <summary>The reason alone, as one of several.</summary>
    public static string Reason(Refusal refusal) =>
        ChatTexts.Current.Find(Prefix + KeyOf(refusal.Code), [.. Places.Zip(refusal.Parameters)])
        ?? throw new ArgumentOutOfRangeException(nameof(refusal), refusal.Code, "has no text");

    // FactUnchanged is fact_unchanged.
    private static string KeyOf(RefusalCode code) => JsonNamingPolicy.SnakeCaseLower.ConvertName(code.ToString());
}
