using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace AiNewsBot.Chat;

/// <summary>What people read of a refusal.</summary>
internal static class RefusalText
{
    /// <summary>What each of them wants to know first.</summary>
    public const string Unchanged = "Nothing was changed.";

    private static readonly FrozenDictionary<RefusalCode, CompositeFormat> Formats = FactRefusals
        .Texts.Concat(NewsRefusals.Texts)
        .ToFrozenDictionary(text => text.Key, text => CompositeFormat.Parse(text.Value));

    /// <summary>The reason, and that nothing was changed.</summary>
    public static string Create(Refusal refusal) =>
        refusal.Code is RefusalCode.ImportDone or RefusalCode.SuggestionDecidedByYou ? Reason(refusal) : $"{Reason(refusal)} {Unchanged}";

    /// <summary>The reason alone, as one of several.</summary>
    public static string Reason(Refusal refusal) =>
        Formats.TryGetValue(refusal.Code, out var format)
            ? string.Format(CultureInfo.InvariantCulture, format, [.. refusal.Parameters])
            : throw new ArgumentOutOfRangeException(nameof(refusal), refusal.Code, "has no text");
}
