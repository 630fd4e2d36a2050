namespace AiNewsBot.Feeds.Fetching;

/// <summary>What a server gave to recognise the body by, to be sent back as it was. Keep it only once the body was read to its end and
/// stored: else a fault in between loses what was new.</summary>
/// <param name="ETag">With its quotes, or without where the server forgot them.</param>
/// <param name="LastModified">As text: servers compare it with their own letter by letter.</param>
public sealed record CacheValidators(string? ETag, string? LastModified);
