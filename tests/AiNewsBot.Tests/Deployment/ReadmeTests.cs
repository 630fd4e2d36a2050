using System.Text.RegularExpressions;

namespace AiNewsBot.Tests.Deployment;

/// <summary>What the README shows is what the bot does.</summary>
public sealed partial class ReadmeTests
{
    [Theory]
    [InlineData("dotnet run --project src/AiNewsBot -- ask \"Is Grok open source?\"")]
    [InlineData("dotnet test --configuration Release")]
    public void Readme_contains_both_start_commands(string command) =>
        Assert.Contains(command, File.ReadAllLines(Path.Combine(RepositoryRoot.Path, "README.md")));

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_linked_path_of_a_page_exists(string page)
    {
        var text = File.ReadAllText(Path.Combine(RepositoryRoot.Path, page));
        var folder = Path.GetDirectoryName(Path.Combine(RepositoryRoot.Path, page))!;

        Assert.All(
            Link().Matches(text).Select(match => match.Groups["path"].Value),
            link => Assert.True(Path.Exists(Path.Combine(folder, link)), $"{link} is not there")
        );
    }

    public static TheoryData<string> Pages() =>
        [
            "README.md",
            "CONTRIBUTING.md",
            .. Directory.GetFiles(Path.Combine(RepositoryRoot.Path, "docs"), "*.md").Select(page => $"docs/{Path.GetFileName(page)}"),
        ];

    [GeneratedRegex(@"\]\((?!https?:|#)(?<path>[^)#]+)")]
    private static partial Regex Link();
}
