namespace AiNewsBot.Transport.Posting;

/// <summary>A channel, as far as posting there depends on it.</summary>
/// <param name="Server">Its server; null for direct messages.</param>
/// <param name="LastMessage">The newest message there, in a forum the newest thread; null where there is none.</param>
public sealed record ChannelFacts(string Id, ChatChannelKind Kind, string Name, string? Server, string? LastMessage);
