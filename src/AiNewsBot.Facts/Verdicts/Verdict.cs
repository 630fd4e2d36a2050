using System.Collections.Immutable;
using AiNewsBot.Facts.Model;

namespace AiNewsBot.Facts.Verdicts;

/// <summary>A verdict, and what it follows from.</summary>
/// <param name="Kind">How open.</param>
/// <param name="Weights">Whether the weights could be had.</param>
/// <param name="Licence">The licence of the weights; null without weights, or when it cannot be resolved.</param>
/// <param name="Definitions">The result under each definition; empty for closed and unknown.</param>
/// <param name="Because">The statements from which it follows.</param>
public sealed record Verdict(
    VerdictKind Kind,
    Availability Weights,
    Licence? Licence,
    ImmutableArray<DefinitionResult> Definitions,
    ImmutableArray<Statement> Because
);
