using System.Collections.Immutable;
using System.Text.Json;
using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Claims;
using AiNewsBot.Facts.DatasetReading;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Facts.Tests.Harness;
using FsCheck.Xunit;

namespace AiNewsBot.Facts.Tests.Claims;

/// <summary>What the classifier of claims adds to the rules of clauses.</summary>
public sealed class LearnedClaimTests
{
    private static readonly Answerer Answerer = new(FactBase.Create(DatasetReader.ReadEmbedded().Subjects));

    [Property(MaxTest = 500)]
    public void Any_message_is_checked_without_throwing(string? text) =>
        Assert.True(Answerer.CheckClaims(text ?? "", FactBuilder.Today).Length <= 40);

    [Property(MaxTest = 500)]
    public void Any_mixture_of_rows_is_checked_without_throwing(ushort first, ushort second, byte cut)
    {
        var (one, other) = (Rows[first % Rows.Length], Rows[second % Rows.Length]);

        var claims = Answerer.CheckClaims(one[..(cut % (one.Length + 1))] + other[(cut % (other.Length + 1))..], FactBuilder.Today);

        Assert.All(claims, claim => Assert.NotEmpty(claim.Said));
    }

    [Fact]
    public void A_model_is_the_same_after_it_was_written_and_read()
    {
        var model = new LinearModel(["no", "yes"], 0.5f, [1, 77, 4_000_000_000], [1, -2, 3, -4, 5, -6]);

        ReadOnlySpan<byte> file = model.Write();
        var read = LinearModel.Read(ref file);
        var (before, after) = (new float[2], new float[2]);
        model.ScoreOne([77, 4_000_000_000, 5], before);
        read.ScoreOne([77, 4_000_000_000, 5], after);

        Assert.True(file.IsEmpty);
        Assert.Equal(model.Labels, read.Labels);
        Assert.Equal(before, after);
        Assert.True(after[0] > after[1]);
    }

    [Fact]
    public void No_message_that_is_tested_is_a_row_of_the_training()
    {
        var tested = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Claims", "messages.txt")).Select(line => line.Split(" => ")[0]);

        Assert.Empty(tested.Intersect(Rows));
    }

    [Theory]
    [InlineData("questions/dev.jsonl")]
    [InlineData("questions/real-dev.jsonl")]
    public void No_message_that_is_graded_is_a_row_of_the_training(string file)
    {
        var graded = File.ReadLines(SharedFiles.Need(file))
            .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("q").GetString()!);

        Assert.Empty(graded.Intersect(Rows));
    }

    private static ImmutableArray<string> Rows { get; } =
    [
        .. Directory
            .EnumerateFiles(Path.Combine(RepositoryRoot.Path, "src", "AiNewsBot.Facts", "Claims", "Rows"), "*.tsv")
            .SelectMany(File.ReadLines)
            .Where(line => line.Length > 0 && !line.StartsWith("# ", StringComparison.Ordinal))
            .Select(line => line.Split('\t')[0]),
    ];
}
