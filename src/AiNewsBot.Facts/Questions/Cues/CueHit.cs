using AiNewsBot.Facts.Language;

namespace AiNewsBot.Facts.Questions.Cues;

/// <summary>A cue in a question.</summary>
/// <param name="Cue">Which.</param>
/// <param name="Start">Index of its first word.</param>
/// <param name="Count">How many words it has.</param>
internal readonly record struct CueHit(Cue Cue, int Start, int Count)
{
    public int End => Start + Count;
}
