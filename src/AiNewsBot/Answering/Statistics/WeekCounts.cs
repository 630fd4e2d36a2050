namespace AiNewsBot.Answering.Statistics;

/// <summary>What happened in a server within a week.</summary>
/// <param name="Monday">Its first day.</param>
/// <param name="Edits">Changes of the server's facts.</param>
/// <param name="Posts">News that were posted there.</param>
internal sealed record WeekCounts(DateOnly Monday, long Questions, long Unanswered, long Edits, long Posts);
