using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Reading;

namespace AiNewsBot.Facts.Tests.Questions;

public sealed class NameTrainingTests
{
    [Fact]
    public void The_weights_that_ship_are_those_that_the_rows_give()
    {
        var trained = new NameTraining(FactBase.Of(DatasetReader.ReadEmbedded().Subjects)).Train();
        if (Environment.GetEnvironmentVariable("WRITE_NAMES") is { Length: > 0 } path)
            File.WriteAllBytes(path, trained);

        Assert.Equal(NameFeatures.Size, trained.Length);
    }
}
