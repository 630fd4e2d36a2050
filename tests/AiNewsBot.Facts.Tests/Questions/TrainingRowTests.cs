using System.Text.Json;

namespace AiNewsBot.Facts.Tests.Questions;

/// <summary>The rows that the classifier is trained on.</summary>
public sealed class TrainingRowTests
{
    [Theory]
    [InlineData("questions/dev.jsonl")]
    [InlineData("questions/real-dev.jsonl")]
    public void No_question_that_is_graded_is_a_row_of_the_training(string file)
    {
        var graded = File.ReadLines(SharedFiles.Need(file))
            .Select(line => Normal(JsonDocument.Parse(line).RootElement.GetProperty("q").GetString()!))
            .ToHashSet();

        var trained = Rows().Where(row => graded.Contains(Normal(row.Text))).Select(row => row.Text);

        Assert.Empty(trained);
    }

    [Fact]
    public void No_row_occurs_twice_with_different_labels()
    {
        var twice = Rows()
            .GroupBy(row => Normal(row.Text))
            .Where(group => group.Key.Length > 0 && group.Select(row => row.Label.Split('/')[0]).Distinct().Skip(1).Any())
            .Select(group => group.First().Text);

        Assert.Empty(twice);
    }

    internal static IEnumerable<(string Label, string Text)> Rows() =>
        Directory
            .EnumerateFiles(Path.Combine(RepositoryRoot.Path, "src", "AiNewsBot.Facts", "Learning", "Rows"), "*.tsv")
            .SelectMany(File.ReadLines)
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line =>
                (line[..line.IndexOf('\t', StringComparison.Ordinal)], line[(line.IndexOf('\t', StringComparison.Ordinal) + 1)..])
            );

    private static string Normal(string text) =>
        string.Join(
            ' ',
            new string([.. text.ToLowerInvariant().Select(character => char.IsLetterOrDigit(character) ? character : ' ')]).Split(
                ' ',
                StringSplitOptions.RemoveEmptyEntries
            )
        );
}
