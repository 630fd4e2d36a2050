using AiNewsBot.Facts.Model;

namespace AiNewsBot.Facts.Questions.Topics;

/// <summary>Something that people put forward, and whether it is so by a sentence of a topic.</summary>
/// <param name="Text">As one might say it.</param>
/// <param name="Holds">Whether it is so.</param>
internal sealed record TopicPremise(string Text, bool Holds)
{
    /// <summary>Those that a sentence decides.</summary>
    public static IEnumerable<TopicPremise> In(Statement says) =>
        Lines(says, Qualifiers.Affirms, true).Concat(Lines(says, Qualifiers.Denies, false));

    private static IEnumerable<TopicPremise> Lines(Statement says, string key, bool holds) =>
        says.Qualifier(key)?.Split('\n').Select(text => new TopicPremise(text, holds)) ?? [];
}
