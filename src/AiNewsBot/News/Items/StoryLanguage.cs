namespace AiNewsBot.News.Items;

/// <summary>The language of a story: feeds often name that of their software, so what the text itself shows comes first.</summary>
internal static class StoryLanguage
{
    private const int MaxLooked = 2000;

    // A name or a quotation in another script makes no story of that language.
    private const double MinShare = 0.3;

    /// <param name="text">Its title and text.</param>
    /// <param name="declared">What its feed names; null where it names none.</param>
    public static string? Find(string text, string? declared)
    {
        var letters = 0;
        var counts = new Dictionary<string, int>();
        foreach (var letter in text.AsSpan(0, Math.Min(text.Length, MaxLooked)))
        {
            if (!char.IsLetter(letter))
                continue;
            letters++;
            if (LanguageOf(letter) is { } language)
                counts[language] = counts.GetValueOrDefault(language) + 1;
        }

        // Japanese is written in Chinese characters, too.
        if (counts.GetValueOrDefault("ja") > 0 && counts.Remove("zh", out var shared))
            counts["ja"] += shared;
        var most = counts.OrderByDescending(pair => pair.Value).FirstOrDefault();
        if (most.Value > letters * MinShare)
            return most.Key;
        var written = FunctionWords.Find(text.AsSpan(0, Math.Min(text.Length, MaxLooked)));

        // The feed may name the country, too.
        return written is null || declared?.Split('-')[0].Equals(written, StringComparison.OrdinalIgnoreCase) == true ? declared : written;
    }

    private static string? LanguageOf(char letter) =>
        letter switch
        {
            >= '\u3040' and <= '\u30FF' => "ja",
            >= '\u3400' and <= '\u9FFF' => "zh",
            >= '\uAC00' and <= '\uD7AF' => "ko",
            >= '\u0900' and <= '\u097F' => "hi",
            >= '\u0370' and <= '\u03FF' => "el",
            >= '\u0590' and <= '\u05FF' => "he",
            >= '\u0E00' and <= '\u0E7F' => "th",
            _ => null,
        };
}
