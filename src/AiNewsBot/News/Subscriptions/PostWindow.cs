namespace AiNewsBot.News.Subscriptions;

/// <summary>A span within which only so many posts are made.</summary>
internal enum PostWindow
{
    Hour,
    Day,
}
