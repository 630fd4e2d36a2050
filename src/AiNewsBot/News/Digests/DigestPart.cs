using System.Collections.Immutable;
using System.Globalization;

namespace AiNewsBot.News.Digests;

/// <summary>One message of a digest.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Count">Of how many messages.</param>
/// <param name="Title">The heading.</param>
internal sealed record DigestPart(int Number, int Count, string Title, ImmutableArray<long> Items)
{
    // "1/2|Daily news, 25 November 2026|4,8,15"
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}/{Count}|{Title}|{string.Join(',', Items)}");

    public static DigestPart Parse(string text)
    {
        var parts = text.Split('|');
        var numbers = parts[0].Split('/').Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        return new DigestPart(
            numbers[0],
            numbers[1],
            parts[1],
            [.. parts[2].Split(',', StringSplitOptions.RemoveEmptyEntries).Select(id => long.Parse(id, CultureInfo.InvariantCulture))]
        );
    }
}
