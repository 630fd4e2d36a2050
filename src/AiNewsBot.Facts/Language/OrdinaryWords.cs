using System.Reflection;

namespace AiNewsBot.Facts.Language;

/// <summary>Everyday words of English, kept as one text: they are looked up seldom, and as strings of their own would take a megabyte.</summary>
internal static class OrdinaryWords
{
    private static readonly Lazy<(string Text, int[] Starts)> List = new(Read);

    /// <summary>Whether a word is one.</summary>
    public static bool Contains(ReadOnlySpan<char> word)
    {
        var (text, starts) = List.Value;
        var (low, high) = (0, starts.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var start = starts[middle];
            var end = text.IndexOf('\n', start);
            var order = text.AsSpan(start, end - start).SequenceCompareTo(word);
            if (order == 0)
                return true;
            if (order < 0)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return false;
    }

    private static (string, int[]) Read()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("words/en.txt")!);
        var line = reader.ReadLine();
        while (line is ['#', ..])
            line = reader.ReadLine();
        var text = $"{line}\n{reader.ReadToEnd()}";
        var starts = new List<int> { 0 };
        for (var i = text.IndexOf('\n'); i >= 0 && i + 1 < text.Length; i = text.IndexOf('\n', i + 1))
            starts.Add(i + 1);
        return (text, [.. starts]);
    }
}
