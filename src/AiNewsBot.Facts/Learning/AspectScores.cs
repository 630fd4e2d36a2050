namespace AiNewsBot.Facts.Learning;

/// <summary>How likely each reading of a question is, by the index of its label.</summary>
/// <param name="First">The likelihood that it is what is asked first; all add up to 1.</param>
/// <param name="Asked">The likelihood that it is asked for at all, each for itself.</param>
internal sealed record AspectScores(float[] First, float[] Asked);
