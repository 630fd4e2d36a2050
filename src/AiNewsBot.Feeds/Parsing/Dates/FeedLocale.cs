namespace AiNewsBot.Feeds.Parsing.Dates;

/// <summary>
/// The language and region that a feed names for itself: they settle names of months and time zones that mean several things.
/// </summary>
/// <param name="Language">In lower case, as in "pt".</param>
/// <param name="Region">In upper case, as in "BR"; null where it is not named.</param>
internal sealed record FeedLocale(string Language, string? Region)
{
    private const int MaxLength = 35;

    /// <summary>The locale of a tag such as "pt-BR" or "zh_Hans_CN"; null for any other text.</summary>
    public static FeedLocale? TryParse(string? tag)
    {
        var parts = tag?.Trim() is { Length: > 0 and <= MaxLength } text ? text.Split('-', '_') : [];
        if (parts is not [{ Length: 2 or 3 } language, ..] || !language.All(char.IsAsciiLetter))
            return null;
        var region = parts.Skip(1).FirstOrDefault(part => part.Length == 2 && part.All(char.IsAsciiLetter));
        return new FeedLocale(language.ToLowerInvariant(), region?.ToUpperInvariant());
    }
}
