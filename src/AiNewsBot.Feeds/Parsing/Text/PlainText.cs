using System.Globalization;
using System.Text;

namespace AiNewsBot.Feeds.Parsing.Text;

/// <summary>Collects the text of markup: bounded, its blanks collapsed, without characters that are not seen but act on what is.</summary>
internal sealed class PlainText
{
    // Letters carry up to four marks where people write them; towers of them run into the lines above.
    private const int MaxMarks = 4;

    private readonly StringBuilder _text = new();
    private int _breaks;
    private bool _isApart;
    private int _marks;
    private int _limit;

    public bool IsEmpty => _text.Length == 0;

    /// <summary>Collects the same with its structure; null where that is not wanted.</summary>
    public FormattedTextBuilder? Formatted { get; set; }

    public bool IsFull { get; private set; }

    /// <summary>The substitute for an empty text: its first picture.</summary>
    public string? Picture { get; set; }

    /// <summary>Begins a text.</summary>
    /// <param name="limit">In characters; what comes after them is dropped.</param>
    public PlainText Begin(int limit)
    {
        _text.Clear();
        (_limit, _breaks, _isApart, _marks, IsFull, Picture, Formatted) = (limit, 0, false, 0, false, null, null);
        return this;
    }

    public void Add(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty && !IsFull)
        {
            // Most of what comes are words of ASCII.
            var length = text.IndexOfAnyExceptInRange('!', '~') is >= 0 and var other ? other : text.Length;
            if (length > 0)
            {
                AddSeen(text[..length]);
                _marks = 0;
            }
            else
            {
                length = AddOther(text);
            }

            text = text[length..];
        }
    }

    /// <summary>Adds a sign that stands for structure.</summary>
    public void AddSign(char sign)
    {
        Append([sign]);
        _isApart = true;
    }

    /// <summary>Sets what follows apart, as a blank does.</summary>
    public void Separate() => _isApart = true;

    /// <summary>Ends a line; two of them end a paragraph.</summary>
    public void Break(int lines) => _breaks = Math.Max(_breaks, lines);

    /// <summary>The text; null where it is empty.</summary>
    public string? End(bool onOneLine)
    {
        if (IsEmpty)
            return null;
        if (IsFull)
            _text.Append('…');
        return onOneLine ? _text.Replace("\n\n", " ").Replace('\n', ' ').ToString() : _text.ToString();
    }

    // Adds the character in front, where it is one to see; returns how long it was.
    private int AddOther(ReadOnlySpan<char> text)
    {
        var character = Windows1252.Decode(text[0]);
        if (char.IsSurrogate(character))
        {
            // Halves of a pair without the other are no characters.
            var isPair = text.Length > 1 && char.IsSurrogatePair(character, text[1]);
            AddSeen(isPair ? text[..2] : "\uFFFD");
            return isPair ? 2 : 1;
        }

        if (char.IsWhiteSpace(character) || char.IsControl(character))
        {
            _isApart = true;
            Formatted?.AddBlank(character);
        }
        else if (!IsUnseen(character) && !IsMarkTooMany(character))
        {
            AddSeen([character]);
        }

        return 1;
    }

    // A word that has no room any more is not begun in the text with structure.
    private void AddSeen(scoped ReadOnlySpan<char> characters)
    {
        Append(characters);
        if (!IsFull)
            Formatted?.Add(characters);
    }

    private void Append(scoped ReadOnlySpan<char> characters)
    {
        var separator =
            IsEmpty ? ""
            : _breaks > 1 ? "\n\n"
            : _breaks > 0 ? "\n"
            : _isApart ? " "
            : "";
        (_breaks, _isApart) = (0, false);
        var room = _limit - _text.Length - separator.Length;
        IsFull = characters.Length > room;
        if (!IsFull)
            _text.Append(separator).Append(characters);
        else if (room > 0 && char.IsAscii(characters[0]))
            _text.Append(separator).Append(characters[..room]);
    }

    private bool IsMarkTooMany(char character)
    {
        var isMark = CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;
        _marks = isMark ? _marks + 1 : 0;
        return _marks > MaxMarks;
    }

    // Those that turn the direction of what follows can make a text read otherwise than it is; those without width break words apart in a
    // search. The joiners of scripts and emoji stay.
    private static bool IsUnseen(char character) =>
        character
            is '\u00AD'
                or '\u200B'
                or '\u200E'
                or '\u200F'
                or (>= '\u202A' and <= '\u202E')
                or (>= '\u2060' and <= '\u2064')
                or (>= '\u2066' and <= '\u206F')
                or '\uFEFF'
                or (>= '\uFFF0' and <= '\uFFFB')
                or '\uFFFE'
                or '\uFFFF';
}
