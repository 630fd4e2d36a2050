using System.Reflection;
using System.Text;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Language;

/// <summary>The words of English, kept as they are in their file: they are looked up
/// seldom, and as strings would take four megabytes.</summary>
internal static class CommonEnglishWords
{
    private const int MaxWordLength = 18;

    private static readonly Lazy<ReadOnlyMemory<byte>> Lines = new(Read);

    /// <summary>Whether a word in small letters is an everyday one.</summary>
    public static bool Contains(ReadOnlySpan<char> word) => (Find(word) & WordClasses.Everyday) != 0;

    /// <summary>What a word in small letters can be.</summary>
    public static WordClasses Find(ReadOnlySpan<char> word)
    {
        Span<byte> sought = stackalloc byte[MaxWordLength];
        if (word.Length > sought.Length || !Ascii.IsValid(word))
            return WordClasses.None;
        for (var i = 0; i < word.Length; i++)
            sought[i] = (byte)word[i];
        sought = sought[..word.Length];
        var left = Lines.Value.Span;
        while (!left.IsEmpty)
        {
            // The line that the middle lies in.
            var start = left[..(left.Length / 2)].LastIndexOf((byte)'\n') + 1;
            var length = left[start..].IndexOf((byte)'\n');
            var line = left.Slice(start, length);
            var end = line.IndexOf((byte)' ');
            var order = (end < 0 ? line : line[..end]).SequenceCompareTo(sought);
            if (order == 0)
                return end < 0 ? WordClasses.Word : ClassesOf(line[(end + 1)..]);
            left = order < 0 ? left[(start + length + 1)..] : left[..start];
        }

        return WordClasses.None;
    }

    /// <summary>Whether a word in small letters becomes one of English by a letter that is struck, left out, exchanged or added.</summary>
    public static bool HasNeighbour(ReadOnlySpan<char> word)
    {
        if (word.Length >= MaxWordLength)
            return false;
        Span<char> buffer = stackalloc char[MaxWordLength];
        for (var at = 0; at <= word.Length; at++)
        {
            var right = word[at..];
            word[..at].CopyTo(buffer);
            if (!right.IsEmpty)
            {
                right[1..].CopyTo(buffer[at..]);
                if (Find(buffer[..(word.Length - 1)]) != WordClasses.None)
                    return true;
            }

            for (var letter = 'a'; letter <= 'z'; letter++)
            {
                buffer[at] = letter;
                right.CopyTo(buffer[(at + 1)..]);
                if (Find(buffer[..(word.Length + 1)]) != WordClasses.None)
                    return true;
                if (right.IsEmpty)
                    continue;
                right[1..].CopyTo(buffer[(at + 1)..]);
                if (Find(buffer[..word.Length]) != WordClasses.None)
                    return true;
            }
        }

        return false;
    }

    /// <summary>Whether a word as it is written is the plural of a noun in small letters: generators names nothing.</summary>
    public static bool IsPlural(string raw) =>
        raw is [>= 'a' and <= 'z', .., 's'] && (Find(raw) & Find(raw.AsSpan(0, raw.Length - 1)) & WordClasses.Noun) != 0;

    private static WordClasses ClassesOf(ReadOnlySpan<byte> marks)
    {
        var classes = WordClasses.Word;
        foreach (var mark in marks)
        {
            classes |= mark switch
            {
                (byte)'n' => WordClasses.Noun,
                (byte)'v' => WordClasses.Verb,
                (byte)'a' => WordClasses.Adjective,
                (byte)'r' => WordClasses.Adverb,
                (byte)'t' => WordClasses.Technical,
                _ => WordClasses.Everyday,
            };
        }

        return classes;
    }

    // The first lines, which begin with #, say where the words are from.
    private static ReadOnlyMemory<byte> Read()
    {
        var text = EmbeddedFile.Read(Assembly.GetExecutingAssembly(), "words/en.txt");
        while (text.Span[0] == '#')
            text = text[(text.Span.IndexOf((byte)'\n') + 1)..];
        return text;
    }
}
