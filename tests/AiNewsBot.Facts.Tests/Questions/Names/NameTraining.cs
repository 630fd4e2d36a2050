using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Tests.Questions;

/// <summary>
/// Learns which words are parts of names that are in no facts: from the rows of questions (whose words are not), from rows where such names
/// are marked, and from names put into templates. One thread and a fixed order: the same rows give the same weights.
/// </summary>
internal sealed partial class NameTraining(FactBase facts)
{
    private const int Epochs = 8;
    private const int TemplatesPerName = 8;
    private const int RowsPerSlots = 24;
    private const float Rate = 0.25f;
    private const float Decay = 2e-6f;

    private static readonly Lexicon Lexicon = Languages.Lexicon;
    private readonly NameIndex _names = NameIndex.Create(facts);
    private readonly Random _random = new(20261128);

    private readonly record struct Example(int[] Features, bool IsName);

    /// <summary>The weights, each in a byte.</summary>
    public byte[] Train() => Quantise(Learn(Examples(RowsOf("rows.txt"), AskedQuestion.ReadAll())));

    private List<Example> Examples(IEnumerable<string> marked, IEnumerable<AskedQuestion> rows)
    {
        var linker = new EntityLinker(_names, Lexicon);
        var features = new NameFeatures(_names, Lexicon);
        var examples = new List<Example>();
        foreach (var row in rows.Where(row => !row.Outcomes.Contains("unknown_subject")))
        {
            var tokens = Lexicon.InLatin(Tokenizer.Split(row.Text));
            Add(examples, features, tokens, NameTagger.Kinds(tokens, linker.Link(tokens), linker.LinkTopics(tokens)), _ => false);
            if (row.Language == "en")
                AddMistyped(
                    examples,
                    features,
                    tokens,
                    NameTagger.Kinds(tokens, linker.Link(tokens), linker.LinkTopics(tokens)),
                    _ => false
                );
        }

        foreach (var row in marked)
            AddMarked(examples, features, linker, row);
        var templates = RowsOf("templates.txt").ToArray();
        foreach (var name in RowsOf("names.txt"))
        {
            for (var i = 0; i < TemplatesPerName; i++)
                AddMarked(examples, features, linker, Cased(string.Format(null, templates[_random.Next(templates.Length)], $"[{name}]")));
        }

        var slots = new SentenceSlots(facts, [.. RowsOf("names.txt")], [.. RowsOf("technical.txt")], _random);
        foreach (var row in RowsOf("slots.txt"))
        {
            for (var i = 0; i < RowsPerSlots; i++)
            {
                var filled = slots.Fill(row);
                AddMarked(examples, features, linker, Cased(filled), isMistyped: i % 6 == 0);
            }
        }

        foreach (var row in MaskedRows())
            AddMarked(examples, features, linker, Cased(slots.Fill(row)));

        // Names that are known, as if they were not, whole or but for the family: mini of "Phi-4 mini" makes another model of it.
        foreach (var release in facts.Releases.OrderBy(release => release.Id, StringComparer.Ordinal))
        {
            var name = Tokenizer.Split(release.Name);
            for (var i = 0; i < 3; i++)
            {
                var template = Cased(string.Format(null, templates[_random.Next(templates.Length)], $"[{release.Name}]"));
                var known = _random.Next(2) == 0 ? 0 : FamilyWords(name);
                AddMarked(examples, features, linker, template, known);
            }
        }

        return examples;
    }

    // The rows that the aspects are learned from, with slots for their masks: beside the names in them no word is a name.
    private static IEnumerable<string> MaskedRows() =>
        Directory
            .EnumerateFiles(Path.Combine(RepositoryRoot.Path, "src", "AiNewsBot.Facts", "Learning", "Rows"), "*.tsv")
            .Order(StringComparer.Ordinal)
            .Select(File.ReadAllLines)
            .Where(lines => lines is [_, ['#', ' ', 'M', 'O', 'D', 'E', 'L', ..], ..])
            .SelectMany(lines => lines.Where(line => line.Length > 0 && line[0] != '#'))
            .Select(line => Masks().Replace(line[(line.IndexOf('\t', StringComparison.Ordinal) + 1)..], match => SlotOf(match.Value)));

    private static string SlotOf(string mask) =>
        mask switch
        {
            "MODEL" => "{m}",
            "ORG" => "{o}",
            "LICENCE" => "{l}",
            "UNKNOWN" => "[{x}]",
            "YEAR" => "2024",
            "MONTH" => "march",
            _ => "12",
        };

    [GeneratedRegex(@"\b(MODEL|ORG|LICENCE|UNKNOWN|YEAR|MONTH|NUM)\b")]
    private static partial Regex Masks();

    private int FamilyWords(ImmutableArray<Token> name)
    {
        for (var count = name.Length - 1; count > 0; count--)
        {
            if (_names.Find(string.Concat(name.Take(count).Select(token => token.Text))) is [{ Subject.Kind: SubjectKind.Family }])
                return count;
        }

        return 0;
    }

