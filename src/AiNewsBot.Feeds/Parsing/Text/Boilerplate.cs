using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace AiNewsBot.Feeds.Parsing.Text;

/// <summary>Takes from texts what publishing programs put around each, by the rules of a file, and keeps the links that it has.</summary>
internal static class Boilerplate
{
    private static readonly ImmutableArray<Rule> Rules = Read();

    public static Stripped Strip(FormattedText text)
    {
        var stripped = new Stripped(text, null, null);
        while (
            stripped.Text is { } rest && Rules.Select(rule => rule.Apply(stripped, rest)).FirstOrDefault(one => one is not null) is { } next
        )
            stripped = next;
        return stripped;
    }

    private static ImmutableArray<Rule> Read() =>
        [.. EmbeddedLines.Read(typeof(Boilerplate), "boilerplate.tsv").Select(line => Rule.Parse(line.Split('\t')))];

    /// <param name="Text">What is left; null where nothing is.</param>
    /// <param name="Comments">Where it is talked about.</param>
    /// <param name="Submitted">The page that it submits.</param>
    internal sealed record Stripped(FormattedText? Text, string? Comments, string? Submitted);

    private sealed record Rule(string Place, Regex Pattern, ImmutableArray<(string Label, bool IsComments)> Links)
    {
        private const string SentenceEnds = ".!?…";
        private const int MaxLastWords = 30;
        private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

        public static Rule Parse(string[] fields) =>
            new(
                fields[0],
                new Regex(
                    fields[0] switch
                    {
                        "start" => $"^(?:{fields[1]})",
                        "end" => $@"\s*(?:{fields[1]})\s*$",
                        _ => $"^(?:{fields[1]})$",
                    },
                    Options
                ),
                [
                    .. fields
                        .Skip(2)
                        .Where(field => field.Length > 0)
                        .Select(field => (field[..field.LastIndexOf('=')], field.EndsWith("=comments", StringComparison.Ordinal))),
                ]
            );

        /// <summary>What is left without what it describes; null where there is none of that.</summary>
        public Stripped? Apply(Stripped before, FormattedText text)
        {
            var blocks = text.Blocks;
            switch (Place)
            {
                case "block":
                    int[] ends = [blocks.Length - 1, 0];
                    var at = Array.FindIndex(ends, index => Pattern.IsMatch(OneLine(blocks[index].Text)));
                    if (at < 0)
                        return null;
                    var found = WithLinks(before, blocks[ends[at]]);
                    return found with { Text = With(text, blocks.RemoveAt(ends[at])) };
                case "start":
                    // Where line ends are part of it, the pattern has blanks for them.
                    return Pattern.Match(blocks[0].Text.Replace('\n', ' ')) is { Success: true, Length: > 0 } match
                        ? before with
                        {
                            Text = With(text, Replace(blocks, 0, SpanCutter.From(blocks[0].Spans, match.Length))),
                        }
                        : null;
                case "end":
                    return Pattern.Match(blocks[^1].Text) is { Success: true, Length: > 0 } tail
                        ? before with
                        {
                            Text = With(text, Replace(blocks, blocks.Length - 1, SpanCutter.To(blocks[^1].Spans, tail.Index)), isCut: true),
                        }
                        : null;
                default:
                    return blocks[^1].Spans is [.., { Link: not null } last] && Pattern.IsMatch(OneLine(last.Text))
                        ? before with
                        {
                            Text = With(text, Replace(blocks, blocks.Length - 1, blocks[^1].Spans[..^1]), isCut: true),
                        }
                        : WithoutLastWords(before, text);
            }
        }

        // The words of such a link where the feed left the link away: "The data is missing. Weiterlesen".
        private Stripped? WithoutLastWords(Stripped before, FormattedText text)
        {
            var words = text.Blocks[^1].Text;
            var end = words.LastIndexOf(' ');
            while (end > 0 && !SentenceEnds.Contains(words[end - 1]))
                end = words.LastIndexOf(' ', end - 1);
            var start = end > 0 ? end + 1 : 0;
            if (words.Length - start is 0 or > MaxLastWords || char.IsAsciiLetterLower(words[start]) || !Pattern.IsMatch(words[start..]))
                return null;
            var left = SpanCutter.To(text.Blocks[^1].Spans, Math.Max(end, 0));
            return before with { Text = With(text, Replace(text.Blocks, text.Blocks.Length - 1, left), isCut: true) };
        }

        private Stripped WithLinks(Stripped before, TextBlock block)
        {
            foreach (var (label, isComments) in Links)
            {
                if (
                    block.Spans.FirstOrDefault(span => span.Link is not null && (label == "*" || span.Text.Trim() == label)) is not { } link
                )
                    continue;
                before = isComments ? before with { Comments = link.Link } : before with { Submitted = link.Link };
            }

            return before;
        }

        private static FormattedText? With(FormattedText text, ImmutableArray<TextBlock> blocks, bool isCut = false) =>
            blocks.IsEmpty ? null : new FormattedText(blocks, text.IsCut || isCut);

        private static ImmutableArray<TextBlock> Replace(ImmutableArray<TextBlock> blocks, int index, ImmutableArray<TextSpan> spans) =>
            spans.IsEmpty ? blocks.RemoveAt(index) : blocks.SetItem(index, blocks[index] with { Spans = spans });

        private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
