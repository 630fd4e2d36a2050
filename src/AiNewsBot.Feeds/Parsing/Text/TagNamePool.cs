namespace AiNewsBot.Feeds.Parsing.Text;

/// <summary>The names of tags, each once: a document has thousands of tags and a dozen names.</summary>
internal sealed class TagNamePool
{
    private const int MaxCount = 200;

    private readonly HashSet<string> _names = [];
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public TagNamePool() => _lookup = _names.GetAlternateLookup<ReadOnlySpan<char>>();

    public string Get(ReadOnlySpan<char> name)
    {
        if (_lookup.TryGetValue(name, out var known))
            return known;
        var added = name.ToString();
        if (_names.Count < MaxCount)
            _names.Add(added);
        return added;
    }
}
