using System.Text.RegularExpressions;
using AiNewsBot.Feeds.Parsing.Text;

namespace AiNewsBot.Feeds.Parsing.Formats;

/// <summary>The name of a person as feeds write it: "Jane", "jane@example.org (Jane)", "Jane &lt;jane@example.org&gt;".</summary>
internal static partial class PersonName
{
    /// <summary>The name without an address; null where there is only an address.</summary>
    public static string? From(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var plain = new PlainText().Begin(FeedLimits.Name);
        plain.Add(MailWithName().Match(text.Trim()) is { Success: true } match ? match.Groups["name"].Value : Mail().Replace(text, ""));
        return plain.End(onOneLine: true) is { } name && name.Any(char.IsLetterOrDigit) ? name : null;
    }

    [GeneratedRegex(@"^\S{1,200}@\S{1,200}\s*\((?<name>[^)]{1,200})\)$", RegexOptions.CultureInvariant)]
    private static partial Regex MailWithName();

    [GeneratedRegex(@"<?[^\s<>@]{1,100}@[^\s<>@]{1,100}>?", RegexOptions.CultureInvariant)]
    private static partial Regex Mail();
}
