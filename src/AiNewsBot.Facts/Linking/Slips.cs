namespace AiNewsBot.Facts.Linking;

/// <summary>Which differences between what was written and a name are slips of the finger, and which make another name.</summary>
internal static class Slips
{
    private const int ShortName = 6;
    private const int ShortSuffix = 2;

    private static readonly string[] Keyboard = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

    /// <summary>Whether a text may be a name with slips in it: a short name begins
    /// and is struck alike, and "3d" is no slip of "3".</summary>
    public static bool IsLikely(ReadOnlySpan<char> written, ReadOnlySpan<char> name) =>
        HasSameSuffixes(written, name) && !HasOtherEnd(written, name) && (name.Length >= ShortName || IsLikelyOfShort(written, name));

    // Starcodex ends otherwise than StarCoder, and no finger slips from r to x.
    private static bool HasOtherEnd(ReadOnlySpan<char> written, ReadOnlySpan<char> name) =>
        written.Length == name.Length
        && written.Length > 1
        && written[..^1].SequenceEqual(name[..^1])
        && written[^1] != name[^1]
        && !AreBeside(written[^1], name[^1]);

    private static bool IsLikelyOfShort(ReadOnlySpan<char> written, ReadOnlySpan<char> name)
    {
        if (written[0] != name[0] && !(written.Length > 1 && written[0] == name[1] && written[1] == name[0]))
            return false;
        if (written.Length != name.Length)
            return true;
        for (var i = 0; i < name.Length; i++)
        {
            if (written[i] != name[i])
                return i + 1 < name.Length && written[i + 1] == name[i] || AreBeside(written[i], name[i]);
        }

        return true;
    }

    private static bool AreBeside(char one, char other)
    {
        foreach (var row in Keyboard)
        {
            if (
                row.IndexOf(one, StringComparison.Ordinal) is var at and >= 0
                && row.IndexOf(other, StringComparison.Ordinal) is var beside and >= 0
            )
                return Math.Abs(at - beside) == 1;
        }

        return false;
    }

    // One or two letters behind a number are part of the version or size that it is.
    private static bool HasSameSuffixes(ReadOnlySpan<char> written, ReadOnlySpan<char> name)
    {
        while (true)
        {
            var one = NextSuffix(ref written);
            var other = NextSuffix(ref name);
            if ((one.Length <= ShortSuffix || other.Length <= ShortSuffix) && !one.SequenceEqual(other))
                return false;
            if (written.IsEmpty && name.IsEmpty)
                return true;
        }
    }

    // The letters between the next number and the one after it.
    private static ReadOnlySpan<char> NextSuffix(ref ReadOnlySpan<char> text)
    {
        var start = text.IndexOfAnyInRange('0', '9');
        if (start < 0)
        {
            text = [];
            return [];
        }

        while (start < text.Length && (char.IsAsciiDigit(text[start]) || text[start] == '.'))
            start++;
        var rest = text[start..];
        var length = rest.IndexOfAnyInRange('0', '9');
        text = length < 0 ? [] : rest[length..];
        return length < 0 ? rest : rest[..length];
    }
}
