using System.Collections.Immutable;

namespace AiNewsBot.News.Subscriptions;

/// <summary>A story that came up somewhere, to be matched with who follows what.</summary>
/// <param name="Item">The story.</param>
/// <param name="Subjects">What it speaks of.</param>
/// <param name="FeedId">The feed that it came from; null where it came from no feed.</param>
/// <param name="ServerId">The server whose own it is; null where all may see it.</param>
internal sealed record NewItem(long Item, ImmutableArray<string> Subjects, long? FeedId = null, string? ServerId = null)
{
    /// <summary>When it was published; null for what is posted however old it is.</summary>
    public long? DatedAt { get; init; }
}
