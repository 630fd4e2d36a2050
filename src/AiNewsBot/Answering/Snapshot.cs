using AiNewsBot.Facts;
using AiNewsBot.Facts.Answers;

namespace AiNewsBot.Answering;

/// <summary>The facts as of one moment, ready to be asked.</summary>
/// <param name="Answerer">Answers from them.</param>
/// <param name="Names">Finds them by the beginnings of their names.</param>
/// <param name="Version">The version of the dataset.</param>
/// <param name="BuiltAt">When it was built.</param>
public sealed record Snapshot(Answerer Answerer, NameCompletion Names, int Version, DateTimeOffset BuiltAt)
{
    public FactBase Facts => Answerer.Facts;

    /// <summary>The snapshot of facts.</summary>
    public static Snapshot Of(FactBase facts, int version, DateTimeOffset at) => new(new Answerer(facts), new NameCompletion(facts), version, at);

    /// <summary>What was asked of it lately.</summary>
    public AnswerCache Asked => field ??= new AnswerCache(Answerer);

    // A copy with other facts has answers of its own.
    private Snapshot(Snapshot other)
    {
        (Answerer, Names, Version, BuiltAt) = other;
    }
}
