using AiNewsBot.Facts.Snapshots;

namespace AiNewsBot.Facts.Tests.Questions;

/// <summary>What is learned of names ships as files of weights; where WRITE_LEARNED names
/// the folder of AiNewsBot.Facts, they are written there.</summary>
public sealed class NameTrainingTests
{
    private static readonly FactBase Facts = ShippedFacts.Base;

    [Fact]
    public void The_weights_that_tell_names_are_those_that_the_rows_give() =>
        Check("Linking/names.bin", "learned/names.bin", new NameTraining(Facts).Train());

    [Fact]
    public void The_weights_that_tell_roles_are_those_that_the_rows_give() =>
        Check(
            "Questions/roles.bin",
            "learned/roles.bin",
            new RoleTraining(Facts).Train(NameTraining.RowsOf("roles.txt"), AskedQuestion.ReadAll(), TrainingRowTests.Rows())
        );

    [Fact]
    public void The_weights_that_tell_names_in_stories_are_those_that_the_rows_give() =>
        Check("Questions/stories.bin", "learned/stories.bin", new StoryTraining(Facts).Train(NameTraining.RowsOf("stories.txt")));

    private static void Check(string file, string resource, byte[] trained)
    {
        if (Environment.GetEnvironmentVariable("WRITE_LEARNED") is { Length: > 0 } folder)
            File.WriteAllBytes(Path.Combine(folder, file), trained);
        using var stream = typeof(FactBase).Assembly.GetManifestResourceStream(resource)!;
        var shipped = new byte[stream.Length];
        stream.ReadExactly(shipped);

        var others = shipped.Zip(trained).Count(pair => pair.First != pair.Second);

        Assert.True(
            shipped.Length == trained.Length && others == 0,
            $"{others} weights of {file} are others: the rows or the facts have changed, so train again with "
                + $"WRITE_LEARNED=src/AiNewsBot.Facts"
        );
    }
}
