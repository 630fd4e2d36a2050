using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.DatasetReading;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Snapshots;

namespace AiNewsBot.Tests;

/// <summary>A few of the releases that come with the bot, so that an expectation holds though the dataset grows.</summary>
internal static class ShippedFacts
{
    public static Answerer WithReleases(params string[] ids)
    {
        var subjects = DatasetReader.ReadEmbedded().Subjects;
        Assert.All(ids, id => Assert.Contains(subjects, subject => subject.Id == id));
        return new Answerer(FactBase.Create(subjects.Where(subject => subject.Kind != SubjectKind.Release || ids.Contains(subject.Id))));
    }
}