    // As people write: mostly in small letters, names now and then as they are called, or with a capital of chance.
    private string Cased(string text)
    {
        var small = text.ToLowerInvariant();
        var (start, end) = (text.IndexOf('['), text.IndexOf(']'));
        if (start < 0 || end < start + 2)
            return _random.Next(3) == 0 ? text : small;
        return _random.Next(6) switch
        {
            0 => text,
            1 => small[..start] + text[start..end] + small[end..],
            2 => small[..(start + 1)] + char.ToUpperInvariant(small[start + 1]) + small[(start + 2)..],
            3 => WithCapital(small, _random.Next(start + 1, end)),
            _ => small,
        };
    }

    private static string WithCapital(string text, int at) => $"{text[..at]}{char.ToUpperInvariant(text[at])}{text[(at + 1)..]}";

    // The brackets hold what is no known name; known, where it is given, is how many of the first words in them are taken for one.
    private void AddMarked(
        List<Example> examples,
        NameFeatures features,
        EntityLinker linker,
        string row,
        int? known = null,
        bool isMistyped = false
    )
    {
        var marks = new List<(int From, int To)>();
        var plain = new System.Text.StringBuilder();
        foreach (var character in row)
        {
            if (character == '[')
                marks.Add((plain.Length, int.MaxValue));
            else if (character == ']')
                marks[^1] = (marks[^1].From, plain.Length);
            else
                plain.Append(character);
        }

        var text = plain.ToString();
        var tokens = Tokenizer.Split(text);
        var isName = new bool[tokens.Length];
        for (int i = 0, at = 0; i < tokens.Length; i++)
        {
            at = text.IndexOf(tokens[i].Raw, at, StringComparison.Ordinal);
            isName[i] = marks.Exists(mark => mark.From <= at && at < mark.To);
            at += tokens[i].Raw.Length;
        }

        var kinds = NameTagger.Kinds(tokens, [.. linker.LinkExactly(tokens)], linker.LinkTopics(tokens));
        for (int i = 0, taken = 0; known is not null && i < tokens.Length; i++)
        {
            if (isName[i])
                kinds[i] = taken++ < known ? 'f' : '\0';
        }

        if (isMistyped)
            AddMistyped(examples, features, tokens, kinds, index => isName[index]);
        else
            Add(examples, features, tokens, kinds, index => isName[index]);
    }

    // A slip of the finger in a word that is in no name.
    private void AddMistyped(
        List<Example> examples,
        NameFeatures features,
        ImmutableArray<Token> tokens,
        char[] kinds,
        Func<int, bool> isName
    )
    {
        int[] words =
        [
            .. Enumerable.Range(0, tokens.Length).Where(index => kinds[index] == 0 && !isName(index) && tokens[index].Text.Length > 3),
        ];
        if (words.Length == 0)
            return;
        var at = words[_random.Next(words.Length)];
        var slips = TypoGenerator.Generate(tokens[at].Text).ToArray();
        if (slips.Length == 0)
            return;
        var slip = slips[_random.Next(slips.Length)];
        Add(examples, features, tokens.SetItem(at, tokens[at] with { Text = slip, Raw = slip }), kinds, isName);
    }

    private static void Add(
        List<Example> examples,
        NameFeatures features,
        ImmutableArray<Token> tokens,
        char[] kinds,
        Func<int, bool> isName
    )
    {
        var classes = features.Classes(tokens, kinds);
        Span<int> found = stackalloc int[NameFeatures.MaxCount];
        for (var i = 0; i < tokens.Length; i++)
        {
            if (kinds[i] == 0 && features.IsCandidate(tokens, i))
                examples.Add(new Example(found[..features.Collect(tokens, classes, i, found)].ToArray(), isName(i)));
        }
    }

    private float[] Learn(List<Example> examples)
    {
        var weights = new float[NameFeatures.Size];
        var squares = new float[NameFeatures.Size];
        var order = Enumerable.Range(0, examples.Count).ToArray();
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            _random.Shuffle(order);
            foreach (var index in order)
            {
                var (features, isName) = examples[index];
                var sum = 0f;
                foreach (var feature in features)
                    sum += weights[feature];
                var error = 1 / (1 + MathF.Exp(-sum)) - (isName ? 1 : 0);
                foreach (var feature in features)
                {
                    var gradient = error + Decay * weights[feature];
                    squares[feature] += gradient * gradient;
                    weights[feature] -= Rate * gradient / MathF.Sqrt(squares[feature] + 1);
                }
            }
        }

        return weights;
    }

    private static byte[] Quantise(float[] weights) =>
        [
            .. weights.Select(weight =>
                unchecked((byte)(sbyte)Math.Clamp(MathF.Round(weight * NameTagger.Scale), sbyte.MinValue, sbyte.MaxValue))
            ),
        ];

    internal static IEnumerable<string> RowsOf(string file) =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Questions", "Names", file)).Where(line => line.Length > 0 && line[0] != '#');
}
