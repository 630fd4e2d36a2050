using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace AiNewsBot.Feeds.Parsing.Text;

/// <summary>Makes links of addresses that are written out in a text.</summary>
internal static partial class BareLinks
{
    private const string Trailing = ".,;:!?'\"”’»";

    /// <param name="max">How many links may be made.</param>
    public static ImmutableArray<TextSpan> Find(ImmutableArray<TextSpan> spans, int max)
    {
        if (!spans.Any(span => span.Link is null && span.Text.Contains("://", StringComparison.Ordinal)))
            return spans;
        var found = ImmutableArray.CreateBuilder<TextSpan>();
        foreach (var span in spans)
        {
            if (span.Link is null && !span.Style.HasFlag(TextStyles.Code))
                Split(span, found, ref max);
            else
                found.Add(span);
        }

        return found.ToImmutable();
    }

    private static void Split(TextSpan span, ImmutableArray<TextSpan>.Builder found, ref int max)
    {
        var end = 0;
        foreach (Match match in Address().Matches(span.Text))
        {
            // What closes a sentence or a bracket around the address is not of it.
            var address = match.Value.TrimEnd(Trailing.ToCharArray());
            if (address.EndsWith(')') && !address.Contains('(', StringComparison.Ordinal))
                address = address[..^1];
            if (max <= 0 || !WebAddress.IsOne(address))
                continue;
            max--;
            if (match.Index > end)
                found.Add(span with { Text = span.Text[end..match.Index] });
            found.Add(span with { Text = address, Link = address });
            end = match.Index + address.Length;
        }

        if (end < span.Text.Length)
            found.Add(span with { Text = span.Text[end..] });
    }

    [GeneratedRegex(@"https?://[^\s<>\[\]{}|\\^`]{4,800}", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
