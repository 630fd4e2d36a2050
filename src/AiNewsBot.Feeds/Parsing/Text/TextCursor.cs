namespace AiNewsBot.Feeds.Parsing.Text;

/// <summary>A place in a text that moves forward.</summary>
/// <remarks>
/// A search that finds nothing is remembered. Without that a text full of openings that nothing closes would be read to its end once for
/// each, and a megabyte of them would take hours.
/// </remarks>
internal sealed class TextCursor(string text)
{
    private Dictionary<string, int>? _missing;

    public string Text => text;

    public int At { get; set; }

    public bool IsAtEnd => At >= text.Length;

    /// <summary>The character here, or '\\0' at the end.</summary>
    public char Current => At < text.Length ? text[At] : '\0';

    /// <summary>How many characters were looked at, again and again where that happened: the measure of the work done.</summary>
    public long Examined { get; private set; }

    public char Peek(int distance) => At + distance < text.Length ? text[At + distance] : '\0';

    public bool Looks(string at, StringComparison comparison = StringComparison.Ordinal)
    {
        Examined += at.Length;
        return text.AsSpan(At).StartsWith(at, comparison);
    }

    /// <summary>The next position of it from here on; -1 where there is no further one.</summary>
    public int Find(string what, StringComparison comparison = StringComparison.Ordinal)
    {
        if (IsAtEnd || _missing is not null && _missing.TryGetValue(what, out var from) && At >= from)
            return -1;
        var index = text.IndexOf(what, At, comparison);
        Examined += (index < 0 ? text.Length : index) - At;
        if (index < 0)
            (_missing ??= [])[what] = At;
        return index;
    }

    /// <summary>Moves to the next one, or to the end.</summary>
    public void SkipTo(string what, StringComparison comparison = StringComparison.Ordinal)
    {
        var index = Find(what, comparison);
        At = index < 0 ? text.Length : index;
    }

    /// <summary>Moves past the next one, or to the end.</summary>
    public void SkipPast(string what)
    {
        var index = Find(what);
        At = index < 0 ? text.Length : index + what.Length;
    }

    public void SkipBlanks()
    {
        while (char.IsWhiteSpace(Current))
            Step();
    }

    /// <summary>Moves over one character.</summary>
    public void Step()
    {
        At++;
        Examined++;
    }

    /// <summary>Takes all up to the first of the characters, or to the end.</summary>
    public ReadOnlySpan<char> TakeUntil(ReadOnlySpan<char> ends)
    {
        var length = text.AsSpan(At).IndexOfAny(ends);
        var taken = length < 0 ? text.AsSpan(At) : text.AsSpan(At, length);
        Examined += taken.Length;
        At += taken.Length;
        return taken;
    }
}
