using AiNewsBot.Facts;

namespace AiNewsBot.Pictures;

/// <summary>A release on a chart.</summary>
/// <param name="Date">When it was first made public.</param>
public sealed record ChartRelease(string Name, FactDate Date);
