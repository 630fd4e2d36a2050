using AiNewsBot.Facts.DatasetReading;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Questions.Topics;
using AiNewsBot.Facts.Snapshots;

namespace AiNewsBot.Training;

/// <summary>How well matters in general are found by ways of asking that were left out, and how rarely where none is asked for.</summary>
internal static class TopicReport
{
    private const int Folds = 5;
    private static readonly DateOnly Today = new(2026, 11, 30);

    /// <summary>Prints both figures.</summary>
    public static void Print(FactBase facts, QuestionReader reader, TrainingRow[] rows)
    {
        var (asked, first, right, wrong) = (0, 0, 0, 0);
        for (var fold = 0; fold < Folds; fold++)
        {
            var rest = new QuestionReader(Without(fold), Languages.Lexicon);
            foreach (var topic in facts.Topics)
            {
                foreach (var ask in topic.Subject.Asks.Where((_, index) => index % Folds == fold))
                {
                    if (rest.TopicOf(ask) is not { } match)
                        continue;
                    asked++;
                    first += match.Topic.Id == topic.Id ? 1 : 0;
                    if (match.Rule is { } rule)
                        (right, wrong) = rule.Id == topic.Id ? (right + 1, wrong) : (right, wrong + 1);
                }
            }
        }

        Console.WriteLine(
            $"ways of asking, a fifth left out at a time: {first} of {asked} found first; as rules {right} right, {wrong} wrong"
        );
        var others = rows.Where(row => !row.Labels.Concat(row.Also).Any(label => label is "topic" or "definition")).ToArray();
        var told = others.Count(row => reader.TopicOf(row.Text)?.Rule is not null);
        Console.WriteLine($"rows that ask for no matter: a rule would be told with {told} of {others.Length}");
    }

    /// <summary>Prints what is found for the questions of a file: a line each, with a key, the topics that are right or -, and the text.
    /// </summary>
    public static void PrintFile(FactBase facts, QuestionReader reader, string path)
    {
        var (right, wrong, none, needless, asked) = (0, 0, 0, 0, 0);
        foreach (var line in File.ReadLines(path))
        {
            var cells = line.Split('\t');
            var question = reader.Read(cells[2], Today);
            var wanted = cells[1].Split(',');
            var rule = RuleChooser.Choose(question, facts, Today, RuleChooser.InPlace).FirstOrDefault()?.Topic.Id;
            var likelihood = question.Likelihood(Aspect.Topic);
            asked += cells[1] == "-" ? 0 : 1;
            if (rule is null)
                none += cells[1] == "-" ? 0 : 1;
            else if (wanted.Contains(rule))
                right++;
            else if (cells[1] == "-")
                needless++;
            else
                wrong++;
            Console.WriteLine(
                FormattableString.Invariant(
                    $"{cells[0]}\t{cells[1]}\t{rule}\t{Text(question.NearestTopic)}\t{likelihood:0.00}\t{question.Intent}\t{cells[2]}"
                )
            );
        }

        Console.WriteLine($"of {asked} that ask for a matter {right} right, {wrong} wrong, {none} none; needless: {needless}");
    }

    private static string Text(TopicMatch? match) =>
        match?.General is { } general
            ? FormattableString.Invariant($"{general.Topic.Id} {general.Fit:0.000} {general.Lead:0.000} {general.Words}")
            : "";

    private static FactBase Without(int fold) =>
        FactBase.Create([
            .. DatasetReader
                .ReadEmbedded()
                .Subjects.Select(subject =>
                    subject.Kind == SubjectKind.Topic
                        ? subject with
                        {
                            Asks = [.. subject.Asks.Where((_, index) => index % Folds != fold)],
                        }
                        : subject
                ),
        ]);
}
