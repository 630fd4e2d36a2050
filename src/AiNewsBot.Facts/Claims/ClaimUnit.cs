using AiNewsBot.Facts.Linking;

namespace AiNewsBot.Facts.Claims;

/// <summary>A word of a message, a name as one, or a mark between clauses.</summary>
/// <param name="Mask">The word, or what stands for it: the kind of a name, the form of a number.</param>
/// <param name="Start">Index of its first word; of the word behind it for a mark.</param>
/// <param name="Count">How many words it has; 0 for a mark.</param>
/// <param name="Sentence">Index of its sentence.</param>
/// <param name="Clause">Index of its clause.</param>
internal readonly record struct ClaimUnit(string Mask, int Start, int Count, int Sentence, int Clause)
{
    /// <summary>Index of its name; -1 for other words.</summary>
    public int Name { get; init; } = -1;

    /// <summary>Whether its sentence asks.</summary>
    public bool IsAsked { get; init; }

    /// <summary>Whether it is quoted from another message.</summary>
    public bool IsQuoted { get; init; }

    /// <summary>The hash of its mask.</summary>
    public uint Hash { get; } = FeatureHash.Create(Mask);

    /// <summary>Index of the word behind it.</summary>
    public int End => Start + Count;

    /// <summary>Whether it is a mark between clauses.</summary>
    public bool IsMark => Count == 0;
}
