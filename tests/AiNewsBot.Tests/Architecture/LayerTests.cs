using System.Text.RegularExpressions;

namespace AiNewsBot.Tests.Architecture;

/// <summary>Namespaces refer only to those below them in one list: a change that ties two of them in a circle fails here.</summary>
public sealed partial class LayerTests
{
    // From the composition root down to what knows nothing of the rest.
    internal static readonly string[] Order =
    [
        "AiNewsBot.DiscordNet",
        "AiNewsBot",
        "AiNewsBot.Cli",
        "AiNewsBot.Cli.Citations",
        "AiNewsBot.Cli.Links",
        "AiNewsBot.Hosting",
        "AiNewsBot.Hosting.Prometheus",
        "AiNewsBot.Curation",
        "AiNewsBot.Curation.Jobs",
        "AiNewsBot.Curation.Repositories",
        "AiNewsBot.Curation.Review",
        "AiNewsBot.Curation.Transfer",
        "AiNewsBot.Curation.Commands",
        "AiNewsBot.Curation.Unanswered",
        "AiNewsBot.Curation.Forms",
        "AiNewsBot.Curation.Access",
        "AiNewsBot.Curation.Checks",
        "AiNewsBot.Curation.Suggestions",
        "AiNewsBot.Curation.Editing",
        "AiNewsBot.News",
        "AiNewsBot.News.Commands",
        "AiNewsBot.News.Commands.Following",
        "AiNewsBot.News.Commands.Presentation",
        "AiNewsBot.News.Commands.Filtering",
        "AiNewsBot.News.Commands.Posting",
        "AiNewsBot.News.Commands.Personal",
        "AiNewsBot.News.Commands.FeedLists",
        "AiNewsBot.News.Commands.Reading",
        "AiNewsBot.News.Commands.Selection",
        "AiNewsBot.News.FactChanges",
        "AiNewsBot.News.Ingest",
        "AiNewsBot.News.Configuration",
        "AiNewsBot.News.Releases",
        "AiNewsBot.Outbox.Delivery",
        "AiNewsBot.News.Digests",
        "AiNewsBot.News.Rendering",
        "AiNewsBot.News.Subscriptions",
        "AiNewsBot.News.Filters",
        "AiNewsBot.News.Templates",
        "AiNewsBot.News.Items",
        "AiNewsBot.News.Feeds",
        "AiNewsBot.Servers.Privacy",
        "AiNewsBot.Outbox",
        "AiNewsBot.Outbox.Partitions",
        "AiNewsBot.Answering.Commands",
        "AiNewsBot.Answering.Pictures.Drawing",
        "AiNewsBot.Chat.Discord",
        "AiNewsBot.Chat.Posting",
        "AiNewsBot.Chat.Routing",
        "AiNewsBot.Facts.Comparing",
        "AiNewsBot.Discord.Gateway",
        "AiNewsBot.Discord.Interactions",
        "AiNewsBot.Discord.Rest",
        "AiNewsBot.Discord.Models",
        "AiNewsBot.Discord",
        "AiNewsBot.Claims",
        "AiNewsBot.Servers",
        "AiNewsBot.Answering.Feedback",
        "AiNewsBot.Answering.Statistics",
        "AiNewsBot.Answering",
        "AiNewsBot.Answering.Pictures",
        "AiNewsBot.Scheduling",
        "AiNewsBot.Chat",
        "AiNewsBot.Chat.Cards",
        "AiNewsBot.Chat.Limits",
        "AiNewsBot.Chat.Texts",
        "AiNewsBot.Storage.Leases",
        "AiNewsBot.Storage.Setup",
        "AiNewsBot.Storage.Maintenance",
        "AiNewsBot.Storage.Postgres",
        "AiNewsBot.Storage.Sqlite",
        "AiNewsBot.Storage",
        "AiNewsBot.Configuration",
        "AiNewsBot.Jobs",
        "AiNewsBot.Metrics",
        "AiNewsBot.Facts.Auditing",
        "AiNewsBot.Facts.Answers",
        "AiNewsBot.Facts.DatasetReading",
        "AiNewsBot.Facts.Claims",
        "AiNewsBot.Facts.Questions",
        "AiNewsBot.Facts.Questions.Lists",
        "AiNewsBot.Facts.Questions.Propositions",
        "AiNewsBot.Facts.Questions.Aspects",
        "AiNewsBot.Facts.Questions.Names",
        "AiNewsBot.Facts.Questions.Topics",
        "AiNewsBot.Facts.Questions.Dates",
        "AiNewsBot.Facts.Questions.Cues",
        "AiNewsBot.Facts.Learning",
        "AiNewsBot.Facts.Linking",
        "AiNewsBot.Facts.Language",
        "AiNewsBot.Facts.Snapshots",
        "AiNewsBot.Facts.Text",
        "AiNewsBot.Facts.Verdicts",
        "AiNewsBot.Facts.Model",
        "AiNewsBot.Facts.Yaml",
        "AiNewsBot.Links",
        "AiNewsBot.Json",
        "AiNewsBot.Common",
        "AiNewsBot.Feeds.Opml",
        "AiNewsBot.Feeds.Fetching",
        "AiNewsBot.Feeds.Parsing",
        "AiNewsBot.Feeds.Parsing.Encodings",
        "AiNewsBot.Feeds.Parsing.Formats",
        "AiNewsBot.Feeds.Parsing.Dates",
        "AiNewsBot.Feeds.Parsing.Markup",
        "AiNewsBot.Feeds.Parsing.Text",
        "AiNewsBot.Feeds",
    ];

