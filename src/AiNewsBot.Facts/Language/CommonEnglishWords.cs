using System.Reflection;
using System.Text;

namespace AiNewsBot.Facts.Language;

/// <summary>The words of English, kept as they are in their file: they are looked up
/// seldom, and as strings would take four megabytes.</summary>
internal static class CommonEnglishWords
{
    private const int MaxWordLength = 18;

    private static readonly Lazy<(byte[] Text, int[] Starts)> List = new(Read);

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
        var (text, starts) = List.Value;
        var (low, high) = (0, starts.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var line = text.AsSpan(starts[middle]);
            line = line[..line.IndexOf((byte)'\n')];
            var end = line.IndexOf((byte)' ');
            var order = (end < 0 ? line : line[..end]).SequenceCompareTo(sought);
            if (order == 0)
                return end < 0 ? WordClasses.Word : ClassesOf(line[(end + 1)..]);
            if (order < 0)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return WordClasses.None;
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

    // The lines that begin with # say where the words are from.
    private static (byte[], int[]) Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("words/en.txt")!;
        var text = new byte[stream.Length];
        stream.ReadExactly(text);
        var starts = new List<int>();
        for (var start = 0; start < text.Length; start += text.AsSpan(start).IndexOf((byte)'\n') + 1)
        {
            if (text[start] != '#')
                starts.Add(start);
        }

        return (text, [.. starts]);
    }
}
