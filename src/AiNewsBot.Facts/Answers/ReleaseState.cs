using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Verdicts;

namespace AiNewsBot.Facts.Answers;

/// <summary>How open one release of what was asked about is.</summary>
/// <param name="Id">The release.</param>
/// <param name="Verdict">How open.</param>
/// <param name="Licence">The licence of its weights; null where none covers them.</param>
/// <param name="Since">Since when both have been so; null where it is unknown.</param>
public sealed record ReleaseState(string Id, VerdictKind Verdict, Licence? Licence, FactDate? Since);
