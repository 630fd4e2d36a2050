namespace AiNewsBot.Answering.Pictures.Drawing;

/// <summary>Where a text may be broken into lines.</summary>
internal static class LineBreaker
{
    /// <summary>Words, each with the space after it. One that is wider than a line is broken behind hyphens and slashes and before
    /// capitals, and anywhere where even that is too wide.</summary>
    /// <param name="fits">Whether a piece fits into a line.</param>
    public static IEnumerable<string> Break(string text, Func<string, bool> fits)
    {
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (fits(word))
            {
                yield return word + " ";
                continue;
            }

            string[] parts = [.. Parts(word).SelectMany(part => Cut(part, fits))];
            for (var i = 0; i < parts.Length; i++)
                yield return i < parts.Length - 1 ? parts[i] : parts[i] + " ";
        }
    }

    /// <summary>The parts of a word between which a line may end.</summary>
    public static IEnumerable<string> Parts(string word)
    {
        var start = 0;
        for (var i = 1; i < word.Length - 1; i++)
        {
            // HunyuanImage is two words.
            var end =
                word[i] is '-' or '/' or '_' ? i + 1
                : char.IsLower(word[i - 1]) && char.IsUpper(word[i]) && i - start > 2 ? i
                : start;
            if (end == start)
                continue;
            yield return word[start..end];
            start = end;
        }

        yield return word[start..];
    }

    private static IEnumerable<string> Cut(string part, Func<string, bool> fits)
    {
        while (!fits(part) && part.Length > 1)
        {
            var length = part.Length - 1;
            while (length > 1 && !fits(part[..length]))
                length--;
            yield return part[..length];
            part = part[length..];
        }

        yield return part;
    }
}
