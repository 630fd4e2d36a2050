using System.Reflection;

namespace AiNewsBot.Facts.Language;

/// <summary>Everyday words of English, kept as they are in their file: they are looked up seldom, and as strings would take two megabytes.</summary>
internal static class OrdinaryWords
{
    private static readonly Lazy<(byte[] Text, int[] Starts)> List = new(Read);

    /// <summary>Whether a word in small letters is one.</summary>
    public static bool Contains(ReadOnlySpan<char> word)
    {
        Span<byte> sought = stackalloc byte[16];
        if (word.Length >= sought.Length || !System.Text.Ascii.IsValid(word))
            return false;
        for (var i = 0; i < word.Length; i++)
            sought[i] = (byte)word[i];
        sought = sought[..word.Length];
        var (text, starts) = List.Value;
        var (low, high) = (0, starts.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var rest = text.AsSpan(starts[middle]);
            var order = rest[..rest.IndexOf((byte)'\n')].SequenceCompareTo(sought);
            if (order == 0)
                return true;
            if (order < 0)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return false;
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
