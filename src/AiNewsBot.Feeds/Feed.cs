using System.Collections.Immutable;

namespace AiNewsBot.Feeds;

/// <summary>A feed as it was read, independent of its format.</summary>
/// <param name="Title">Plain text on one line; null where it has none.</param>
/// <param name="Link">The page that it belongs to; null where it names none.</param>
/// <param name="Ttl">How long it may be kept before it is asked for again; null where it does not say.</param>
/// <param name="Entries">In the order of the document.</param>
public sealed record Feed(string? Title, string? Link, TimeSpan? Ttl, ImmutableArray<FeedEntry> Entries)
{
    /// <summary>A small picture that stands for it; null where it names none.</summary>
    public string? Icon { get; init; }

    /// <summary>The language that it names for itself, as in "pt"; null where it names none.</summary>
    public string? Language { get; init; }

    /// <summary>Whether it says that it is not for everyone's eyes.</summary>
    public bool IsExplicit { get; init; }
}
