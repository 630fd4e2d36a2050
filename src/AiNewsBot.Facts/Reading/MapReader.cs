using System.Collections.Immutable;

namespace AiNewsBot.Facts.Reading;

/// <summary>Reads the keys of one map, and knows in the end which of them nobody wanted.</summary>
internal sealed class MapReader
{
    private readonly MapNode _map;
    private readonly HashSet<string> _read = [];
    private readonly Faults _faults;

    private MapReader(MapNode map, string file, Faults faults)
    {
        (_map, File, _faults) = (map, file, faults);
        foreach (var twice in map.Entries.GroupBy(entry => entry.Key.Text).Where(group => group.Count() > 1))
            faults.Add(new Place(file, twice.Last().Key.Line), $"'{twice.Key}' stands here twice");
    }

    public string File { get; }

    public Place Place => new(File, _map.Line);

    public IReadOnlyList<KeyValuePair<TextNode, Node>> Entries => _map.Entries;

    /// <summary>A reader of a node that must be a map; null, with a fault, when it is none.</summary>
    public static MapReader? Of(Node? node, string file, Faults faults, string what)
    {
        if (node is MapNode map)
            return new MapReader(map, file, faults);
        if (node is not null)
            faults.Add(new Place(file, node.Line), $"{what} is written as keys with values");
        return null;
    }

    public Node? Take(string key)
    {
        _read.Add(key);
        return _map[key];
    }

    /// <summary>The value of a key, which is not taken by that.</summary>
    public Node? Peek(string key) => _map[key];

    public MapReader? TakeMap(string key) => Of(Take(key), File, _faults, $"'{key}'");

    /// <summary>The maps of a list; a fault for each item that is none.</summary>
    public IEnumerable<MapReader> TakeMaps(string key)
    {
        switch (Take(key))
        {
            case null:
                yield break;
            case ListNode list:
                foreach (var item in list.Items)
                {
                    if (Of(item, File, _faults, $"an item of '{key}'") is { } map)
                        yield return map;
                }

                break;
            case var other:
                _faults.Add(new Place(File, other.Line), $"'{key}' is a list");
                break;
        }
    }

    public string? TakeText(string key)
    {
        switch (Take(key))
        {
            case null:
                return null;
            case TextNode { Text.Length: > 0 } text:
                return text.Text;
            case var other:
                _faults.Add(new Place(File, other.Line), $"'{key}' is a text");
                return null;
        }
    }

    public string Require(string key)
    {
        if (TakeText(key) is { } text)
            return text;
        if (_map[key] is null)
            _faults.Add(Place, $"'{key}' is missing");
        return "";
    }

    /// <summary>The texts of a list, or the one text that is written without one.</summary>
    public ImmutableArray<string> TakeTextOrTexts(string key) => _map[key] is TextNode ? TakeText(key) is { } text ? [text] : [] : TakeTexts(key);

    public ImmutableArray<string> TakeTexts(string key)
    {
        switch (Take(key))
        {
            case null:
                return [];
            case ListNode list when list.Items.All(item => item is TextNode):
                return [.. list.Items.Cast<TextNode>().Select(item => item.Text)];
            case var other:
                _faults.Add(new Place(File, other.Line), $"'{key}' is a list of texts");
                return [];
        }
    }

    public FactDate? TakeDate(string key)
    {
        if (TakeText(key) is not { } text)
            return null;
        if (FactDate.TryParse(text, out var date))
            return date;
        _faults.Add(PlaceOf(key), $"'{text}' is no date, or its days are out of order: write 2024, 2024-03, 2024-03-17 or 2024-03-11/2024-03-17");
        return null;
    }

    public DateOnly? TakeDay(string key)
    {
        if (TakeDate(key) is not { } date)
            return null;
        if (date.IsExact)
            return date.Earliest;
        _faults.Add(PlaceOf(key), $"'{key}' is one day, such as 2026-11-24");
        return null;
    }

    public Place PlaceOf(string key) => new(File, _map[key]?.Line ?? _map.Line);

    /// <summary>A fault for each key that nobody took.</summary>
    public void Close(string what)
    {
        foreach (var (key, _) in _map.Entries)
        {
            if (!_read.Contains(key.Text))
                _faults.Add(new Place(File, key.Line), $"{what} has no key '{key.Text}'; it takes {string.Join(", ", _read.Order(StringComparer.Ordinal))}");
        }
    }
}
