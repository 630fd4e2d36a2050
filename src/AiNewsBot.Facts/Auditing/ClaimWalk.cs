using AiNewsBot.Facts.DatasetReading;
using AiNewsBot.Facts.Yaml;
using YamlDotNet.Core;

namespace AiNewsBot.Facts.Auditing;

/// <summary>
/// All claims of a dataset as they are written. A claim is every map that names a source: values and components, announced dates,
/// conditions and outputs of licences, countries, events, promises and sentences of topics; a family's default counts once.
/// </summary>
internal sealed class ClaimWalk
{
    private const string Sources = "sources";

    // What holds subjects is no part of what is said of them.
    private static readonly HashSet<string> Holders = ["family", "releases", "variants", "licences", "organizations", "topics", "software"];

    private static readonly string[] Besides =
    [
        "kind",
        "text",
        "limit",
        "except",
        "until",
        "applies_to",
        "by",
        "made",
        "said",
        "due",
        "fulfilled",
        "restated",
        "about",
        "rank",
        "dated",
    ];

    private readonly Dictionary<string, string> _addresses = [];
    private readonly Dictionary<string, string> _shared;
    private readonly string _file;

    private ClaimWalk(string file, Dictionary<string, string> shared) => (_file, _shared) = (file, shared);

    public List<SampledClaim> Claims { get; } = [];

    public int Unknown { get; private set; }

    public int Deprecated { get; private set; }

    public static ClaimWalk Read(string folder)
    {
        var shared = new ClaimWalk("", []);
        var indexes = Path.Combine(folder, Sources, "indexes.yaml");
        if (File.Exists(indexes) && Parse(indexes, indexes) is { } map)
            shared.AddSources(map);
        var all = new ClaimWalk("", []);
        foreach (var path in Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories))
        {
            var file = Path.GetRelativePath(folder, path).Replace('\\', '/');
            var one = new ClaimWalk(file, shared._addresses);
            if (Parse(path, file) is { } document)
                one.Walk(document);
            all.Claims.AddRange(one.Claims);
            all.Unknown += one.Unknown;
            all.Deprecated += one.Deprecated;
        }

        return all;
    }

    private static MapNode? Parse(string path, string file)
    {
        try
        {
            using var text = new StreamReader(path);
            return NodeReader.Read(text) as MapNode;
        }
        catch (YamlException exception)
        {
            throw new FormatException($"{file}, line {exception.Start.Line}: {exception.Message}", exception);
        }
    }

    private void AddSources(MapNode document)
    {
        if (document[Sources] is not MapNode sources)
            return;
        foreach (var (key, source) in sources.Entries)
            _addresses[key.Text] = source is MapNode map && map["url"] is TextNode url ? url.Text : $"?{key.Text}";
    }

    private void Walk(MapNode document)
    {
        AddSources(document);
        var family = (document["family"] as TextNode)?.Text ?? Path.GetFileName(_file);
        foreach (var (key, node) in document.Entries.Where(entry => entry.Key.Text != Sources))
            Walk(node, family, node is MapNode && key.Text != "family" ? [key.Text] : []);
    }

    private void Walk(Node node, string subject, string[] properties)
    {
        if (node is ListNode list)
        {
            foreach (var item in list.Items)
                Walk(item, subject, properties);
        }
        else if (node is MapNode map && map["source"] is { } source)
        {
            Add(map, source, subject, properties);
        }
        else if (node is MapNode inner)
        {
            subject = (inner["id"] as TextNode)?.Text ?? subject;
            foreach (var (key, item) in inner.Entries)
            {
                var isHolder = Holders.Contains(key.Text) && (item is ListNode || key.Text == "family");
                Walk(item, subject, isHolder ? properties : [.. properties, key.Text]);
            }
        }
    }

    private void Add(MapNode claim, Node source, string subject, string[] properties)
    {
        if ((claim["is"] as TextNode)?.Text == "unknown")
            Unknown++;
        else if ((claim["rank"] as TextNode)?.Text == "deprecated")
            Deprecated++;
        else
            Claims.Add(
                new SampledClaim(
                    subject,
                    properties.Length == 0 ? "-" : string.Join('/', properties),
                    ValueOf(claim),
                    OneLine(claim["since"]),
                    Cited(source),
                    _file
                )
            );
    }

    private static string ValueOf(MapNode claim)
    {
        var value = claim["is"] ?? claim["what"] ?? claim["on"];
        var parts = new List<string> { OneLine(value) };
        parts.AddRange(Besides.Where(key => claim[key] is not null).Select(key => $"{key}={OneLine(claim[key])}"));
        if (claim["on"] is { } day && !ReferenceEquals(value, day))
            parts.Add($"on={OneLine(day)}");
        if (OneLine(claim["note"]) is { Length: > 0 } note)
            parts.Add($"note={note}");
        return string.Join(" | ", parts).Trim();
    }

    private string Cited(Node source)
    {
        var texts = source is ListNode list ? list.Items.OfType<TextNode>() : [(TextNode)source];
        return string.Join(
            " ; ",
            texts.Select(text =>
            {
                var reference = SourceReference.Parse(text.Text);
                var address =
                    _addresses.GetValueOrDefault(reference.Key) ?? _shared.GetValueOrDefault(reference.Key) ?? $"?{reference.Key}";
                return OneLine((reference with { Key = address }).ToString());
            })
        );
    }

    // A list is written as Python writes it, as the drawn claims of earlier audits are.
    private static string OneLine(Node? node) =>
        node switch
        {
            TextNode text => OneLine(text.Text),
            ListNode list => $"[{string.Join(", ", list.Items.Select(item => $"'{OneLine(item)}'"))}]",
            _ => "",
        };

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
