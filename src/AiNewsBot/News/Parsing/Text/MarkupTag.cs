namespace AiNewsBot.News.Parsing.Text;

/// <summary>A tag as a tolerant reader finds it: an object that is filled anew for each.</summary>
internal sealed class MarkupTag
{
    private const int MostAttributes = 100;
    private const int LongestName = 64;

    private readonly List<(string Name, string Value)> _attributes = [];

    /// <summary>As it is written, prefix and all.</summary>
    public string Name { get; private set; } = "";

    public bool IsEnd { get; private set; }

    public bool IsEmpty { get; private set; }

    public IReadOnlyList<(string Name, string Value)> Attributes => _attributes;

    /// <summary>An attribute's value with its references resolved, whatever the case and prefix of its name; null where it has none.</summary>
    public string? Attribute(string localName, IReadOnlyDictionary<string, string>? declared = null)
    {
        foreach (var (name, value) in _attributes)
        {
            var local = name.AsSpan(name.IndexOf(':', StringComparison.Ordinal) + 1);
            if (local.Equals(localName, StringComparison.OrdinalIgnoreCase))
                return CharacterReferences.Decode(value, declared);
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
        (IsEnd, IsEmpty) = (cursor.Peek(1) == '/', false);
        var start = IsEnd ? 2 : 1;
        if (!char.IsLetter(cursor.Peek(start)) && cursor.Peek(start) != '_')
            return false;
        cursor.At += start;
        var name = cursor.TakeUntil(" \t\r\n\f/><\"'=");
        Name = name[..Math.Min(name.Length, LongestName)].ToString();
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
        // A stray equals sign or quotation mark is part of a name, or the reading would stand still.
        var start = cursor.At;
        cursor.Step();
        cursor.TakeUntil(" \t\r\n\f/><=");
        var name = cursor.Text.AsSpan(start, cursor.At - start);
        cursor.SkipBlanks();
        if (cursor.Current != '=')
        {
            Keep(name, "");
            return;
        }

        cursor.Step();
        cursor.SkipBlanks();
        Keep(name, cursor.Current is '"' or '\'' ? Quoted(cursor) : cursor.TakeUntil(" \t\r\n\f><").TrimEnd("\"'"));
    }

    private void Keep(ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        if (_attributes.Count < MostAttributes)
            _attributes.Add((name.ToString(), value.ToString()));
    }

    // A quotation mark after which no attribute can begin and no tag can end belongs to something else: the one that closes this value was
    // forgotten, and the value goes as far as the tag does.
    private static ReadOnlySpan<char> Quoted(TextCursor cursor)
    {
        var quote = cursor.Current is '"' ? "\"" : "'";
        cursor.Step();
        var end = cursor.Find(quote);
        if (end < 0 || !MayFollowValue(cursor.Text.AsSpan(end + 1)))
            return cursor.TakeUntil("><");
        var value = cursor.Text.AsSpan(cursor.At, end - cursor.At);
        cursor.At = end + 1;
        return value;
    }

    private static bool MayFollowValue(ReadOnlySpan<char> rest)
    {
        if (rest.IsEmpty || rest[0] is '>' or '/' or '?' || char.IsWhiteSpace(rest[0]))
            return true;
        var length = 0;
        while (length < Math.Min(rest.Length, LongestName) && (char.IsLetterOrDigit(rest[length]) || rest[length] is '-' or '_' or ':'))
            length++;
        return length > 0 && length < rest.Length && rest[length] == '=';
    }
}
