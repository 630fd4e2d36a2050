using AiNewsBot.Facts.DatasetReading;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Learning;
using AiNewsBot.Facts.Questions;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Testing;
using AiNewsBot.Training;

// dotnet run --configuration Release --project tests/AiNewsBot.Training -- train | check | report [list] | topics [FILE]
var learning = Path.Combine(RepositoryRoot.Path, "src", "AiNewsBot.Facts", "Learning");
var file = Path.Combine(learning, "aspects.bin");
var facts = FactBase.Create(DatasetReader.ReadEmbedded().Subjects);
if (args is ["claims", .. var what])
    return ClaimCommands.Run(what, Path.Combine(learning, "..", "Claims"), facts);

// Trained on the further ways of asking as well, questions on models were read as asking for matters: they serve to find topics alone.
var dataset = Path.Combine(learning, "..", "Dataset");
var own = DatasetReader.Read(
    Directory
        .EnumerateFiles(dataset, "*.yaml", SearchOption.AllDirectories)
        .Select(path => (Full: path, Name: Path.GetRelativePath(dataset, path).Replace('\\', '/')))
        .Where(path => !path.Name.StartsWith("topics/asks/", StringComparison.Ordinal))
        .Select(path => new DatasetFile(path.Name, () => new StreamReader(path.Full)))
);
var rows = TrainingRow.ReadAll(Path.Combine(learning, "Rows"), FactBase.Create(own.Dataset!.Subjects));
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
        HeldOut.Report("author", rows, [.. labels], row => row.Author, calibration, lists: false);
        return 0;

    case ["topics", .. var texts]:
        TopicReport.Print(facts, reader, rows);
        foreach (var path in texts)
            TopicReport.PrintFile(facts, reader, path);
        return 0;

    default:
        Console.Error.WriteLine("Usage: train | check | report [list] | topics [FILE] | claims ...");
        return 2;
}
