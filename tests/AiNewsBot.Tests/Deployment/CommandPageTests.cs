using System.Text.RegularExpressions;
using AiNewsBot.Tests.Curation;

namespace AiNewsBot.Tests.Deployment;

/// <summary>The page of commands names every command with those who may use it.</summary>
public sealed partial class CommandPageTests
{
    private static readonly (string Label, string[] Roles)[] Labels =
    [
        ("everyone", RoleMatrixTests.Everybody),
        ("suggesters (everyone unless set)", RoleMatrixTests.Suggesters),
        ("editors", RoleMatrixTests.Editors),
        ("approvers", RoleMatrixTests.Approvers),
        ("news managers", RoleMatrixTests.Newsmen),
        ("Manage Server", RoleMatrixTests.Managers),
    ];

    private static readonly (HashSet<string> Commands, string Label)[] Rows =
    [
        .. File.ReadLines(Path.Combine(RepositoryRoot.Path, "docs", "commands.md"))
            .Where(line => line.StartsWith("| `/", StringComparison.Ordinal) || line.StartsWith("| *Apps", StringComparison.Ordinal))
            .Select(line => line.Split(" | "))
            .Select(cells => (CommandsIn(cells[0]), cells[^1].TrimEnd(' ', '|'))),
    ];

    [Fact]
    public void Page_names_each_command_once_with_who_may_use_it() =>
        Assert.All(
            RoleMatrixTests.Commands,
            command =>
            {
                var label = Assert.Single(Rows, row => row.Commands.Contains(command.Key)).Label;
                Assert.Equal(command.Value, Assert.Single(Labels, one => one.Label == label).Roles);
            }
        );

    [Fact]
    public void Page_names_no_command_that_is_not_there() =>
        Assert.All(Rows, row => Assert.True(row.Commands.Overlaps(RoleMatrixTests.Commands.Keys), string.Join(", ", row.Commands)));

    // "/fact add", "edit": those that follow are of the same group. What follows a name may be an option of it.
    private static HashSet<string> CommandsIn(string cell)
    {
        var commands = Named().Matches(cell).Select(match => match.Groups["name"].Value).ToHashSet();
        var group = "";
        foreach (var code in Code().Matches(cell).Select(match => match.Groups["code"].Value))
        {
            var words = code.TrimStart('/').Split(' ');
            if (code.StartsWith('/'))
                group = words[0];
            commands.Add(code.StartsWith('/') ? words[0] : $"{group} {words[0]}");
            if (code.StartsWith('/') && words.Length > 1)
                commands.Add($"{words[0]} {words[1]}");
        }

        return commands;
    }

    [GeneratedRegex("`(?<code>[^`]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"\*Apps → (?<name>[^*]+)\*")]
    private static partial Regex Named();
}
