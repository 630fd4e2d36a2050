using System.Security.Cryptography;
using System.Text;

namespace AiNewsBot.Feeds.Parsing.Formats;

/// <summary>Bounds of identifiers and links, which cannot be cut like texts.</summary>
internal static class FieldLimits
{
    private static readonly string Breaks = "\r\n\t";

    /// <summary>An identifier; a longer one than the limit is its beginning and its digest.</summary>
    public static string? Id(string? id)
    {
        var trimmed = id?.Trim();
        if (string.IsNullOrEmpty(trimmed))
            return null;
        return trimmed.Length <= FeedLimits.Id
            ? trimmed
            : $"{trimmed.AsSpan(0, FeedLimits.Id / 2)}…{Convert.ToHexStringLower(SHA256.HashData(Encoding.Unicode.GetBytes(trimmed)))}";
    }

    /// <summary>A link without the line ends that editors put into it; null where it is empty or too long to be one.</summary>
    public static string? Link(string? link)
    {
        var trimmed = link?.Trim();
        if (string.IsNullOrEmpty(trimmed) || trimmed.Length > FeedLimits.Link)
            return null;
        return trimmed.AsSpan().IndexOfAny(Breaks) < 0
            ? trimmed
            : string.Concat(trimmed.Split(Breaks.ToCharArray(), StringSplitOptions.TrimEntries));
    }
}
