using AiNewsBot.Facts.Claims;
using AiNewsBot.Facts.DatasetReading;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Learning;
using AiNewsBot.Facts.Questions;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Testing;
using AiNewsBot.Training;

// dotnet run --configuration Release --project tests/AiNewsBot.Training --
//   train | train-claims | check | report [list] | report-claims [list]
var learning = Path.Combine(RepositoryRoot.Path, "src", "AiNewsBot.Facts", "Learning");
var file = Path.Combine(learning, "aspects.bin");
var facts = FactBase.Create(DatasetReader.ReadEmbedded().Subjects);
var rows = TrainingRow.ReadAll(Path.Combine(learning, "Rows"), facts);
var reader = new QuestionReader(facts, Languages.Lexicon);
TrainingRow.SetFeatures(rows, reader);
var claimFile = Path.Combine(RepositoryRoot.Path, "src", "AiNewsBot.Facts", "Claims", "claims.bin");
var claimRows = ClaimTrainingRow.ReadAll(
    Path.Combine(RepositoryRoot.Path, "src", "AiNewsBot.Facts", "Claims", "Rows"),
    new ClaimMessageReader(reader.Parts)
);
string[] claimKinds = [.. claimRows.SelectMany(row => row.Claims).Select(claim => claim.Kind).Distinct().Order(StringComparer.Ordinal)];
string[] labels = [.. rows.SelectMany(row => row.Labels).Distinct().Order(StringComparer.Ordinal)];
switch (args)
{
    case ["train"]:
        var trained = AspectTrainer.Train(rows, [.. labels], Calibrator.Create(rows, [.. labels]));
        File.WriteAllBytes(file, trained);
        Console.WriteLine($"Trained on {rows.Length} rows; wrote {file}. Build again to take it in, then run train-claims.");
        return 0;

    // What a clause is about is a feature of claims: they are trained after the questions are built in.
    case ["train-claims"]:
        File.WriteAllBytes(claimFile, ClaimTrainer.Train(claimRows, [.. claimKinds]).Write());
        Console.WriteLine($"Trained on {claimRows.Length} messages; wrote {claimFile}. Build again to take it in.");
        return 0;

    case ["check"]:
        if (
            File.ReadAllBytes(file).AsSpan().SequenceEqual(AspectTrainer.Train(rows, [.. labels], Calibrator.Create(rows, [.. labels])))
            && File.ReadAllBytes(claimFile).AsSpan().SequenceEqual(ClaimTrainer.Train(claimRows, [.. claimKinds]).Write())
        )
            return 0;
        Console.Error.WriteLine(
            "A classifier is not what its rows and the dataset give. Run: dotnet run --configuration Release --project "
                + "tests/AiNewsBot.Training -- train, and then train-claims"
        );
        return 1;

    case ["report-claims", ..]:
        ClaimReport.Write(claimRows, [.. claimKinds], args.Contains("list"));
        return 0;

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
        Console.Error.WriteLine("Usage: train | train-claims | check | report [list] | report-claims [list]");
        return 2;
}
