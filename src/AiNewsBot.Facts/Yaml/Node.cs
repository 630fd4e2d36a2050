namespace AiNewsBot.Facts.Yaml;

/// <summary>A value of a dataset file, with its line (from 1).</summary>
internal abstract record Node(int Line);

/// <summary>A text.</summary>
internal sealed record TextNode(string Text, int Line) : Node(Line);

/// <summary>A list.</summary>
internal sealed record ListNode(IReadOnlyList<Node> Items, int Line) : Node(Line);

/// <summary>Keys with values, in the order of the file.</summary>
internal sealed record MapNode(IReadOnlyList<KeyValuePair<TextNode, Node>> Entries, int Line) : Node(Line)
{
    /// <summary>The value of a key, or null.</summary>
    public Node? this[string key]
    {
        get
        {
            foreach (var entry in Entries)
            {
                if (entry.Key.Text == key)
                    return entry.Value;
            }

            return null;
        }
    }
}
