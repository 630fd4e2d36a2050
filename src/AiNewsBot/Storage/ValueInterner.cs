using System.Collections.Immutable;
using System.Text;
using AiNewsBot.Facts.Model;

namespace AiNewsBot.Storage;

/// <summary>
/// Values that many statements have in common, kept once: a page is the source of dozens of them, and "available" the value of hundreds.
/// They are looked up by their bytes as they come from the database, so that reading again what is known already costs no memory.
/// </summary>
internal sealed class ValueInterner
{
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _texts = new HashSet<string>().GetAlternateLookup<
        ReadOnlySpan<char>
    >();
    private readonly Dictionary<string, ImmutableArray<Source>>.AlternateLookup<ReadOnlySpan<char>> _sources = new Dictionary<
        string,
        ImmutableArray<Source>
    >().GetAlternateLookup<ReadOnlySpan<char>>();
    private readonly Dictionary<string, FactDate>.AlternateLookup<ReadOnlySpan<char>> _dates = new Dictionary<
        string,
        FactDate
    >().GetAlternateLookup<ReadOnlySpan<char>>();
    private char[] _buffer = new char[1024];

    public string Text(string text) => Text(text.AsSpan());

    public string Text(ReadOnlySpan<byte> utf8) => Text(Chars(utf8));

    public FactDate Date(ReadOnlySpan<byte> utf8)
    {
        var text = Chars(utf8);
        if (!_dates.TryGetValue(text, out var date))
            _dates[text] = date = FactDate.Parse(Text(text));
        return date;
    }

    /// <summary>Sources from their JSON text.</summary>
    public ImmutableArray<Source> Sources(string json) => Sources(Encoding.UTF8.GetBytes(json));

    /// <summary>Sources from their JSON text.</summary>
    public ImmutableArray<Source> Sources(ReadOnlySpan<byte> utf8)
    {
        var json = Chars(utf8);
        if (_sources.TryGetValue(json, out var known))
            return known;
        return _sources[json] = SourceReader.Read(utf8, this);
    }

    private string Text(ReadOnlySpan<char> text)
    {
        if (_texts.TryGetValue(text, out var known))
            return known;
        var kept = text.ToString();
        _texts.Set.Add(kept);
        return kept;
    }

    private ReadOnlySpan<char> Chars(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > _buffer.Length)
            _buffer = new char[utf8.Length];
        return _buffer.AsSpan(0, Encoding.UTF8.GetChars(utf8, _buffer));
    }
}
