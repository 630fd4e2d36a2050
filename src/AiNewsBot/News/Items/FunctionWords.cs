using System.Collections.Frozen;

namespace AiNewsBot.News.Items;

/// <summary>Tells languages of one script apart by the words that their sentences are built with, and by letters that few languages
/// write.</summary>
internal static class FunctionWords
{
    private const int MinWords = 2;
    private const int MaxWordLength = 12;

    // Related languages share many of them: a text that is not clearly in one is in no known language.
    private const double MinLead = 1.4;

    private static readonly string[][] Rows = Read();
    private static readonly FrozenDictionary<string, string[]> Words = LanguagesBy(row => row[1].Split(' '));
    private static readonly FrozenDictionary<char, string[]> Letters = LanguagesBy(row => row[2]);

    /// <summary>The language that a text is clearly written in; null where no language is clear.</summary>
    public static string? Find(ReadOnlySpan<char> text)
    {
        var scores = new Dictionary<string, (double Score, int Words)>();
        for (var start = 0; start < text.Length; start++)
        {
            var end = start;
            while (end < text.Length && char.IsLetter(text[end]))
                end++;
            if (end > start)
                AddWord(text[start..end], scores);
            start = end;
        }

        var ranked = scores.OrderByDescending(pair => pair.Value.Score).Take(2).ToArray();
        return
            ranked is [{ Value.Words: >= MinWords } best, ..] && (ranked.Length == 1 || best.Value.Score >= MinLead * ranked[1].Value.Score)
            ? best.Key
            : null;
    }

    private static void AddWord(ReadOnlySpan<char> word, Dictionary<string, (double Score, int Words)> scores)
    {
        if (word.Length <= MaxWordLength)
        {
            Span<char> lower = stackalloc char[MaxWordLength];
            lower = lower[..word.ToLowerInvariant(lower)];
            if (Words.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(lower, out var languages))
                Add(languages, scores);
        }

        // Of several such letters, the one that tells most.
        string[]? writers = null;
        foreach (var letter in word)
        {
            if (letter > 'z' && Letters.TryGetValue(char.ToLowerInvariant(letter), out var found) && !(writers?.Length <= found.Length))
                writers = found;
        }

        if (writers is not null)
            Add(writers, scores);
    }

    // What many languages have says little of each.
    private static void Add(string[] languages, Dictionary<string, (double Score, int Words)> scores)
    {
        foreach (var language in languages)
        {
            var (score, words) = scores.GetValueOrDefault(language);
            scores[language] = (score + 1.0 / languages.Length, words + 1);
        }
    }

    private static FrozenDictionary<T, string[]> LanguagesBy<T>(Func<string[], IEnumerable<T>> signsOf)
        where T : notnull =>
        Rows.SelectMany(row => signsOf(row).Distinct().Select(sign => (Sign: sign, Language: row[0])))
            .GroupBy(pair => pair.Sign, pair => pair.Language)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray());

    private static string[][] Read()
    {
        using var reader = new StreamReader(
            typeof(FunctionWords).Assembly.GetManifestResourceStream(typeof(FunctionWords), "function-words.tsv")!
        );
        return
        [
            .. reader
                .ReadToEnd()
                .ReplaceLineEndings("\n")
                .Split('\n')
                .Where(line => line.Length > 0 && line[0] != '#')
                .Select(line => line.Split('\t')),
        ];
    }
}