    [Fact]
    public void Every_namespace_is_in_the_list() =>
        Assert.Equal(Order.Order(StringComparer.Ordinal), Namespaces().Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Namespaces_refer_only_to_those_below_them()
    {
        string[] upward = [.. Upward(Order)];

        Assert.Empty(upward);
    }

    [Fact]
    public void References_are_found_where_the_list_is_reversed() => Assert.NotEmpty(Upward([.. Order.Reverse()]));

    // "From -> To (file)" for each reference to a namespace above.
    private static IEnumerable<string> Upward(string[] order)
    {
        var namespaces = Namespaces();
        var place = order.Select((name, index) => (name, index)).ToDictionary(pair => pair.name, pair => pair.index);
        return
        [
            .. from pair in namespaces
            from file in pair.Value.Files
            from other in Referred(file, pair.Key, namespaces)
            where place.GetValueOrDefault(other, int.MaxValue) < place.GetValueOrDefault(pair.Key, -1)
            select $"{pair.Key} -> {other} ({file.Name})",
        ];
    }

    // By import, by full name, or without either where the other one is a parent.
    private static IEnumerable<string> Referred(SourceFile file, string name, Dictionary<string, Namespace> namespaces)
    {
        var named =
            from text in file.FullNames
            let owner = namespaces.Keys.Where(other => text.StartsWith(other + ".", StringComparison.Ordinal)).MaxBy(other => other.Length)
            where owner is not null && namespaces[owner].Types.Contains(text[(owner.Length + 1)..].Split('.')[0])
            select owner;
        var parents = namespaces
            .Where(pair => name.StartsWith(pair.Key + ".", StringComparison.Ordinal) && pair.Value.Types.Overlaps(file.Words))
            .Select(pair => pair.Key);
        return file.Imports.Where(namespaces.ContainsKey).Concat(named).Concat(parents).Where(other => other != name).Distinct();
    }

    private static Dictionary<string, Namespace> Namespaces()
    {
        var namespaces = new Dictionary<string, Namespace>();
        foreach (var path in Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "src"), "*.cs", SearchOption.AllDirectories))
        {
            var parts = path.Split(Path.DirectorySeparatorChar);
            if (parts.Contains("obj") || parts.Contains("bin"))
                continue;
            var text = File.ReadAllText(path);
            var declaration = Declaration().Match(text);
            var name = declaration.Success ? declaration.Groups[1].Value : "AiNewsBot";
            if (!namespaces.TryGetValue(name, out var space))
                namespaces[name] = space = new Namespace([], []);
            if (declaration.Success)
                space.Types.UnionWith(TypeDeclaration().Matches(text).Select(match => match.Groups[1].Value));
            var code = Comment().Replace(Header().Replace(text, ""), "");
            space.Files.Add(
                new SourceFile(
                    Path.GetFileName(path),
                    [.. Import().Matches(text).Select(match => match.Groups[1].Value)],
                    [.. FullName().Matches(code).Select(match => match.Value)],
                    [.. Word().Matches(code).Select(match => match.Value)]
                )
            );
        }

        return namespaces;
    }

    private sealed record SourceFile(string Name, string[] Imports, string[] FullNames, HashSet<string> Words);

    private sealed record Namespace(HashSet<string> Types, List<SourceFile> Files);

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Declaration();

    [GeneratedRegex(
        @"^(?:public|internal|file)\s+(?:[a-z]+\s+)*(?:class|struct|interface|enum|record)\s+(?:struct\s+)?(\w+)",
        RegexOptions.Multiline
    )]
    private static partial Regex TypeDeclaration();

    [GeneratedRegex(@"^using (?:static )?(AiNewsBot[\w.]*);", RegexOptions.Multiline)]
    private static partial Regex Import();

    [GeneratedRegex(@"^(using|namespace) .*$", RegexOptions.Multiline)]
    private static partial Regex Header();

    [GeneratedRegex(@"^\s*//.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\bAiNewsBot(?:\.\w+)+")]
    private static partial Regex FullName();

    [GeneratedRegex(@"[A-Za-z_][A-Za-z0-9_]*")]
    private static partial Regex Word();
}
