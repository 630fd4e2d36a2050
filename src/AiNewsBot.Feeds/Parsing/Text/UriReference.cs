using System.Text;
using System.Text.RegularExpressions;

namespace AiNewsBot.Feeds.Parsing.Text;

/// <summary>Relative references (RFC 3986, 5.2). Unlike <see cref="Uri"/> it leaves every character as the feed has it, also where the base
/// is no whole address.</summary>
internal static partial class UriReference
{
    /// <summary>The address that a reference means at a base; the reference itself where it is an address, or the base is not.</summary>
    public static string Resolve(string? @base, string reference)
    {
        var trimmed = reference.Trim();
        if (string.IsNullOrEmpty(@base) || trimmed.Length > FeedLimits.Link || HasScheme().IsMatch(trimmed))
            return trimmed;
        var from = Components().Match(@base);
        var to = Components().Match(trimmed);
        var scheme = from.Groups["scheme"].Value;
        var query = to.Groups["query"].Value;
        string authority,
            path;
        if (to.Groups["authority"].Success)
        {
            (authority, path) = (to.Groups["authority"].Value, WithoutDots(to.Groups["path"].Value));
        }
        else
        {
            authority = from.Groups["authority"].Value;
            var relative = to.Groups["path"].Value;
            if (relative.Length == 0)
                (path, query) = (from.Groups["path"].Value, to.Groups["query"].Success ? query : from.Groups["query"].Value);
            else
                path = WithoutDots(relative[0] == '/' ? relative : Merge(from, relative));
        }

        return $"{scheme}{authority}{path}{query}{to.Groups["fragment"].Value}";
    }

    private static string Merge(Match from, string relative)
    {
        var path = from.Groups["path"].Value;
        return from.Groups["authority"].Success && path.Length == 0
            ? $"/{relative}"
            : $"{path.AsSpan(0, path.LastIndexOf('/') + 1)}{relative}";
    }

    private static string WithoutDots(string path)
    {
        if (!path.Contains("./", StringComparison.Ordinal) && !path.EndsWith('.'))
            return path;
        var kept = new List<string>();
        var segments = path.Split('/');
        foreach (var segment in segments)
        {
            if (segment == "..")
                kept.RemoveRange(
                    Math.Max(kept.Count - 1, kept.Count > 0 && kept[0].Length == 0 ? 1 : 0),
                    kept.Count > 1 || kept is [{ Length: > 0 }] ? 1 : 0
                );
            else if (segment != ".")
                kept.Add(segment);
        }

        if (segments[^1] is "." or "..")
            kept.Add("");
        return new StringBuilder().AppendJoin('/', kept).ToString();
    }

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9+.\-]{0,30}:", RegexOptions.CultureInvariant)]
    private static partial Regex HasScheme();

    // The expression of RFC 3986, appendix B, with the signs kept beside what they mark.
    [GeneratedRegex(
        @"\A(?<scheme>[^:/?#]+:)?(?<authority>//[^/?#]*)?(?<path>[^?#]*)(?<query>\?[^#]*)?(?<fragment>#.*)?\z",
        RegexOptions.CultureInvariant | RegexOptions.Singleline
    )]
    private static partial Regex Components();
}
