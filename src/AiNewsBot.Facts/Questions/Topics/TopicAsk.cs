using System.Collections.Immutable;

namespace AiNewsBot.Facts.Questions.Topics;

/// <summary>A way in which people ask for a topic.</summary>
/// <param name="Topic">Index of the topic.</param>
/// <param name="Words">Its words, as topics are found by.</param>
/// <param name="Weight">How much they weigh together.</param>
internal sealed record TopicAsk(int Topic, ImmutableArray<string> Words, double Weight);
