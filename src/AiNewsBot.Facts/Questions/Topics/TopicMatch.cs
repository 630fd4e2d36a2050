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
    private const double Shared = 0.18;
    private const double Near = 0.6;
    private const int MinSharedOfText = 4;

    /// <summary>With fewer words in common a likeness is chance.</summary>
    public const int MinShared = 3;

    /// <summary>Whether it fits well enough to be what is asked where a matter in general is.</summary>
    public bool IsFound => Score >= Found && Words >= MinShared;

    /// <summary>Whether it shares so much with one way of asking that it holds for what is asked, though other things may be asked as
    /// well. A long text shares a small part of its words with what is asked in it.</summary>
    public bool IsShared => Score >= Shared && Words >= MinSharedOfText || Score >= Near && Words > 1;

    /// <summary>The topic that the whole text fits best, where a sentence of it fits one better.</summary>
    public TopicMatch? OfText { get; init; }

    /// <summary>How many words of the question stand in no topic at all.</summary>
    public int Unseen { get; init; }

    /// <summary>Whether it is about no model or maker in particular.</summary>
    public bool IsGeneral { get; init; }
}
