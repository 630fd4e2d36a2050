using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace AiNewsBot.Facts.Yaml;

/// <summary>Builds values from YAML parser events: half the time of a deserializer, and every value knows its line.</summary>
internal static partial class NodeReader
{
    private const int MaxDepth = 16;

    /// <summary>The one document of a file; null when the file is empty.</summary>
    /// <exception cref="YamlException">The text is no YAML, or uses what a dataset has no need of (anchors, tags, several
    /// documents).</exception>
    public static Node? Read(TextReader text)
    {
        var whole = text.ReadToEnd();
        var parser = new Parser(new StringReader(whole));
        try
        {
            return ReadDocument(parser);
        }
        catch (YamlException exception) when (FindTab(whole, exception) is { } tab)
        {
            throw new YamlException(tab, tab, "a tab is at the beginning of this line: YAML is indented with spaces", exception);
        }
        catch (InvalidOperationException exception)
        {
            // The library's own answer to some braces that are not closed; it says no place.
            var place = parser.Current?.End ?? Mark.Empty;
            throw new YamlException(place, place, "a brace or bracket before this is not closed, or a key is missing.", exception);
        }
    }

    // The library blames a tab on where the value before it begins, at times the beginning of the file.
    private static Mark? FindTab(string text, YamlException exception)
    {
        var tab = IndentingTab()
            .Matches(text)
            .Select(match => LineOf(text, match.Index))
            .FirstOrDefault(line => line >= exception.Start.Line);
        return tab > 0 ? new Mark(0, tab, 1) : null;
    }

    private static long LineOf(string text, int index) => text.AsSpan(0, index).Count('\n') + 1;

    [GeneratedRegex(@"^ *\t", RegexOptions.Multiline)]
    private static partial Regex IndentingTab();

    private static Node? ReadDocument(Parser parser)
    {
        parser.Consume<StreamStart>();
        if (parser.Accept<StreamEnd>(out _))
            return null;
        parser.Consume<DocumentStart>();
        var node = Read(parser, 0);
        parser.Consume<DocumentEnd>();
        parser.Consume<StreamEnd>();
        return node;
    }

    private static Node Read(Parser parser, int depth)
    {
        var start = parser.Current!.Start;
        var line = (int)start.Line;
        if (depth > MaxDepth)
            throw new YamlException(start, start, $"nested deeper than {MaxDepth} levels");
        if (parser.TryConsume<Scalar>(out var scalar))
            return new TextNode(scalar.Value, line);
        if (parser.TryConsume<SequenceStart>(out _))
        {
            var items = new List<Node>();
            while (!parser.TryConsume<SequenceEnd>(out _))
                items.Add(Read(parser, depth + 1));
            return new ListNode(items, line);
        }

        if (parser.TryConsume<MappingStart>(out _))
        {
            var entries = new List<KeyValuePair<TextNode, Node>>();
            while (!parser.TryConsume<MappingEnd>(out _))
            {
                var key = parser.Consume<Scalar>();
                entries.Add(KeyValuePair.Create(new TextNode(key.Value, (int)key.Start.Line), Read(parser, depth + 1)));
            }

            return new MapNode(entries, line);
        }

        throw new YamlException(start, start, "anchors and aliases have no place in the dataset");
    }
}
