using AiNewsBot.Facts.DatasetReading;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Learning;
using AiNewsBot.Facts.Questions;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Testing;
using AiNewsBot.Training;

// dotnet run --configuration Release --project tests/AiNewsBot.Training -- train | check | report [list]
var learning = Path.Combine(RepositoryRoot.Path, "src", "AiNewsBot.Facts", "Learning");
var file = Path.Combine(learning, "aspects.bin");
var facts = FactBase.Create(DatasetReader.ReadEmbedded().Subjects);
if (args is ["claims", .. var what])
    return ClaimCommands.Run(what, Path.Combine(learning, "..", "Claims"), facts);

var rows = TrainingRow.ReadAll(Path.Combine(learning, "Rows"), facts);
var reader = new QuestionReader(facts, Languages.Lexicon);
TrainingRow.SetFeatures(rows, reader);
string[] labels = [.. rows.SelectMany(row => row.Labels).Distinct().Order(StringComparer.Ordinal)];
switch (args)
{
    case ["train"]:
        var trained = AspectTrainer.Train(rows, [.. labels], Calibrator.Create(rows, [.. labels]));
        File.WriteAllBytes(file, trained);
        Console.WriteLine($"Trained on {rows.Length} rows; wrote {file}. Build again to take it in.");
        return 0;

    case ["check"]:
        if (File.ReadAllBytes(file).AsSpan().SequenceEqual(AspectTrainer.Train(rows, [.. labels], Calibrator.Create(rows, [.. labels]))))
            return 0;
        Console.Error.WriteLine(
            "The classifier is not what its rows and the dataset give. Run: dotnet run --configuration Release --project "
                + "tests/AiNewsBot.Training -- train"
        );
        return 1;

    case ["report", ..]:
        var calibration = AspectClassifier.Read(File.ReadAllBytes(file)).Calibration;
        HeldOut.Report("file", rows, [.. labels], row => row.File, calibration, args.Contains("list"));
        var asks = facts.Topics.SelectMany(topic => topic.Subject.Asks.Select(ask => (topic, ask))).ToArray();
        Console.WriteLine(
            $"topics found first by ways of asking that were left out: "
                + $"{asks.Count(pair => reader.TopicOf(pair.ask, pair.ask)?.Topic == pair.topic)} of {asks.Length}"
        );
        HeldOut.Report("author", rows, [.. labels], row => row.Author, calibration, lists: false);
        return 0;

    default:
        Console.Error.WriteLine("Usage: train | check | report [list]");
        return 2;
}
