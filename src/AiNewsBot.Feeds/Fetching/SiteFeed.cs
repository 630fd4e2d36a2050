namespace AiNewsBot.Feeds.Fetching;

/// <summary>The feed of a page of a well-known site.</summary>
/// <param name="Address">Where it lies.</param>
/// <param name="Content">What it has, as in "the releases of owner/name"; plain text.</param>
public sealed record SiteFeed(FeedAddress Address, string Content);
