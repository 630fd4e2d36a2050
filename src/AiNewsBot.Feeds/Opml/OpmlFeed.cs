namespace AiNewsBot.Feeds.Opml;

/// <summary>A feed in a list of subscriptions.</summary>
/// <param name="Url">Its address as the list has it.</param>
/// <param name="Title">What it is called; null where the list does not say.</param>
/// <param name="Page">The page that it belongs to; null where the list does not say.</param>
public sealed record OpmlFeed(string Url, string? Title = null, string? Page = null);
