using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Names;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Tests.Questions;

/// <summary>Learns the roles of names from rows in which they are marked, and from
/// the rows of questions, whose subjects are known.</summary>
internal sealed partial class RoleTraining(FactBase facts)
{
    private const int Epochs = 12;
    private const int Copies = 4;
    private const float Rate = 0.2f;

    private readonly NameIndex _names = NameIndex.Create(facts);
    private readonly Random _random = new(20261128);
    private readonly string[] _unknown = [.. NameTraining.RowsOf("names.txt")];
    private readonly string[] _models =
    [
        .. facts.Families.Select(family => family.Name).Where(name => !name.Contains(' ', StringComparison.Ordinal)),
    ];

    /// <summary>A name of a row: what tells its role, and the role.</summary>
    public readonly record struct Example(int[] Features, MentionRole Role);

    /// <summary>The weights, each in a byte.</summary>
    /// <param name="rows">Sentences in which names are marked.</param>
    /// <param name="asked">Questions whose subjects are known.</param>
    /// <param name="labelled">Questions of which it is known what they ask: where that is in scope, their only name is the subject.</param>
    public byte[] Train(IEnumerable<string> rows, IEnumerable<AskedQuestion> asked, IEnumerable<(string Label, string Text)> labelled) =>
        Learn(Examples(rows, asked, labelled));

    private List<Example> Examples(
        IEnumerable<string> rows,
        IEnumerable<AskedQuestion> asked,
        IEnumerable<(string Label, string Text)> labelled
    )
    {
        var examples = new List<Example>();
        foreach (var row in rows)
        {
            Add(examples, row);
            for (var copy = 0; copy < Copies; copy++)
                Add(examples, WithOtherNames(row));
        }

        var linker = new EntityLinker(_names, Languages.Lexicon);
        var finder = new MentionFinder(_names, Languages.Lexicon);
        foreach (var row in asked.Where(row => row.Language == "en" && row.Subjects.Length > 0))
        {
            var tokens = Tokenizer.Split(row.Text);
            var mentions = finder.Find(tokens, linker.Link(tokens), []);
            for (var i = 0; i < mentions.Length; i++)
            {
                if (
                    mentions[i] is { IsUnknown: false } mention
                    && row.Subjects.Any(ids => mention.Candidates.Any(view => ids.Contains(view.Id)))
                )
                    Add(examples, tokens, mentions, i, MentionRole.Subject);
            }
        }

        foreach (var text in labelled.Where(row => !row.Label.StartsWith("out_of_scope", StringComparison.Ordinal)).Select(row => row.Text))
        {
            var tokens = Tokenizer.Split(text);
            if (
                !Languages.Lexicon.IsForeign(tokens)
                && finder.Find(tokens, linker.Link(tokens), []) is [{ IsUnknown: false, Candidates: [not Licence and var view, ..] }] names
                && view.Subject.Kind is SubjectKind.Family or SubjectKind.Release or SubjectKind.Organization
            )
                Add(examples, tokens, names, 0, MentionRole.Subject);
        }

        return examples;
    }

    // Another name in each place teaches the place, not the name; where no name is meant, the name is half of it.
    private string WithOtherNames(string row) =>
        Marked()
            .Replace(
                row,
                match =>
                {
                    var (name, role) = (match.Groups["name"].Value, match.Groups["role"].Value);
                    if (role is "none" && IsKnown(name))
                        return match.Value;
                    return IsKnown(name) && _names.Find(Tokenizer.Key(name)) is [{ IsModel: true }]
                            ? $"[{_models[_random.Next(_models.Length)]}|{role}]"
                        : IsKnown(name) ? match.Value
                        : $"[{_unknown[_random.Next(_unknown.Length)]}|{role}]";
                }
            );

    private bool IsKnown(string name) =>
        !_names.Find(Tokenizer.Key(name)).IsEmpty || !_names.Find(Tokenizer.Key(name).TrimEnd('s')).IsEmpty;

    private void Add(List<Example> examples, string row)
    {
        var (tokens, mentions) = Read(row);
        for (var i = 0; i < mentions.Length; i++)
            Add(examples, tokens, mentions, i, mentions[i].Role);
    }

    /// <summary>The words and the names of a row, with their roles.</summary>
    public (ImmutableArray<Token> Tokens, ImmutableArray<Mention> Mentions) Read(string row)
    {
        var mentions = ImmutableArray.CreateBuilder<Mention>();
        var text = "";
        var end = 0;
        foreach (Match match in Marked().Matches(row))
        {
            text += row[end..match.Index];
            var (start, name) = (Tokenizer.Split(text).Length, match.Groups["name"].Value);
            text += name;
            end = match.Index + match.Length;
            var found = _names.Find(Tokenizer.Key(name));
            if (found.IsEmpty && name.EndsWith('s'))
                found = _names.Find(Tokenizer.Key(name[..^1]));
            mentions.Add(
                new Mention(
                    start,
                    Math.Max(1, Tokenizer.Split(text).Length - start),
                    name,
                    found,
                    Enum.Parse<MentionRole>(match.Groups["role"].Value, ignoreCase: true)
                )
            );
        }

        return (Tokenizer.Split(text + row[end..]), mentions.ToImmutable());
    }

    private static void Add(
        List<Example> examples,
        ImmutableArray<Token> tokens,
        ImmutableArray<Mention> mentions,
        int index,
        MentionRole role
    )
    {
        Span<int> found = stackalloc int[RoleFeatures.MaxCount];
        examples.Add(new Example(found[..RoleFeatures.Collect(tokens, mentions, index, found)].ToArray(), role));
    }

    private byte[] Learn(List<Example> examples)
    {
        var weights = new float[RoleClassifier.Roles * RoleFeatures.Size];
        var squares = new float[weights.Length];
        var order = Enumerable.Range(0, examples.Count).ToArray();
        Span<float> sums = stackalloc float[RoleClassifier.Roles];
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            _random.Shuffle(order);
            foreach (var at in order)
            {
                var (features, role) = examples[at];
                var total = 0f;
                for (var one = 0; one < sums.Length; one++)
                {
                    sums[one] = 0;
                    foreach (var feature in features)
                        sums[one] += weights[one * RoleFeatures.Size + feature];
                    total += sums[one] = MathF.Exp(Math.Clamp(sums[one], -30, 30));
                }

                for (var one = 0; one < sums.Length; one++)
                {
                    var error = sums[one] / total - (one == (int)role ? 1 : 0);
                    foreach (var feature in features)
                    {
                        var place = one * RoleFeatures.Size + feature;
                        squares[place] += error * error;
                        weights[place] -= Rate * error / MathF.Sqrt(squares[place] + 1);
                    }
                }
            }
        }

        return
        [
            .. weights.Select(weight =>
                unchecked((byte)(sbyte)Math.Clamp(MathF.Round(weight * RoleClassifier.Scale), sbyte.MinValue, sbyte.MaxValue))
            ),
        ];
    }

    [GeneratedRegex(@"\[(?<name>[^|\]]+)\|(?<role>\w+)\]")]
    private static partial Regex Marked();
}
