namespace AiNewsBot.Facts.Questions.Cues;

/// <summary>A phrase of <see cref="PropositionWords"/> in a text.</summary>
/// <param name="Group">Its group, such as terms or denials.</param>
/// <param name="Value">What it shows in its group; empty where the group says it all.</param>
/// <param name="Start">Index of its first word.</param>
/// <param name="Count">How many words it has.</param>
internal readonly record struct PhraseHit(string Group, string Value, int Start, int Count)
{
    public int End => Start + Count;

    public bool Overlaps(PhraseHit other) => Start < other.End && other.Start < End;
}
