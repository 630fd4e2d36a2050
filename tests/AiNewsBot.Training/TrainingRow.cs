using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Training;

/// <summary>A question with what it asks.</summary>
/// <param name="File">The file that it is from.</param>
/// <param name="Author">Who wrote it, as the first line of the file says.</param>
/// <param name="Text">The question.</param>
/// <param name="Labels">What it asks, in order.</param>
/// <param name="Also">Readings that would be right too.</param>
internal sealed record TrainingRow(string File, string Author, string Text, string[] Labels, string[] Also)
{
    private const string AuthorMark = "# author: ";

    /// <summary>Its features; set once the reader is there.</summary>
    public ushort[] Features { get; private set; } = [];

    /// <summary>The rows of a folder, and the questions by which the topics of the dataset are asked for.</summary>
    public static TrainingRow[] ReadAll(string folder, FactBase facts)
    {
        var rows = new List<TrainingRow>();
        var linker = new EntityLinker(NameIndex.Create(facts), Languages.Lexicon);
        foreach (var path in Directory.EnumerateFiles(folder, "*.tsv").Order(StringComparer.Ordinal))
        {
            var lines = System.IO.File.ReadAllLines(path);
            var author = lines[0].StartsWith(AuthorMark, StringComparison.Ordinal)
                ? lines[0][AuthorMark.Length..]
                : Path.GetFileNameWithoutExtension(path);
            rows.AddRange(
                lines
                    .Where(line => line.Length > 0 && line[0] != '#')
                    .Select(line => Parse(Path.GetFileNameWithoutExtension(path), author, line))
            );
        }

        rows.AddRange(
            facts.Topics.SelectMany(topic =>
                topic
                    .Subject.Asks.Where(ask => !IsOnModel(facts, linker, topic, ask))
                    .Select(ask => new TrainingRow(
                        "dataset",
                        "dataset",
                        ask,
                        [topic.Subject.Details.GetValueOrDefault(DetailNames.TopicKind) == "definition" ? "definition" : "topic"],
                        ["topic", "definition"]
                    ))
            )
        );
        return [.. rows];
    }

    // A way of asking for a general matter that names a model as its example would teach that questions on models ask for matters.
    private static bool IsOnModel(FactBase facts, EntityLinker linker, SubjectView topic, string ask) =>
        linker
            .LinkExactly(Tokenizer.Split(ask))
            .Select(link => link.Subject)
            .Any(view =>
                view.IsModel
                && !topic.Subject.Related.Contains(view.Id)
                && !(facts.FamilyOf(view) is { } family && topic.Subject.Related.Contains(family.Id))
                && !(facts.MakerOf(view) is { } maker && topic.Subject.Related.Contains(maker.Id))
            );

    /// <summary>Whether a label is what the row asks first, or a reading that would be right too.</summary>
    public bool Allows(string label) =>
        Base(label) == Base(Labels[0]) || Also.Contains(Base(label)) || Labels.Any(asked => Base(asked) == Base(label));

    /// <summary>Sets the features of each row.</summary>
    public static void SetFeatures(TrainingRow[] rows, QuestionReader reader)
    {
        var buckets = new ushort[AiNewsBot.Facts.Learning.Features.Max];
        foreach (var row in rows)
        {
            var (words, marks) = reader.Mask(row.Text);
            row.Features = buckets[..AiNewsBot.Facts.Learning.Features.Write(words.AsSpan(), marks.AsSpan(), buckets)];
        }
    }

    private static string Base(string label) => label.Split('.')[0];

    private static TrainingRow Parse(string file, string author, string line)
    {
        var cells = line.Split('\t', 2);
        if (cells.Length < 2)
            throw new FormatException($"{file}: a row is what is asked, a tab and the question: {line}");
        var readings = cells[0].Split('/');
        return new TrainingRow(file, author, cells[1], readings[0].Split('+'), readings[1..]);
    }
}
