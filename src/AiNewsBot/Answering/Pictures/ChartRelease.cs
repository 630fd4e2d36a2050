using AiNewsBot.Facts.Model;

namespace AiNewsBot.Answering.Pictures;

/// <summary>A release on a chart.</summary>
/// <param name="Date">When it was first made public.</param>
internal sealed record ChartRelease(string Name, FactDate Date);
