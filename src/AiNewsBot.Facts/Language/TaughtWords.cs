using System.Collections.Immutable;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Language;

/// <summary>
/// Words that moderators taught: statements of one subject, whose property tells what the words ask for. They are cues beside those of the
/// language files.
/// </summary>
public static class TaughtWords
{
    /// <summary>Id of the subject.</summary>
    public const string Id = "question-words";

    /// <summary>The subject while nothing is taught. No dataset has it.</summary>
    public static Subject Untaught { get; } =
        new()
        {
            Kind = SubjectKind.Words,
            Id = Id,
            Name = "Question words",
        };

    /// <summary>The most words that a cue has.</summary>
    public const int MaxWords = 4;

    /// <summary>The most characters that a phrasing has.</summary>
    public const int MaxPhrasingLength = 200;

    private const string Prefix = "asks_";
    private const string PhrasingPrefix = "phrased_";

    /// <summary>Slugs of its properties: one for each thing that can be asked for.</summary>
    public static ImmutableArray<string> Properties { get; } =
    [
        .. new[]
        {
            "openness",
            "licence",
            "commercial_use",
            "restrictions",
            "release_date",
            "maker",
            "compare",
            "list",
            "timeline",
            "promise",
            "news",
        }
            .Concat(Components.All)
            .Select(asked => Prefix + asked),
    ];

    /// <summary>Slugs of the properties of whole phrasings: one for each aspect.</summary>
    public static ImmutableArray<string> PhrasingProperties { get; } =
    [.. Enum.GetValues<Questions.Aspects.Aspect>().Select(aspect => PhrasingPrefix + Questions.Aspects.AspectIntents.ToSlug(aspect))];

    /// <summary>The aspect that a property of phrasings asks for, as a slug; null for other properties.</summary>
    public static string? PhrasedBy(string property) => PhrasingProperties.Contains(property) ? property[PhrasingPrefix.Length..] : null;

    /// <summary>What the words of a property ask for, such as licence or training_data; null for properties of other subjects.</summary>
    public static string? AskedBy(string property) =>
        property.StartsWith(Prefix, StringComparison.Ordinal) && Properties.Contains(property) ? property[Prefix.Length..] : null;

    /// <summary>What a text in full shows of a question, by the files of the languages
    /// or as it was taught; null when it shows nothing.</summary>
    public static string? MeaningOf(FactBase facts, string text)
    {
        var words = WordsOf(text);
        return words.IsEmpty
            ? null
            : CuesOf(facts)
                .Concat(Languages.Lexicon.CuesFrom(words[0]))
                .Concat(Languages.Lexicon.UnspacedCues)
                .FirstOrDefault(cue => cue.Words.SequenceEqual(words))
                ?.Value;
    }

    /// <summary>The words of a text, as they are compared.</summary>
    public static ImmutableArray<string> WordsOf(string text) => [.. Tokenizer.Split(text).Select(token => token.Text)];

    /// <summary>A lexicon with the words that facts add.</summary>
    internal static Lexicon Extend(Lexicon lexicon, FactBase facts) =>
        CuesOf(facts) is { IsEmpty: false } cues ? lexicon.With(cues) : lexicon;

    // Of no language: what was taught says nothing of the language of a question.
    private static ImmutableArray<Cue> CuesOf(FactBase facts) =>
        facts.Find(Id) is not { } taught
            ? []
            :
            [
                .. taught
                    .Subject.Statements.Select(statement => (Asked: AskedBy(statement.Property), Words: WordsOf(statement.Value)))
                    .Where(pair => pair.Asked is not null && !pair.Words.IsEmpty)
                    .Select(pair => new Cue(Components.Contains(pair.Asked!) ? "components" : "cues", pair.Asked!, pair.Words, "")),
            ];
}
