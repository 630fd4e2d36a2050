using System.Text;
using System.Text.RegularExpressions;

namespace AiNewsBot.News.Fetching;

/// <summary>Whether a body begins like a feed: enough to tell it from a page, and no promise that it can be read.</summary>
internal static partial class FeedSign
{
    private const int Beginning = 4096;

    public static bool IsOn(ReadOnlySpan<byte> body)
    {
        // What tells is ASCII in every encoding that feeds have; UTF-16 puts a nought beside each character.
        var text = Encoding.Latin1.GetString(body[..Math.Min(body.Length, Beginning)]).Replace("\0", "", StringComparison.Ordinal);
        var start = text.IndexOfAny(['<', '{']);
        return start >= 0 && (text[start] == '{'
            ? text.Contains("jsonfeed.org/version", StringComparison.OrdinalIgnoreCase) || text.Contains(@"jsonfeed.org\/version", StringComparison.OrdinalIgnoreCase)
            : RootOf(text[start..]) is "rss" or "feed" or "rdf");
    }

    // The first element's name without its prefix, past declarations and comments.
    private static string? RootOf(string text)
    {
        var rest = text.AsSpan();
        while (true)
        {
            rest = rest.TrimStart();
            var end = rest.StartsWith("<!--", StringComparison.Ordinal) ? "-->" : rest.StartsWith("<?", StringComparison.Ordinal) ? "?>" : rest.StartsWith("<!", StringComparison.Ordinal) ? ">" : null;
            if (end is null)
                return Root().Match(rest.ToString()) is { Success: true } match ? match.Groups["name"].Value.ToLowerInvariant() : null;
            var index = rest.IndexOf(end, StringComparison.Ordinal);
            if (index < 0)
                return null;
            rest = rest[(index + end.Length)..];
        }
    }

    [GeneratedRegex(@"\A<(?:[A-Za-z0-9_-]{1,40}:)?(?<name>[A-Za-z]{1,40})[\s>/]", RegexOptions.CultureInvariant)]
    private static partial Regex Root();
}
