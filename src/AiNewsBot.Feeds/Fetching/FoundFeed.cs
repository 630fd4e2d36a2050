namespace AiNewsBot.Feeds.Fetching;

/// <summary>A feed that was read.</summary>
/// <param name="Address">Where it lies for good: after redirects that are permanent.</param>
/// <param name="Feed">What was read.</param>
/// <param name="Answer">What it was read from.</param>
public sealed record FoundFeed(FeedAddress Address, Feed Feed, FetchResult.Fetched Answer);
