using System.Collections.Immutable;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Verdicts;

namespace AiNewsBot.Facts.Answers;

/// <summary>What the facts say of one release to something that is claimed of it.</summary>
/// <param name="Judgement">Whether that is so, before it is turned round by a denial.</param>
/// <param name="Text">What is so, as a part of a sentence.</param>
/// <param name="Facts">The statements from which that follows.</param>
internal sealed record ClaimFinding(ClaimJudgement Judgement, string Text, ImmutableArray<Statement> Facts)
{
    /// <summary>How open it is, where the claim is on that.</summary>
    public VerdictKind? Verdict { get; init; }

    /// <summary>Whether what is claimed is so of another part than the one of which it was claimed.</summary>
    public bool IsOfOtherPart { get; init; }
}
