using System.Globalization;
using System.Text;

namespace AiNewsBot.News.Parsing.Text;

/// <summary>Collects the text of markup: bounded, its blanks collapsed, without characters that are not seen but act on what is.</summary>
/// <param name="limit">In characters; what comes after them is dropped.</param>
internal sealed class PlainText(int limit)
{
    // Letters carry up to four marks where people write them; towers of them run into the lines above.
    private const int MostMarks = 4;

    private readonly StringBuilder _text = new();
    private int _breaks;
    private bool _isApart;
    private int _marks;

    public bool IsEmpty => _text.Length == 0;

    public bool IsFull { get; private set; }

    /// <summary>What stands for a text that has none: the first of the pictures in it.</summary>
    public string? Picture { get; set; }

    public void Add(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length && !IsFull; i++)
        {
            var character = Windows1252.Of(text[i]);
            if (char.IsSurrogate(character))
                AddPair(text, ref i);
            else if (char.IsWhiteSpace(character) || char.IsControl(character))
                _isApart = true;
            else if (!IsUnseen(character) && !IsMarkTooMany(character))
                Append(character, '\0');
        }
    }

    /// <summary>Ends a line; two of them end a paragraph.</summary>
    public void Break(int lines = 1) => _breaks = Math.Max(_breaks, lines);

    /// <summary>The text; null where there is none.</summary>
    public string? End(bool onOneLine)
    {
        if (IsEmpty)
            return null;
        if (IsFull)
            _text.Append('…');
        return onOneLine ? _text.Replace("\n\n", " ").Replace('\n', ' ').ToString() : _text.ToString();
    }

    // Halves of a pair that stand alone are no characters.
    private void AddPair(ReadOnlySpan<char> text, ref int i)
    {
        if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            Append(text[i], text[++i]);
        else
            Append('\uFFFD', '\0');
    }

    private void Append(char character, char second)
    {
        var separator = IsEmpty ? "" : _breaks > 1 ? "\n\n" : _breaks > 0 ? "\n" : _isApart ? " " : "";
        (_breaks, _isApart) = (0, false);
        if (_text.Length + separator.Length + 2 > limit)
        {
            IsFull = true;
            return;
        }

        _text.Append(separator).Append(character);
        if (second != '\0')
            _text.Append(second);
    }

    private bool IsMarkTooMany(char character)
    {
        var isMark = CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;
        _marks = isMark ? _marks + 1 : 0;
        return _marks > MostMarks;
    }

    // Those that turn the direction of what follows can make a text read otherwise than it is; those without width break words apart in a
    // search. The joiners of scripts and emoji stay.
    private static bool IsUnseen(char character) => character is '\u00AD' or '\u200B' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E')
        or (>= '\u2060' and <= '\u2064') or (>= '\u2066' and <= '\u206F') or '\uFEFF' or (>= '\uFFF0' and <= '\uFFFB') or '\uFFFE' or '\uFFFF';
}
