using AiNewsBot.News.Filters;
using AiNewsBot.News.Items;

namespace AiNewsBot.News.Subscriptions;

/// <summary>Stories as filters see them.</summary>
internal static class FilterSubjects
{
    public static FilterSubject From(NewsItem item)
    {
        var details = item.Details;
        return new FilterSubject(
            item.Title,
            details.Text?.ToString() ?? item.Summary,
            details.Author,
            details.Categories,
            details.Language
        );
    }
}
