namespace AiNewsBot.Tests.Deployment;

/// <summary>Rules of a linter for Dockerfiles, which cannot be installed everywhere that this is tested. The commands of RUN are checked by
/// shellcheck, in the gate.</summary>
public sealed class DockerfileTests
{
    private static readonly (string Instruction, string Text)[] Instructions =
    [
        .. File.ReadAllText(Path.Combine(RepositoryRoot.Path, "deploy", "Dockerfile"))
            .Split('\n')
            .Where(line => !line.StartsWith('#'))
            .Aggregate("", (text, line) => text + (line.EndsWith('\\') ? line[..^1] : line + "\n"))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' ', 2))
            .Select(parts => (parts[0], parts[1])),
    ];

    [Fact]
    public void Base_images_have_a_tag_and_not_the_latest() =>
        Assert.All(
            All("FROM").Select(rest => rest.Split(' ').First(word => !word.StartsWith("--", StringComparison.Ordinal))),
            image => Assert.Matches(@":(?!latest)[\w.-]+$", image)
        );

    [Fact]
    public void Packages_are_installed_alone_and_their_lists_removed_in_the_same_layer() =>
        Assert.All(
            All("RUN").Where(command => command.Contains("apt-get install", StringComparison.Ordinal)),
            command =>
            {
                Assert.Contains("apt-get update", command, StringComparison.Ordinal);
                Assert.Contains("--yes --no-install-recommends", command, StringComparison.Ordinal);
                Assert.EndsWith("rm -rf /var/lib/apt/lists/*", command, StringComparison.Ordinal);
            }
        );

    [Fact]
    public void Program_runs_as_a_user_without_rights_and_is_no_child_of_a_shell()
    {
        Assert.Equal("app", All("USER").Last());
        Assert.All(All("ENTRYPOINT").Concat(All("CMD")), command => Assert.StartsWith("[\"", command, StringComparison.Ordinal));
        Assert.All(All("WORKDIR"), folder => Assert.StartsWith("/", folder, StringComparison.Ordinal));
        Assert.Empty(All("ADD"));
        Assert.Single(All("HEALTHCHECK"));
    }

    [Fact]
    public void Every_file_that_is_copied_from_the_repository_exists() =>
        Assert.All(
            All("COPY").Where(rest => !rest.StartsWith("--from", StringComparison.Ordinal)).SelectMany(rest => rest.Split(' ')[..^1]),
            file => Assert.True(Path.Exists(Path.Combine(RepositoryRoot.Path, file)), file)
        );

    [Fact]
    public void Image_carries_the_licences() =>
        Assert.Contains(All("COPY"), rest => rest.EndsWith("LICENSE LICENSE-DATA THIRD-PARTY-NOTICES /app/", StringComparison.Ordinal));

    private static IEnumerable<string> All(string instruction) =>
        Instructions.Where(one => one.Instruction == instruction).Select(one => one.Text.Trim());
}
