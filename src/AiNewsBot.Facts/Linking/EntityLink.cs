using System.Collections.Immutable;
using AiNewsBot.Facts.Model;

namespace AiNewsBot.Facts.Linking;

/// <summary>Where a text names a subject.</summary>
/// <param name="Candidates">Whom it may mean: one, or several when it cannot be told.</param>
/// <param name="Start">Index of its first word.</param>
/// <param name="Count">How many words it has.</param>
/// <param name="Typed">As it was written.</param>
/// <param name="IsTypo">Whether it was written otherwise than the name.</param>
/// <param name="Version">An unknown version after the name; null without one.</param>
public sealed record EntityLink(ImmutableArray<SubjectView> Candidates, int Start, int Count, string Typed, bool IsTypo, string? Version)
{
    /// <summary>The one that it means.</summary>
    public SubjectView Subject => Candidates[0];

    /// <summary>Whether it could mean several.</summary>
    public bool IsAmbiguous => Candidates.Length > 1;

    /// <summary>Index of the word behind it.</summary>
    public int End => Start + Count;
}
