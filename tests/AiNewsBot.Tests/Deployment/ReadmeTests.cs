using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.DatasetReading;
using AiNewsBot.Facts.Snapshots;

namespace AiNewsBot.Tests.Deployment;

/// <summary>What the README shows is what the bot does.</summary>
public sealed class ReadmeTests
{
    private const string Asked = "Is Grok open source?";
    private static readonly DateOnly Drawn = new(2026, 11, 24);
    private static readonly string Picture = Path.Combine(RepositoryRoot.Path, ".github", "answer.svg");

    [Fact]
    public void Readme_picture_shows_the_current_answer()
    {
        var answer = new Answerer(FactBase.Create(DatasetReader.ReadEmbedded().Subjects)).Ask(Asked, Drawn);
        var picture = AnswerPicture.Draw(answer, Asked);

        // A changed fact changes the picture: DRAW=1 dotnet test draws it again.
        if (Environment.GetEnvironmentVariable("DRAW") == "1")
            File.WriteAllText(Picture, picture);

        Assert.Equal(picture, File.ReadAllText(Picture));
    }

    [Theory]
    [InlineData("dotnet run --project src/AiNewsBot -- ask \"Is Grok open source?\"")]
    [InlineData("dotnet test")]
    public void Readme_contains_both_start_commands(string command) =>
        Assert.Contains(command, File.ReadAllLines(Path.Combine(RepositoryRoot.Path, "README.md")));

    [Fact]
    public void Every_linked_path_of_the_readme_exists()
    {
        var readme = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "README.md"));
        var links = System
            .Text.RegularExpressions.Regex.Matches(readme, @"\]\((?!https?:)(?<path>[^)#]+)")
            .Select(match => match.Groups["path"].Value)
            .ToArray();

        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.True(Path.Exists(Path.Combine(RepositoryRoot.Path, link)), $"{link} is not there"));
    }
}
