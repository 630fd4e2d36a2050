using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace AiNewsBot.Facts.Yaml;

/// <summary>Builds values from YAML parser events: half the time of a deserializer, and every value knows its line.</summary>
internal static class NodeReader
{
    private const int MaxDepth = 16;

    /// <summary>The one document of a file; null when the file is empty.</summary>
    /// <exception cref="YamlException">The text is no YAML, or uses what a dataset has no need of (anchors, tags, several
    /// documents).</exception>
    public static Node? Read(TextReader text)
    {
        var parser = new Parser(text);
        try
        {
            return ReadDocument(parser);
        }
        catch (InvalidOperationException exception)
        {
            // The library's own answer to some braces that are not closed; it says no place.
            var place = parser.Current?.End ?? Mark.Empty;
            throw new YamlException(place, place, "a brace or bracket before this is not closed, or a key is missing.", exception);
        }
    }

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
