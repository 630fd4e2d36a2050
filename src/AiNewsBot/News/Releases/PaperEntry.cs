using System.Text.Json;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Feeds;
using AiNewsBot.Json;

namespace AiNewsBot.News.Releases;

/// <summary>A paper in the hub's list of the day.</summary>
internal static class PaperEntry
{
    private const int MaxAuthors = 3;
    private const int MaxTextLength = 4000;

    /// <summary>The paper; null where it has no id or no title.</summary>
    /// <param name="listed">Its place in the list.</param>
    /// <param name="paper">The paper itself.</param>
    /// <param name="hub">Where the hub is.</param>
    public static FeedEntry? Read(JsonElement listed, JsonElement paper, string hub)
    {
        if (paper.Text("id") is not { } id || Line(paper.Text("title") ?? listed.Text("title")) is not { Length: > 0 } title)
            return null;
        var page = $"{hub}/papers/{Uri.EscapeDataString(id)}";
        var summary = Line(paper.Text("summary") ?? listed.Text("summary"));
        return new FeedEntry(
            id,
            page,
            title,
            summary,
            HuggingFaceReader.DateOf(paper.Text("submittedOnDailyAt") ?? listed.Text("publishedAt") ?? paper.Text("publishedAt")),
            null
        )
        {
            Author = AuthorsOf(paper),
            Text = summary is { Length: > 0 } words
                ? new FormattedText([new TextBlock(TextBlockKind.Paragraph, [new TextSpan(words)])])
                : null,
            Pictures =
                listed.Text("thumbnail") is { } picture && picture.StartsWith("https://", StringComparison.Ordinal)
                    ? [new EntryPicture(picture)]
                    : [],
        };
    }

    private static string? AuthorsOf(JsonElement paper)
    {
        string[] names = [.. paper.Items("authors").Select(author => Line(author.Text("name"))).OfType<string>()];
        return names.Length == 0 ? null
            : names.Length <= MaxAuthors ? string.Join(", ", names)
            : $"{string.Join(", ", names.Take(MaxAuthors))} and {names.Length - MaxAuthors} more";
    }

    private static string? Line(string? text) =>
        text is null
            ? null
            : Ellipsis.Shorten(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), MaxTextLength);
}
