using System.Collections.Immutable;
using System.Globalization;
using AiNewsBot.Facts.Text;
using AiNewsBot.Facts.Yaml;
using YamlDotNet.Core;

namespace AiNewsBot.Facts.Language;

/// <summary>One language file, as it is written.</summary>
internal sealed class LanguageFile
{
    private static readonly ImmutableArray<string> CueGroups =
    [
        "cues",
        "components",
        "verdicts",
        "modalities",
        "countries",
        "dates",
        "conditions",
        "licence_groups",
        "other_parts",
        "trends",
        "ages",
    ];

    private static readonly ImmutableArray<string> PlainGroups =
    [
        "exclusions",
        "variants",
        "negations",
        "claims",
        "pronouns",
        "orders",
        "not_named_before",
        "not_named_behind",
        "greetings",
        "particles",
        "opened_things",
    ];

    private readonly MapNode _root;

    private LanguageFile(MapNode root)
    {
        _root = root;
        Language = Text("language");
        Cues = [.. CueGroups.SelectMany(CuesOf), .. PlainGroups.SelectMany(group => Phrases(group, group, _root[group]))];
        Details = [.. CuesOf("details")];
        StopWords = Words("stopwords");
        FillWords = Words("fillwords");
        Markers = Words("markers");
        OrdinaryWords = Words("ordinary_words");
        Denials = Words("denials");
        Places = Words("places");
        LeftOut = Words("left_out");
        Territories = Words("territories");
        OtherNames = _root["other_names"] is { } others ? [.. Items(others).Select(Fold)] : [];
        Products = [.. Entries("products").Select(product => KeyValuePair.Create(Tokenizer.Fold(product.Key), Scalar(product.Value)))];
        Synonyms =
        [
            .. Entries("synonyms")
                .Select(synonym => KeyValuePair.Create(Tokenizer.Fold(synonym.Key), Tokenizer.Fold(Scalar(synonym.Value)))),
        ];
        Months = [.. Entries("months").Select(month => KeyValuePair.Create(Tokenizer.Fold(month.Key), Number(month.Value)))];
        Numbers = [.. Entries("numbers").Select(number => KeyValuePair.Create(Tokenizer.Fold(number.Key), Number(number.Value)))];
        Regions =
        [
            .. Entries("regions").Select(region => KeyValuePair.Create(Tokenizer.Fold(region.Key), Items(region.Value).ToImmutableArray())),
        ];
        RegionNames =
        [
            .. Entries("region_names")
                .Select(region => KeyValuePair.Create(Tokenizer.Fold(region.Key), Tokenizer.Fold(Scalar(region.Value)))),
        ];
        Wording = Entries("answers").ToImmutableDictionary(entry => entry.Key, entry => Scalar(entry.Value));
        VerdictNames = Entries("verdict_names").ToImmutableDictionary(entry => entry.Key, entry => Scalar(entry.Value));
        ComponentNames = Entries("component_names").ToImmutableDictionary(entry => entry.Key, entry => Scalar(entry.Value));
        Notes = Entries("notes").ToImmutableDictionary(entry => entry.Key, entry => Scalar(entry.Value));
        Names = [.. Entries("names").Select(name => KeyValuePair.Create(Tokenizer.Fold(name.Key), Tokenizer.Key(Scalar(name.Value))))];
    }

    public string Language { get; }

    public ImmutableArray<Cue> Cues { get; }

    /// <summary>Phrases that ask for a detail: their words are ordinary ones, by which no name is told from others and no slip is mended.
    /// </summary>
    public ImmutableArray<Cue> Details { get; }

    public ImmutableArray<string> StopWords { get; }

    public ImmutableArray<string> FillWords { get; }

    public ImmutableArray<string> Markers { get; }

    public ImmutableArray<string> OrdinaryWords { get; }

    public ImmutableArray<string> Denials { get; }

    public ImmutableArray<string> Places { get; }

    public ImmutableArray<string> Territories { get; }

    public ImmutableArray<string> LeftOut { get; }

    public ImmutableArray<ImmutableArray<string>> OtherNames { get; }

    public ImmutableArray<KeyValuePair<string, string>> Products { get; }

    public ImmutableArray<KeyValuePair<string, string>> Synonyms { get; }

    public ImmutableArray<KeyValuePair<string, int>> Months { get; }

    public ImmutableArray<KeyValuePair<string, int>> Numbers { get; }

    public ImmutableArray<KeyValuePair<string, ImmutableArray<string>>> Regions { get; }

    /// <summary>Regions by their names in the language, with the English ones.</summary>
    public ImmutableArray<KeyValuePair<string, string>> RegionNames { get; }

    public ImmutableDictionary<string, string> Wording { get; }

    public ImmutableDictionary<string, string> VerdictNames { get; }

    public ImmutableDictionary<string, string> ComponentNames { get; }

    public ImmutableDictionary<string, string> Notes { get; }

    public ImmutableArray<KeyValuePair<string, string>> Names { get; }

    /// <summary>Reads a file; its name begins what is said of its faults.</summary>
    /// <exception cref="FormatException">It is malformed; the message begins with the file and the line.</exception>
    public static LanguageFile Read(TextReader reader, string name)
    {
        try
        {
            return new(
                NodeReader.Read(reader) as MapNode ?? throw new FormatException("1: a language file is written as keys with values")
            );
        }
        catch (YamlException exception)
        {
            throw new FormatException(
                $"{name}:{Math.Max(1, exception.Start.Line)}: this is no YAML that can be read: {exception.Message}",
                exception
            );
        }
        catch (FormatException exception)
        {
            throw new FormatException($"{name}:{exception.Message}", exception);
        }
    }

    /// <summary>All words of the language that the file has.</summary>
    public IEnumerable<string> Words() =>
        StopWords.Concat(OrdinaryWords).Concat(Markers).Concat(Months.Select(month => month.Key)).Concat(Cues.SelectMany(cue => cue.Words));

    private IEnumerable<Cue> CuesOf(string group) => Entries(group).SelectMany(entry => Phrases(group, entry.Key, entry.Value));

    private IEnumerable<Cue> Phrases(string group, string value, Node? node) =>
        node is null ? [] : Items(node).Select(phrase => new Cue(group, value, Fold(phrase), Language)).Where(cue => cue.Words.Length > 0);

    private static ImmutableArray<string> Fold(string phrase) =>
        [
            .. phrase
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .SelectMany(word =>
                    word == "*" ? [word]
                    : Tokenizer.Script(word[0]) == 0 ? [Tokenizer.Fold(word)]
                    : Tokenizer.Split(word).Select(token => token.Text)
                ),
        ];

    private ImmutableArray<string> Words(string key) => _root[key] is { } node ? [.. Items(node).Select(Tokenizer.Fold)] : [];

    private string Text(string key) => Scalar(_root[key] ?? throw new FormatException($"1: a language file needs '{key}'"));

    private IEnumerable<KeyValuePair<string, Node>> Entries(string key) =>
        _root[key] is MapNode map ? map.Entries.Select(entry => KeyValuePair.Create(entry.Key.Text, entry.Value)) : [];

    private static IEnumerable<string> Items(Node node) =>
        (node as ListNode ?? throw new FormatException($"{node.Line}: a list is missing here")).Items.Select(Scalar);

    private static string Scalar(Node node) => (node as TextNode ?? throw new FormatException($"{node.Line}: a text is missing here")).Text;

    private static int Number(Node node) =>
        int.TryParse(Scalar(node), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new FormatException($"{node.Line}: '{Scalar(node)}' is no number");
}
