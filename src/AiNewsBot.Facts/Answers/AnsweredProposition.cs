namespace AiNewsBot.Facts.Answers;

/// <summary>What a question puts forward, and whether it holds.</summary>
/// <param name="Text">What is put forward, as a sentence.</param>
/// <param name="Holds">Whether it is so; null where the facts do not say, or where it is so in part.</param>
public sealed record AnsweredProposition(string Text, bool? Holds);
