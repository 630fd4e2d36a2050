namespace AiNewsBot.Facts.Tests.DatasetReading;

/// <summary>The files of the dataset, which people read and change by hand.</summary>
public sealed class DatasetFileTests
{
    private const int MaxLines = 400;

    [Fact]
    public void No_file_is_longer_than_a_reader_can_take_in() =>
        Assert.Equal(
            [],
            Directory
                .EnumerateFiles(
                    Path.Combine(RepositoryRoot.Path, "src", "AiNewsBot.Facts", "Dataset"),
                    "*.yaml",
                    SearchOption.AllDirectories
                )
                .Where(path => File.ReadLines(path).Count() > MaxLines)
                .Select(Path.GetFileName)
        );
}
