using System.Text.RegularExpressions;

namespace AiNewsBot.Tests.Architecture;

/// <summary>The page on the architecture tells what is in each room, project by project, in the order of
/// <see cref="LayerTests.Order"/>.</summary>
public sealed partial class ArchitecturePageTests
{
    [Fact]
    public void Each_namespace_is_told_once_below_its_project_in_the_order_of_the_layers()
    {
        var rooms = Rooms();

        Assert.Equal(LayerTests.Order.Order(StringComparer.Ordinal), rooms.Select(room => room.Name).Order(StringComparer.Ordinal));
        Assert.All(
            rooms.GroupBy(room => room.Project),
            project =>
                Assert.Equal(LayerTests.Order.Where(name => project.Any(room => room.Name == name)), project.Select(room => room.Name))
        );
    }

    private static (string Project, string Name)[] Rooms()
    {
        var page = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "ARCHITECTURE.md"));
        return
        [
            .. from block in Block().Matches(page)
            let project = block.Groups[1].Value
            from room in Room().Matches(block.Groups[2].Value)
            let name = room.Groups[1].Value
            select (project, name == project ? name : $"{project}.{name}"),
        ];
    }

    [GeneratedRegex(@"^### `(AiNewsBot[\w.]*)`\n```\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    // A name, and what is in it.
    [GeneratedRegex(@"^([A-Z][\w.]*) +\S", RegexOptions.Multiline)]
    private static partial Regex Room();
}
