using AiNewsBot.Feeds;

namespace AiNewsBot.News.Items;

/// <summary>The words of a story.</summary>
/// <param name="Title">Never empty.</param>
/// <param name="Key">By which the same story is known elsewhere; null where the entry had no title of its own.</param>
internal sealed record ItemText(string Title, string? Summary, string? Key)
{
    private const int MaxMadeUpLength = 100;

    /// <param name="prefix">What is put before titles that say nothing by themselves, such as the repository of a release.</param>
    public static ItemText From(FeedEntry entry, string? prefix)
    {
        if (!string.IsNullOrWhiteSpace(entry.Title))
        {
            var title = prefix is null ? entry.Title.Trim() : $"{prefix} {entry.Title.Trim()}";
            return new ItemText(title, Blank(entry.Summary), TitleKey.Normalize(title));
        }

        // Notes of microblogs have no title: their beginning is one.
        if (Blank(entry.Summary) is not { } summary)
            return new ItemText(entry.Link ?? "(no title)", null, null);
        var line = summary.Split('\n', 2)[0];
        var end =
            line.Length <= MaxMadeUpLength ? line.Length
            : line.LastIndexOf(' ', MaxMadeUpLength) is var space && space > 0 ? space
            : MaxMadeUpLength;
        return new ItemText(end < line.Length ? $"{line[..end]}…" : line, summary.Length > end ? summary : null, null);
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
