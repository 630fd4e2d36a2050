using AiNewsBot.Facts.Model;

namespace AiNewsBot.Facts.Snapshots;

/// <summary>One thing that happened on a date.</summary>
/// <param name="Date">When.</param>
/// <param name="Kind">What.</param>
/// <param name="Subject">What it happened to: the release, or the subject of the statement.</param>
/// <param name="Statement">The statement that tells it.</param>
/// <param name="Before">The statement that it ended, for a change of licence.</param>
public sealed record TimelineEntry(FactDate Date, TimelineKind Kind, SubjectView Subject, Statement Statement, Statement? Before = null);
