using System.Collections.Immutable;
using System.Reflection;
using AiNewsBot.Facts.Yaml;

namespace AiNewsBot.Facts.Questions.Topics;

/// <summary>What a question must show for a matter in general to be told beside an answer, read from a file that comes with the program.
/// </summary>
internal sealed class RuleSigns
{
    private static readonly Lazy<RuleSigns> Loaded = new(Load);

    private readonly HashSet<string> _never;
    private readonly HashSet<string> _sources;
    private readonly Dictionary<string, CaseSigns> _needs;
    private readonly Dictionary<string, CaseSigns> _words;

    private RuleSigns(MapNode root)
    {
        _never = [.. Texts(root["never"]!)];
        _sources = [.. Texts(root["sources"]!)];
        _needs = SignsIn(root["needs"]!).ToDictionary();
        Decisive = [.. SignsIn(root["decisive"]!)];
        _words = ((MapNode)root["words"]!)
            .Entries.SelectMany(entry => Texts(entry.Value).Select(word => KeyValuePair.Create(word, SignOf(entry.Key.Text))))
            .ToDictionary();
        Topics = [.. _never, .. _needs.Keys];
    }

    /// <summary>Those of the program.</summary>
    public static RuleSigns Shipped => Loaded.Value;

    /// <summary>The topics for which a sign is enough where nothing else can be told, with it.</summary>
    public ImmutableArray<KeyValuePair<string, CaseSigns>> Decisive { get; }

    /// <summary>The sign that a word is; none for others.</summary>
    public CaseSigns SignOfWord(string word) => _words.GetValueOrDefault(word);

    /// <summary>The topics that are told by signs.</summary>
    public ImmutableHashSet<string> Topics { get; }

    /// <summary>Whether a word names a place in which terms are written.</summary>
    public bool IsSource(string word) => _sources.Contains(word);

    /// <summary>Whether a topic is never told beside an answer.</summary>
    public bool IsNever(string topic) => _never.Contains(topic);

    /// <summary>The signs of which a topic needs one; none where it needs none.</summary>
    public CaseSigns NeedsOf(string topic) => _needs.GetValueOrDefault(topic);

    private static IEnumerable<KeyValuePair<string, CaseSigns>> SignsIn(Node node) =>
        ((MapNode)node).Entries.Select(entry =>
            KeyValuePair.Create(entry.Key.Text, Texts(entry.Value).Aggregate(CaseSigns.None, (signs, name) => signs | SignOf(name)))
        );

    private static IEnumerable<string> Texts(Node node) => ((ListNode)node).Items.Select(item => ((TextNode)item).Text);

    private static CaseSigns SignOf(string name) =>
        Enum.Parse<CaseSigns>(name.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);

    private static RuleSigns Load()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("rules.yaml")!);
        return new RuleSigns((MapNode)NodeReader.Read(reader)!);
    }
}
