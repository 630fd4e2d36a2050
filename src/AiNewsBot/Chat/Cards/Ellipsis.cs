namespace AiNewsBot.Chat.Cards;

/// <summary>Texts that are too long for where they are shown or kept.</summary>
internal static class Ellipsis
{
    /// <summary>
    /// A text of at most so many UTF-16 code units: what does not fit is replaced by "…", and no character is cut in two.
    /// </summary>
    public static string Shorten(string text, int max)
    {
        if (text.Length <= max)
            return text;
        return $"{text[..(char.IsHighSurrogate(text[max - 2]) ? max - 2 : max - 1)]}…";
    }
}
