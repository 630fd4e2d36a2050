using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Verdicts;

namespace AiNewsBot.Answering.Pictures;

/// <summary>An event on a line.</summary>
/// <param name="Date">When.</param>
/// <param name="Headline">Who or what; empty where the sentence says it.</param>
/// <param name="Detail">What happened.</param>
/// <param name="Verdict">How open what came out is; null where nothing did.</param>
internal sealed record LineEvent(FactDate Date, EventMark Mark, string Headline, string Detail, VerdictKind? Verdict = null)
{
    /// <summary>How many events it represents.</summary>
    public int Count { get; init; } = 1;
}
