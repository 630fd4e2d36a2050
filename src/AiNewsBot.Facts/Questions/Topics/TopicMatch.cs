using System.Collections.Immutable;
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

    // Of 209 questions of strangers that ask for a general rule beside a model, about half are told the right one by these, and a tenth a
    // wrong one; of 28 that ask for none a quarter are told one.
    private const double ClearFit = 0.45;
    private const double ClearLead = 0.015;
    private const double FarLead = 0.07;
    private const int MinClear = 2;

    /// <summary>With fewer words in common a likeness is chance.</summary>
    public const int MinShared = 3;

    /// <summary>Whether it fits well enough to be what is asked where a matter in general is.</summary>
    public bool IsFound => Score >= Found && Words >= MinShared;

    /// <summary>Whether it shares so much with one way of asking that it may be what a text asks of which nothing else could be told.
    /// </summary>
    public bool IsShared => Score >= Shared && Words >= MinSharedOfText || Score >= Near && Words > 1;

    /// <summary>How well it fits by several ways of asking and by all words: by it topics on no model in particular are ranked.</summary>
    public double Fit { get; init; }

    /// <summary>How far it fits better than the next such topic.</summary>
    public double Lead { get; init; }

    /// <summary>Whether it fits so well, and others so much less, that it holds for what is asked, though more may be asked.</summary>
    public bool IsClear => Words >= MinClear && (Fit >= ClearFit && Lead >= ClearLead || Lead >= FarLead);

    /// <summary>The topic on no model or maker in particular that the whole text fits best, however it is called.</summary>
    public TopicMatch? General { get; init; }

    /// <summary>The topic on no model in particular that holds for what is asked; null without any.</summary>
    public SubjectView? Rule => General is { IsClear: true } clear ? clear.Topic : null;

    /// <summary>The topics on no model or maker in particular that the whole text fits best, the best first.</summary>
    public ImmutableArray<TopicMatch> Candidates { get; init; } = [];

    /// <summary>The subjects that each sentence is about: one that names a model or maker does not tell what holds for all.</summary>
    public ImmutableArray<ImmutableHashSet<string>> Named { get; init; } = [];

    /// <summary>How many words of the question stand in no topic at all.</summary>
    public int Unseen { get; init; }

    /// <summary>Whether it is about no model or maker in particular.</summary>
    public bool IsGeneral { get; init; }
}
