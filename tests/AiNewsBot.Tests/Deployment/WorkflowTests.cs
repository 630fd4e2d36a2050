using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace AiNewsBot.Tests.Deployment;

/// <summary>The workflows cannot run here: what can be read of them is checked. A token has the rights that its job needs.</summary>
public sealed partial class WorkflowTests
{
    private static readonly string Folder = Path.Combine(RepositoryRoot.Path, ".github");

    public static TheoryData<string> Files =>
        [.. Directory.EnumerateFiles(Path.Combine(Folder, "workflows")).Select(file => Path.GetFileName(file))];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_action_is_pinned_by_its_commit(string file)
    {
        var actions = Jobs(file).SelectMany(job => Steps(job.Value)).Select(step => Text(step, "uses")).OfType<string>().ToArray();

        Assert.NotEmpty(actions);
        Assert.All(actions, action => Assert.Matches(Pinned(), action));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_job_ends_by_itself_and_keeps_no_credentials(string file) =>
        Assert.All(
            Jobs(file),
            job =>
            {
                Assert.NotNull(Text(job.Value, "timeout-minutes"));
                Assert.All(
                    Steps(job.Value).Where(step => Text(step, "uses")?.StartsWith("actions/checkout@", StringComparison.Ordinal) == true),
                    step => Assert.Equal("false", Text(Map(step, "with")!, "persist-credentials"))
                );
            }
        );

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_job_has_the_rights_of_what_it_does_and_no_others(string file) =>
        Assert.All(
            Jobs(file),
            job =>
            {
                var rights = Map(job.Value, "permissions") ?? Map(Root(file), "permissions");
                Assert.Equal(
                    Needed(job.Value).Order(StringComparer.Ordinal),
                    rights!.Children.Select(right => $"{right.Key}: {right.Value}").Order(StringComparer.Ordinal)
                );
            }
        );

    // What is put into a script as text could be a command.
    [Theory]
    [MemberData(nameof(Files))]
    public void No_script_contains_what_a_stranger_wrote(string file) =>
        Assert.All(
            Jobs(file).SelectMany(job => Steps(job.Value)).Select(step => Text(step, "run")).OfType<string>(),
            script => Assert.DoesNotMatch(Foreign(), script)
        );

    [Fact]
    public void Release_has_programs_bills_of_materials_dataset_and_licences()
    {
        var text = File.ReadAllText(Path.Combine(Folder, "workflows", "release.yml"));

        Assert.Contains("cp LICENSE LICENSE-DATA THIRD-PARTY-NOTICES", text, StringComparison.Ordinal);
        Assert.Contains("facts export --shipped \"dist/dataset-$version.json\"", text, StringComparison.Ordinal);
        Assert.Contains("sbom-${{ matrix.name }}.cdx.json", text, StringComparison.Ordinal);
        Assert.Contains("--provenance=true --sbom=true", text, StringComparison.Ordinal);
        Assert.Contains("sha256sum -- * > SHA256SUMS", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Dependabot_watches_every_kind_of_package_that_is_used()
    {
        var watched = ((YamlSequenceNode)Read(Path.Combine(Folder, "dependabot.yml")).Children["updates"])
            .Select(update => (Kind: Text(update, "package-ecosystem")!, Folder: Text(update, "directory")!.TrimStart('/')))
            .ToArray();

        Assert.Equal(["docker", "github-actions", "npm", "nuget"], watched.Select(one => one.Kind).Order(StringComparer.Ordinal));
        Assert.All(watched, one => Assert.True(Directory.Exists(Path.Combine(RepositoryRoot.Path, one.Folder)), one.Folder));
    }

    private static IEnumerable<string> Needed(YamlNode job)
    {
        var steps = Steps(job).ToArray();
        var scripts = string.Join('\n', steps.Select(step => Text(step, "run")));
        yield return scripts.Contains("gh release create", StringComparison.Ordinal) ? "contents: write" : "contents: read";
        if (scripts.Contains("gh run download", StringComparison.Ordinal))
            yield return "actions: read";
        if (scripts.Contains("docker login ghcr.io", StringComparison.Ordinal))
            yield return "packages: write";
        if (!steps.Any(step => Text(step, "uses")?.StartsWith("actions/attest@", StringComparison.Ordinal) == true))
            yield break;
        yield return "attestations: write";
        yield return "id-token: write";
    }

    private static YamlMappingNode Root(string file) => Read(Path.Combine(Folder, "workflows", file));

    private static YamlMappingNode Read(string path)
    {
        using var text = File.OpenText(path);
        var yaml = new YamlStream();
        yaml.Load(text);
        return (YamlMappingNode)Assert.Single(yaml.Documents).RootNode;
    }

    private static IEnumerable<KeyValuePair<YamlNode, YamlNode>> Jobs(string file) => Map(Root(file), "jobs")!.Children;

    private static IEnumerable<YamlNode> Steps(YamlNode job) => (YamlSequenceNode)((YamlMappingNode)job).Children["steps"];

    private static YamlMappingNode? Map(YamlNode node, string key) => Find(node, key) as YamlMappingNode;

    private static string? Text(YamlNode node, string key) => (Find(node, key) as YamlScalarNode)?.Value;

    private static YamlNode? Find(YamlNode node, string key) =>
        ((YamlMappingNode)node).Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;

    [GeneratedRegex("^[a-z0-9-]+/[a-z0-9-]+@[0-9a-f]{40}$")]
    private static partial Regex Pinned();

    [GeneratedRegex(@"\$\{\{ *github\.(event|head_ref)")]
    private static partial Regex Foreign();
}
