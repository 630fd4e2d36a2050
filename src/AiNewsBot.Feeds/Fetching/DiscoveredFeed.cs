namespace AiNewsBot.Feeds.Fetching;

/// <summary>A feed that a page leads to.</summary>
/// <param name="Address">Where it is said to lie; it was not read.</param>
/// <param name="Title">As the page calls it; empty where it gives none.</param>
/// <param name="IsDeclared">Whether the page says that it is a feed; else it only looks like the address of one.</param>
public sealed record DiscoveredFeed(FeedAddress Address, string Title, bool IsDeclared = true);
