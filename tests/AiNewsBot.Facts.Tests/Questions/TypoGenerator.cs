namespace AiNewsBot.Facts.Tests.Questions;

/// <summary>Slips of the fingers: a letter left out, doubled, swapped with the next, or hit beside. Digits stay: another digit names
/// another model.</summary>
internal static class TypoGenerator
{
    private static readonly string[] Rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

    /// <summary>Every text that is one slip away.</summary>
    public static IEnumerable<string> Generate(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiLetter(text[i]))
                continue;
            yield return text.Remove(i, 1);
            yield return text.Insert(i, text[i].ToString());
            if (i + 1 < text.Length && char.IsAsciiLetter(text[i + 1]) && text[i] != text[i + 1])
                yield return $"{text[..i]}{text[i + 1]}{text[i]}{text[(i + 2)..]}";
            foreach (var beside in Beside(char.ToLowerInvariant(text[i])))
                yield return $"{text[..i]}{beside}{text[(i + 1)..]}";
        }
    }

    private static IEnumerable<char> Beside(char letter)
    {
        var row = Rows.First(keys => keys.Contains(letter));
        var at = row.IndexOf(letter);
        if (at > 0)
            yield return row[at - 1];
        if (at + 1 < row.Length)
            yield return row[at + 1];
    }
}
