namespace AiNewsBot.News.Fetching;

/// <summary>A feed that an address leads to.</summary>
/// <param name="Title">As the page calls it; empty where it gives none.</param>
public sealed record DiscoveredFeed(FeedAddress Address, string Title);
