using System.Collections.Immutable;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Verdicts;

namespace AiNewsBot.Facts.Answers;

/// <summary>A line of a split, a list or a timeline.</summary>
/// <param name="Label">What it is about: releases, a component, a date.</param>
/// <param name="Value">What is so.</param>
/// <param name="Verdict">How open, where the line says that.</param>
public sealed record AnswerRow(string Label, string Value, VerdictKind? Verdict = null)
{
    /// <summary>Whether moderators of the server state it.</summary>
    public bool IsLocal { get; init; }

    /// <summary>Whether commercial use is allowed, where the line says that.</summary>
    public CommercialUse? Commercial { get; init; }

    /// <summary>Whether a component can be had, where the line says that.</summary>
    public Availability? Availability { get; init; }

    /// <summary>The subject and the aspect that it tells of, where it answers a part of a question; null for other lines.</summary>
    internal (SubjectView Subject, Aspect Aspect)? Matter { get; init; }

    /// <summary>Whether it says whether something that was put forward is so.</summary>
    internal bool IsClaim { get; init; }

    /// <summary>Whether several have what the line is about, one beside the other; the value says the same in words.</summary>
    public ImmutableArray<(string Name, Availability Availability)> Cells { get; init; } = [];
}
