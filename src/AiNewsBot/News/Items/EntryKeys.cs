using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using AiNewsBot.News.Parsing;

namespace AiNewsBot.News.Items;

/// <summary>All that an entry of a feed could be known again by, each as 64 bits: they are compared within one feed alone.</summary>
public sealed record EntryKeys
{
    /// <summary>By its guid; null where it has none.</summary>
    public long? Id { get; init; }

    /// <summary>By its link; null where it has none.</summary>
    public long? Link { get; init; }

    /// <summary>By its title; null where it has none.</summary>
    public long? Title { get; init; }

    /// <summary>By its title and text.</summary>
    public required long Content { get; init; }

    /// <summary>When it says that it was published, in milliseconds; null where it does not.</summary>
    public long? Published { get; init; }

    public static EntryKeys Of(FeedEntry entry) => new()
    {
        // A guid that is an address moves from http to https as links do.
        Id = Hash(entry.Id is { } id ? CanonicalUrl.Of(id) ?? id.Trim() : null),
        Link = Hash(CanonicalUrl.Of(entry.Link) ?? entry.Link?.Trim()),
        Title = Hash(TitleKey.Of(entry.Title)),
        Content = Hash($"{entry.Title}\n{entry.Summary}")!.Value,
        Published = (entry.Published ?? entry.Updated)?.ToUnixTimeMilliseconds(),
    };

    private static long? Hash(string? text) =>
        string.IsNullOrEmpty(text) ? null : BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
