using System.Text.RegularExpressions;

namespace AiNewsBot.Feeds.Fetching;

/// <summary>Reads the links of an answer's headers (RFC 8288).</summary>
internal static partial class LinkHeader
{
    private const int MaxLength = 8 * 1024;
    private const int MaxLinks = 50;

    /// <summary>The links as the elements that a page would hold for them.</summary>
    public static IEnumerable<HtmlTag> Parse(IEnumerable<string> values)
    {
        foreach (Match link in values.Where(value => value.Length <= MaxLength).SelectMany(value => Link().Matches(value)).Take(MaxLinks))
        {
            var attributes = new Dictionary<string, string> { ["href"] = link.Groups["href"].Value };
            foreach (var (name, value) in link.Groups["name"].Captures.Zip(link.Groups["value"].Captures))
                attributes.TryAdd(name.Value.ToLowerInvariant(), value.Value.Trim('"'));
            yield return new HtmlTag("link", attributes);
        }
    }

    [GeneratedRegex(
        """<(?<href>[^<>]*)>(?:\s*;\s*(?<name>[A-Za-z*]{1,20})\s*=\s*(?<value>"[^"]*"|[^\s,;"]*))*""",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Link();
}
