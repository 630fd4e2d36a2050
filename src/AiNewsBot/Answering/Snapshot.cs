using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Snapshots;

namespace AiNewsBot.Answering;

/// <summary>The facts as of one moment, ready to be asked.</summary>
/// <param name="Answerer">Answers from them.</param>
/// <param name="Names">Finds them by the beginnings of their names.</param>
/// <param name="Version">The version of the dataset.</param>
/// <param name="BuiltAt">When it was built.</param>
internal sealed record Snapshot(Answerer Answerer, NameAutocomplete Names, int Version, DateTimeOffset BuiltAt)
{
    public FactBase Facts => Answerer.Facts;

    /// <summary>The snapshot of facts.</summary>
    public static Snapshot Create(FactBase facts, int version, DateTimeOffset at) =>
        new(new Answerer(facts), new NameAutocomplete(facts), version, at);

    /// <summary>The same over facts that were made from its own, with the names of what these add.</summary>
    public Snapshot WithFacts(FactBase facts) =>
        this with
        {
            Answerer = Answerer.WithFacts(facts),
            Names = facts.Added.IsEmpty ? Names : Names.With(facts.Added),
        };

    /// <summary>What was asked of it lately.</summary>
    public AnswerCache Cache => field ??= new AnswerCache(Answerer);

    // A copy with other facts has answers of its own.
    private Snapshot(Snapshot other)
    {
        (Answerer, Names, Version, BuiltAt) = other;
    }
}
