using System.Collections.Immutable;
using AiNewsBot.Facts.Verdicts;

namespace AiNewsBot.Answering.Pictures;

/// <summary>The releases that are open in one way.</summary>
/// <param name="Releases">The oldest first.</param>
internal sealed record ChartLane(VerdictKind Verdict, ImmutableArray<ChartRelease> Releases);
