namespace AiNewsBot.Facts.Questions;

/// <summary>A topic that a question may ask about.</summary>
/// <param name="Topic">Which.</param>
/// <param name="Score">How much of question and ask are the same words: 1 all, 0 none.</param>
/// <param name="Words">How many words they share.</param>
internal sealed record TopicMatch(SubjectView Topic, double Score, int Words);
