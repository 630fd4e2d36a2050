using AiNewsBot.Facts.Verdicts;

namespace AiNewsBot.Facts.Answers;

/// <summary>A line of a split, a list or a timeline.</summary>
/// <param name="Label">What it is about: releases, a component, a date.</param>
/// <param name="Value">What is so.</param>
/// <param name="Verdict">How open, where the line says that.</param>
public sealed record AnswerRow(string Label, string Value, VerdictKind? Verdict = null);
