using AiNewsBot.Feeds.Fetching;

namespace AiNewsBot.News.Feeds;

/// <summary>Addresses of the Hugging Face hub's interface that are read as feeds. A mirror of the hub has the same paths.</summary>
internal static class HubFeeds
{
    private const string Models = "/api/models";
    private const string Papers = "/api/daily_papers";
    private const string Author = "author=";

    /// <summary>The newest models of an organisation or a person.</summary>
    /// <param name="hub">Where the hub is.</param>
    public static string ModelsOf(string hub, string owner) =>
        $"{hub.TrimEnd('/')}{Models}?{Author}{Uri.EscapeDataString(owner)}&sort=createdAt&direction=-1&limit=50";

    /// <summary>How what lies at an address is read.</summary>
    public static FeedKind KindOf(FeedAddress address) => TitleOf(address) is null ? FeedKind.Feed : FeedKind.Hub;

    /// <summary>What the hub's list at an address is called; null where it is another feed.</summary>
    public static string? TitleOf(FeedAddress address) =>
        address.Url.AbsolutePath switch
        {
            Papers => "Hugging Face: papers of the day",
            Models => address.Url.Query.TrimStart('?').Split('&').FirstOrDefault(IsAuthor) is { } author
                ? $"Hugging Face: {Uri.UnescapeDataString(author[Author.Length..])}"
                : null,
            _ => null,
        };

    private static bool IsAuthor(string field) => field.StartsWith(Author, StringComparison.Ordinal) && field.Length > Author.Length;
}
