using System.Collections.Immutable;
using AiNewsBot.Feeds.Parsing.Text;

namespace AiNewsBot.Feeds.Parsing.Formats;

/// <summary>A description or a content as it was read.</summary>
/// <param name="Plain">Its words, by which entries are told apart.</param>
internal sealed record EntryText(string Plain, FormattedText? Formatted, ImmutableArray<EntryPicture> Pictures)
{
    private const int BeginningLength = 60;
    private const int MinBeginningLength = 12;

    /// <summary>What is shown of a description and a content, without what is put around each: the content where the description is only
    /// its beginning, or no more than a word.</summary>
    public static Boilerplate.Stripped? Show(EntryText? summary, EntryText? content)
    {
        var first = summary?.Formatted is { } described ? Boilerplate.Strip(described) : null;
        var second = content?.Formatted is { } whole ? Boilerplate.Strip(whole) : null;
        return first?.Text is { } text && second?.Text is { } other
            ? Letters(text.ToString()).Length < MinBeginningLength || IsBeginningOf(text.ToString(), other.ToString())
                ? second
                : first
            : first?.Text is not null
                ? first
                : second ?? first;
    }

    private static bool IsBeginningOf(string summary, string content)
    {
        var (first, second) = (Letters(summary), Letters(content));
        var length = Math.Min(first.Length, BeginningLength);
        return length >= MinBeginningLength && second.StartsWith(first[..length], StringComparison.Ordinal);
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit).Take(BeginningLength));
}
