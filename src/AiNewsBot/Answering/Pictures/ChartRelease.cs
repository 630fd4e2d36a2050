using AiNewsBot.Facts.Model;

namespace AiNewsBot.Answering.Pictures;

/// <summary>A release on a chart.</summary>
/// <param name="Date">When its weights came out; when it was announced where they did not.</param>
internal sealed record ChartRelease(string Name, FactDate Date);
