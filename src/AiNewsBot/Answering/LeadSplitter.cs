using AiNewsBot.Chat.Cards;

namespace AiNewsBot.Answering;

/// <summary>Parts a sentence that is too long to be read at a glance from what it lists.</summary>
internal static class LeadSplitter
{
    private const int MaxLength = 160;

    /// <summary>The sentences that come first, and the rest as lines of a list.</summary>
    public static (string Lead, IEnumerable<string> Items) Split(string text)
    {
        if (text.Length <= MaxLength)
            return (text, []);
        var end = EndOfSentences(text);
        return end is null
            ? (text, [])
            : (text[..end.Value].TrimEnd(), text[end.Value..].Split("; ").Select(part => $"- {Markdown.Escape(part.Trim())}"));
    }

    // Behind the last sentence that fits, or behind the first of all; null where there is one alone.
    private static int? EndOfSentences(string text)
    {
        int? end = null;
        for (var at = text.IndexOf(". ", StringComparison.Ordinal); at >= 0; at = text.IndexOf(". ", at + 1, StringComparison.Ordinal))
        {
            if (at >= MaxLength && end is not null)
                break;
            end = at + 1;
        }

        return end;
    }
}
