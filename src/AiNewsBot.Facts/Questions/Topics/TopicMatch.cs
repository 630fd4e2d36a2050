using AiNewsBot.Facts.Model;

namespace AiNewsBot.Facts.Questions.Topics;

/// <summary>A topic that a question may ask about.</summary>
/// <param name="Topic">Which.</param>
/// <param name="Score">How well it fits, from 0 to about 1.</param>
/// <param name="Likeness">How much of question and nearest way of asking are the same words: 1 all, 0 none.</param>
/// <param name="Words">How many words they share.</param>
/// <param name="IsNamed">Whether it is called by its name.</param>
internal sealed record TopicMatch(SubjectView Topic, double Score, double Likeness, int Words, bool IsNamed)
{
    private const double Found = 0.28;

    /// <summary>With fewer words in common a likeness is chance.</summary>
    public const int MinShared = 3;

    /// <summary>Whether it fits well enough to be what is asked where a matter in general is.</summary>
    public bool IsFound => Score >= Found && Words >= MinShared;

    /// <summary>How many words of the question stand in no topic at all.</summary>
    public int Unseen { get; init; }

    /// <summary>Whether it is about no model or maker in particular.</summary>
    public bool IsGeneral { get; init; }
}
