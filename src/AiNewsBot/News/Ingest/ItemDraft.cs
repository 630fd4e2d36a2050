using System.Collections.Immutable;
using AiNewsBot.News.Items;
using AiNewsBot.News.Releases;

namespace AiNewsBot.News.Ingest;

/// <summary>An entry of a feed that is to be stored, as far as that needs no database.</summary>
/// <param name="Entry">A new entry, or a known one that changed.</param>
/// <param name="Link">Its page; null where it has none to link to.</param>
/// <param name="Article">The address of its own article; null where it has none.</param>
/// <param name="Subjects">What it speaks of; nothing where a known one still says the same.</param>
internal sealed record ItemDraft(FeedDiffEntry Entry, ItemText Text, string? Link, string? Article, ImmutableArray<string> Subjects)
{
    /// <summary>What is shown of it beside its words; null for none.</summary>
    public ItemDetails? Details { get; init; }

    /// <summary>Whether a known entry says something else than before.</summary>
    public bool IsEdited { get; init; }

    /// <summary>Whether no other entry of the document has its title.</summary>
    public bool HasOwnTitle { get; init; }

    /// <summary>The release that it tells of; null where its feed watches none.</summary>
    public Discovery? Discovery { get; init; }
}
