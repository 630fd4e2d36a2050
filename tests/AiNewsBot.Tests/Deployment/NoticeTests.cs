using System.Text.Json;

namespace AiNewsBot.Tests.Deployment;

/// <summary>What the program contains of others is named with its licence, and where its facts come from too.</summary>
public sealed class NoticeTests
{
    private static readonly string Notices = Read("THIRD-PARTY-NOTICES");

    [Fact]
    public void Every_package_of_the_program_is_named_with_its_licence_and_its_text()
    {
        var packages = Directory
            .EnumerateFiles(Path.Combine(RepositoryRoot.Path, "src"), "packages.native.lock.json", SearchOption.AllDirectories)
            .SelectMany(PackagesOf)
            .ToHashSet();
        var named = Notices
            .Split("\n===")[0]
            .Split('\n')
            .Where(line => line.StartsWith("- ", StringComparison.Ordinal))
            .Select(line => line[2..])
            .ToArray();

        Assert.Equal(packages.Order(StringComparer.OrdinalIgnoreCase), named.Select(line => line.Split(" (")[0]));
        Assert.All(
            named.Select(line => line.Split(" (")[1].TrimEnd(')').Split(" OR ")[^1]).Distinct(),
            licence => Assert.Matches($@"={{80}}\n([^\n]*\()?{licence}\)?\n={{80}}\n", Notices)
        );
    }

    [Theory]
    [InlineData("Epoch AI")]
    [InlineData("European Open Source AI Index")]
    [InlineData("Model Openness Tool")]
    [InlineData("models.dev")]
    [InlineData("Ecosystem Graphs")]
    [InlineData("Foundation Model Transparency Index")]
    [InlineData("Open LLMs")]
    [InlineData("SPDX licence list")]
    public void Every_index_has_a_licence_or_is_said_to_state_none(string index)
    {
        var entry = Read("LICENSE-DATA").Split("\n- ").Single(part => part.StartsWith(index, StringComparison.Ordinal));

        Assert.Matches(@"\((CC BY 4\.0|MIT|Apache-2\.0)\)|states? no licence", entry.Split("\n\n")[0]);
    }

    private static IEnumerable<string> PackagesOf(string path)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(path));
        return
        [
            .. json
                .RootElement.GetProperty("dependencies")
                .EnumerateObject()
                .SelectMany(framework => framework.Value.EnumerateObject())
                .Where(package => package.Value.GetProperty("type").GetString() != "Project")
                .Select(package => package.Name),
        ];
    }

    private static string Read(string file) => File.ReadAllText(Path.Combine(RepositoryRoot.Path, file));
}
