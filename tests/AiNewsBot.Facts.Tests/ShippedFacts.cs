using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.DatasetReading;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Snapshots;

namespace AiNewsBot.Testing;

/// <summary>The facts that come with the program, read once in a run of the tests.</summary>
internal static class ShippedFacts
{
    public static Dataset Dataset { get; } = DatasetReader.ReadEmbedded();

    public static FactBase Base { get; } = FactBase.Create(Dataset.Subjects);

    public static Answerer Answerer { get; } = new(Base);

    /// <summary>Of a few of the releases, so that an expectation holds though the dataset grows.</summary>
    public static Answerer WithReleases(params string[] ids)
    {
        Assert.All(ids, id => Assert.Contains(Dataset.Subjects, subject => subject.Id == id));
        return new Answerer(
            FactBase.Create(Dataset.Subjects.Where(subject => subject.Kind != SubjectKind.Release || ids.Contains(subject.Id)))
        );
    }
}
