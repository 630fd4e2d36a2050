namespace AiNewsBot.Feeds.Parsing.Text;

/// <summary>A tag as a tolerant reader finds it: an object that is reused for each,
/// and holds places in the text rather than copies of it.</summary>
internal sealed class MarkupTag
{
    private const int MaxAttributes = 100;
    private const int MaxNameLength = 64;

    private readonly List<(Range Name, Range Value)> _attributes = [];
    private readonly TagNamePool _names = new();
    private string _text = "";

    /// <summary>As it is written, prefix and all.</summary>
    public string Name { get; private set; } = "";

    public bool IsEnd { get; private set; }

    public bool IsEmpty { get; private set; }

    public int AttributeCount => _attributes.Count;

    /// <summary>Whether one of its attributes has a value, be it an empty one.</summary>
    public bool HasValues { get; private set; }

    public ReadOnlySpan<char> AttributeName(int index) => _text.AsSpan(_attributes[index].Name);

    public ReadOnlySpan<char> AttributeValue(int index) => _text.AsSpan(_attributes[index].Value);

    /// <summary>An attribute's value with its references resolved, by its name in any case and with any prefix; null without it.</summary>
    public string? Attribute(string localName, IReadOnlyDictionary<string, string>? declared = null)
    {
        for (var i = 0; i < AttributeCount; i++)
        {
            var name = AttributeName(i);
            if (name[(name.IndexOf(':') + 1)..].Equals(localName, StringComparison.OrdinalIgnoreCase))
                return CharacterReferences.Decode(AttributeValue(i).ToString(), declared);
        }

        return null;
    }

    /// <summary>The name of the tag that begins at the cursor; empty where none begins there.</summary>
    public static ReadOnlySpan<char> NameAt(TextCursor cursor)
    {
        var rest = cursor.Text.AsSpan(Math.Min(cursor.At + (cursor.Peek(1) == '/' ? 2 : 1), cursor.Text.Length));
        var length = 0;
        while (length < rest.Length && char.IsAsciiLetterOrDigit(rest[length]))
            length++;
        return rest[..length];
    }

    /// <summary>Reads the tag that begins at the cursor, and moves behind it.</summary>
    /// <returns>False where none begins there; the cursor has not moved then.</returns>
    public bool TryRead(TextCursor cursor)
    {
        _attributes.Clear();
        _text = cursor.Text;
        (IsEnd, IsEmpty, HasValues) = (cursor.Peek(1) == '/', false, false);
        var start = IsEnd ? 2 : 1;
        if (!char.IsLetter(cursor.Peek(start)) && cursor.Peek(start) != '_')
            return false;
        cursor.At += start;
        var name = cursor.TakeUntil(" \t\r\n\f/><\"'=");
        Name = _names.Get(name[..Math.Min(name.Length, MaxNameLength)]);
        ReadAttributes(cursor);
        return true;
    }

    private void ReadAttributes(TextCursor cursor)
    {
        while (true)
        {
            cursor.SkipBlanks();
            switch (cursor.Current)
            {
                case '>':
                    cursor.Step();
                    return;
                case '\0' when cursor.IsAtEnd:
                case '<':
                    // Another tag begins before this one ends.
                    return;
                case '/':
                    IsEmpty = cursor.Peek(1) == '>';
                    cursor.Step();
                    break;
                default:
                    ReadAttribute(cursor);
                    break;
            }
        }
    }

    private void ReadAttribute(TextCursor cursor)
    {
        // A stray equals sign or quotation mark is part of a name, or the reading would not move.
        var start = cursor.At;
        cursor.Step();
        cursor.TakeUntil(" \t\r\n\f/><=");
        var name = start..cursor.At;
        cursor.SkipBlanks();
        if (cursor.Current != '=')
        {
            AddAttribute(name, cursor.At..cursor.At);
            return;
        }

        HasValues = true;
        cursor.Step();
        cursor.SkipBlanks();
        AddAttribute(name, cursor.Current is '"' or '\'' ? Quoted(cursor) : Unquoted(cursor));
    }

    private void AddAttribute(Range name, Range value)
    {
        if (_attributes.Count < MaxAttributes)
            _attributes.Add((name, value));
    }

    private static Range Unquoted(TextCursor cursor)
    {
        var start = cursor.At;
        return start..(start + cursor.TakeUntil(" \t\r\n\f><").TrimEnd("\"'").Length);
    }

    // A quotation mark after which no attribute can begin and no tag can end belongs to something else: the one that closes this value was
    // forgotten, and the value goes as far as the tag does.
    private static Range Quoted(TextCursor cursor)
    {
        var quote = cursor.Current is '"' ? "\"" : "'";
        cursor.Step();
        var start = cursor.At;
        var end = cursor.Find(quote);
        if (end < 0 || !MayFollowValue(cursor.Text.AsSpan(end + 1)))
            return start..(start + cursor.TakeUntil("><").Length);
        cursor.At = end + 1;
        return start..end;
    }

    private static bool MayFollowValue(ReadOnlySpan<char> rest)
    {
        if (rest.IsEmpty || rest[0] is '>' or '/' or '?' || char.IsWhiteSpace(rest[0]))
            return true;
        var length = 0;
        while (length < Math.Min(rest.Length, MaxNameLength) && (char.IsLetterOrDigit(rest[length]) || rest[length] is '-' or '_' or ':'))
            length++;
        return length > 0 && length < rest.Length && rest[length] == '=';
    }
}
