using System.Collections.Immutable;
using AiNewsBot.Facts.Verdicts;

namespace AiNewsBot.Pictures;

/// <summary>The releases that are open in one way.</summary>
/// <param name="Releases">The oldest first.</param>
public sealed record ChartLane(VerdictKind Verdict, ImmutableArray<ChartRelease> Releases);
