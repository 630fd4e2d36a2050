using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Learning;

/// <summary>
/// The features of a masked question, hashed into buckets: word 1- to 3-grams, pairs of words with one or two between them, character 3- to
/// 5-grams within words (1- to 3-grams where words are written without spaces), and marks. A feature that occurs twice is there twice.
/// </summary>
internal static class Features
{
    /// <summary>How many buckets there are.</summary>
    public const int Buckets = 1 << 15;

    /// <summary>The most features that are read of a question.</summary>
    public const int Max = 2048;

    private const uint Seed = 2166136261;
    private const uint Prime = 16777619;

    /// <summary>Writes the bucket of each feature, and says how many there are.</summary>
    /// <param name="words">The masked question.</param>
    /// <param name="marks">What else is known of it, such as how many names it has.</param>
    /// <param name="buckets">Has room for <see cref="Max"/>.</param>
    public static int Write(ReadOnlySpan<MaskedWord> words, ReadOnlySpan<string> marks, Span<ushort> buckets)
    {
        var count = 0;
        uint edge = Hash(Seed, "^"),
            before = edge,
            beforeThat = edge,
            third = 0;
        foreach (var mark in marks)
            Add(Hash(Hash(Seed, "#"), mark), buckets, ref count);
        for (var i = 0; i <= words.Length; i++)
        {
            var word = i < words.Length ? Hash(Seed, words[i].Mask) : Hash(Seed, "$");
            if (i < words.Length)
            {
                Add(Join(word, 1), buckets, ref count);
                if (words[i].Letters is { } letters)
                    AddLetters(letters, buckets, ref count);
            }

            Add(Join(Join(word, before), 2), buckets, ref count);
            if (i > 0)
            {
                Add(Join(Join(Join(word, before), beforeThat), 3), buckets, ref count);
                Add(Join(Join(word, beforeThat), 4), buckets, ref count);
            }

            if (i > 1)
                Add(Join(Join(word, third), 5), buckets, ref count);
            (third, beforeThat, before) = (beforeThat, before, word);
        }

        return count;
    }

    private static void AddLetters(string word, Span<ushort> buckets, ref int count)
    {
        var (shortest, longest) = Tokenizer.IsCjk(word[0]) ? (1, 3) : (3, 5);
        for (var start = -1; start < word.Length; start++)
        {
            var hash = Join(Seed, 6);
            for (var length = 1; length <= longest && start + length <= word.Length + 1; length++)
            {
                var at = start + length - 1;
                hash = Join(hash, at < 0 || at == word.Length ? ' ' : word[at]);
                if (length >= shortest)
                    Add(hash, buckets, ref count);
            }
        }
    }

    private static void Add(uint hash, Span<ushort> buckets, ref int count)
    {
        // The high bits of the product are the well-mixed ones.
        if (count < Max)
            buckets[count++] = (ushort)((hash ^ (hash >> 15)) * 2654435761u >> 17);
    }

    private static uint Hash(uint hash, string text)
    {
        foreach (var character in text)
            hash = Join(hash, character);
        return hash;
    }

    private static uint Join(uint hash, uint value) => (hash ^ value ^ (value >> 16)) * Prime + (value << 7);
}
