using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using AiNewsBot.Feeds;
using AiNewsBot.News.Items;

namespace AiNewsBot.News.Ingest;

/// <summary>All that an entry of a feed could be known again by, each as 64 bits: they are compared within one feed alone.</summary>
internal sealed record EntryKeys
{
    /// <summary>By its guid, without the fragment where it is an address; null where it has none.</summary>
    public long? Id { get; init; }

    /// <summary>By the fragment of its guid; null where it has none.</summary>
    public long? IdFragment { get; init; }

    /// <summary>By its link without the fragment; null where it has none.</summary>
    public long? Link { get; init; }

    /// <summary>By the fragment of its link; null where it has none.</summary>
    public long? LinkFragment { get; init; }

    /// <summary>By its title; null where it has none.</summary>
    public long? Title { get; init; }

    /// <summary>By its title and text.</summary>
    public required long Content { get; init; }

    /// <summary>When it says that it was published, or else updated, in milliseconds; null where it says neither.</summary>
    public long? Published { get; init; }

    /// <summary>Whether <see cref="Published"/> is when it was published.</summary>
    public bool IsPublished { get; init; }

    /// <summary>By what it is called: its title, or its text where it has no title.</summary>
    public long Name => Title ?? Content;

    public static EntryKeys From(FeedEntry entry) =>
        new()
        {
            // A guid that is an address moves from http to https as links do.
            Id = Hash(entry.Id is { } id ? CanonicalUrl.Normalize(id) ?? id.Trim() : null),
            IdFragment = FragmentOf(entry.Id),
            Link = Hash(CanonicalUrl.Normalize(entry.Link) ?? entry.Link?.Trim()),
            LinkFragment = FragmentOf(entry.Link),
            Title = Hash(TitleKey.Normalize(entry.Title)),
            Content = Hash($"{entry.Title}\n{entry.Summary}")!.Value,
            Published = (entry.Published ?? entry.Updated)?.ToUnixTimeMilliseconds(),
            IsPublished = entry.Published is not null,
        };

    /// <summary>By the fragment of an address; null where it has none.</summary>
    public static long? FragmentOf(string? address) => Hash(CanonicalUrl.FragmentOf(address));

    private static long? Hash(string? text) =>
        string.IsNullOrEmpty(text) ? null : BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
