using System.Collections.Immutable;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Yaml;

namespace AiNewsBot.Facts.DatasetReading;

/// <summary>Reads the keys of one map, and reports those that were not read.</summary>
internal sealed class MapReader
{
    // A promise is due later, and what holds may be known to end.
    private static readonly string[] Coming = ["due", "until"];

    private readonly MapNode _map;
    private readonly HashSet<string> _read = [];
    private readonly DatasetErrorCollector _datasetErrorCollector;

    private MapReader(MapNode map, string file, DatasetErrorCollector datasetErrorCollector)
    {
        (_map, File, _datasetErrorCollector) = (map, file, datasetErrorCollector);
        foreach (var twice in map.Entries.GroupBy(entry => entry.Key.Text).Where(group => group.Count() > 1))
            datasetErrorCollector.Add(new FileLocation(file, twice.Last().Key.Line), $"'{twice.Key}' appears twice here");
    }

    public string File { get; }

    public FileLocation FileLocation => new(File, _map.Line);

    public IReadOnlyList<KeyValuePair<TextNode, Node>> Entries => _map.Entries;

    /// <summary>A reader of a node that must be a map; null, with an error, when it is not one.</summary>
    public static MapReader? TryCreate(Node? node, string file, DatasetErrorCollector datasetErrorCollector, string what)
    {
        if (node is MapNode map)
            return new MapReader(map, file, datasetErrorCollector);
        if (node is not null)
            datasetErrorCollector.Add(new FileLocation(file, node.Line), $"{what} is written as keys with values");
        return null;
    }

    public Node? Read(string key)
    {
        _read.Add(key);
        return _map[key];
    }

    /// <summary>The value of a key, which is not taken by that.</summary>
    public Node? Peek(string key) => _map[key];

    public MapReader? ReadMap(string key) => TryCreate(Read(key), File, _datasetErrorCollector, $"'{key}'");

    /// <summary>The maps of a list; an error for each item that is not one.</summary>
    public IEnumerable<MapReader> ReadMaps(string key)
    {
        switch (Read(key))
        {
            case null:
                yield break;
            case ListNode list:
                foreach (var item in list.Items)
                {
                    if (TryCreate(item, File, _datasetErrorCollector, $"an item of '{key}'") is { } map)
                        yield return map;
                }

                break;
            case var other:
                _datasetErrorCollector.Add(new FileLocation(File, other.Line), $"'{key}' is a list");
                break;
        }
    }

    public string? ReadText(string key)
    {
        switch (Read(key))
        {
            case null:
                return null;
            case TextNode { Text.Length: > 0 } text:
                return text.Text;
            case var other:
                _datasetErrorCollector.Add(new FileLocation(File, other.Line), $"'{key}' is a text");
                return null;
        }
    }

    public string ReadRequired(string key)
    {
        if (ReadText(key) is { } text)
            return text;
        if (_map[key] is null)
            _datasetErrorCollector.Add(FileLocation, $"'{key}' is missing");
        return "";
    }

    /// <summary>The texts of a list, or the one text that is written without one.</summary>
    public ImmutableArray<string> ReadTextOrTexts(string key) =>
        _map[key] is TextNode
            ? ReadText(key) is { } text
                ? [text]
                : []
            : ReadTexts(key);

    public ImmutableArray<string> ReadTexts(string key)
    {
        switch (Read(key))
        {
            case null:
                return [];
            case ListNode list when list.Items.All(item => item is TextNode):
                return [.. list.Items.Cast<TextNode>().Select(item => item.Text)];
            case var other:
                _datasetErrorCollector.Add(new FileLocation(File, other.Line), $"'{key}' is a list of texts");
                return [];
        }
    }

    public FactDate? ReadDate(string key)
    {
        if (ReadText(key) is not { } text)
            return null;
        if (FactDate.TryParse(text, out var date))
        {
            if (!Coming.Contains(key))
                _datasetErrorCollector.RequirePast(GetLocation(key), date);
            return date;
        }

        _datasetErrorCollector.Add(
            GetLocation(key),
            $"'{text}' is no date, or its days are out of order: write 2024, 2024-03, 2024-03-17 or 2024-03-11/2024-03-17"
        );
        return null;
    }

    public DateOnly? ReadDay(string key)
    {
        if (ReadDate(key) is not { } date)
            return null;
        if (date.IsExact)
            return date.Earliest;
        _datasetErrorCollector.Add(GetLocation(key), $"'{key}' is one day, such as 2026-11-24");
        return null;
    }

    public FileLocation GetLocation(string key) => new(File, _map[key]?.Line ?? _map.Line);

    /// <summary>An error for each key that was not read.</summary>
    public void ReportUnknownKeys(string what)
    {
        foreach (var (key, _) in _map.Entries)
        {
            if (!_read.Contains(key.Text))
                _datasetErrorCollector.Add(
                    new FileLocation(File, key.Line),
                    $"{what} has no key '{key.Text}'; it takes {string.Join(", ", _read.Order(StringComparer.Ordinal))}"
                );
        }
    }
}
