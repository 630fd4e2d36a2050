using System.Text;

namespace AiNewsBot.Storage.Postgres;

/// <summary>Texts that PostgreSQL can keep: it takes no NUL and no halves of characters. SQLite takes both, from feeds and from
/// people.</summary>
internal static class StorableText
{
    /// <summary>The text, with a replacement character in the place of what cannot be kept.</summary>
    public static string Clean(string text)
    {
        if (!text.Contains('\0', StringComparison.Ordinal) && !text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
            return text;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            clean.Append((rune.Value == 0 ? Rune.ReplacementChar : rune).ToString());
        return clean.ToString();
    }
}
