namespace AiNewsBot.Facts.DatasetReading;

/// <summary>How a claim cites a source: "key" or "key @ locator".</summary>
/// <param name="Key">Under which the dataset describes the source.</param>
/// <param name="Locator">Where in the source; null where it is not told.</param>
internal readonly record struct SourceReference(string Key, string? Locator)
{
    private const string Separator = " @ ";

    public static SourceReference Parse(string text)
    {
        var at = text.IndexOf(Separator, StringComparison.Ordinal);
        return at < 0
            ? new SourceReference(text.Trim(), null)
            : new SourceReference(text[..at].Trim(), text[(at + Separator.Length)..].Trim());
    }

    public override string ToString() => Locator is null ? Key : Key + Separator + Locator;
}
