using AiNewsBot.Facts.Claims;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Questions;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Testing;

namespace AiNewsBot.Training;

/// <summary>What is done with the rows that claims are learned from.</summary>
internal static class ClaimCommands
{
    // Dates in the rows are those of their time.
    private static readonly DateOnly Today = new(2026, 11, 30);

    /// <summary>Trains, checks what was trained, or reports on it; returns the exit code.</summary>
    public static int Run(string[] what, string folder, FactBase facts)
    {
        var reader = new QuestionReader(facts, Languages.Lexicon);
        var rows = AnnotatedMessage.ReadAll(Path.Combine(folder, "Rows"));
        string[] plain =
        [
            .. File.ReadLines(Path.Combine(RepositoryRoot.Path, "tests", "AiNewsBot.Facts.Tests", "Claims", "messages.txt"))
                .Where(line => line.Length > 0 && line[0] != '#')
                .Select(line => line.Split(" => ")[0].Replace("\\n", "\n", StringComparison.Ordinal)),
        ];
        var (weights, phrases) = (Path.Combine(folder, "claims.bin"), Path.Combine(folder, "phrases.txt"));
        switch (what)
        {
            case ["train"]:
                var trained = Train();
                File.WriteAllBytes(weights, trained.Weights);
                File.WriteAllText(phrases, trained.Phrases);
                Console.WriteLine($"Trained on {rows.Length} messages. Build again to take it in.");
                return 0;

            case ["check"]:
                var now = Train();
                if (File.ReadAllBytes(weights).AsSpan().SequenceEqual(now.Weights) && File.ReadAllText(phrases) == now.Phrases)
                    return 0;
                Console.Error.WriteLine(
                    "The reader of claims is not what its rows and the dataset give. Run: dotnet run --configuration Release --project "
                        + "tests/AiNewsBot.Training -- claims train"
                );
                return 1;

            case ["report", ..]:
                new ClaimReport(reader, Today).Print(rows, plain, what.Contains("list"));
                return 0;

            default:
                Console.Error.WriteLine("Usage: claims train | claims check | claims report [list]");
                return 2;
        }

        (byte[] Weights, string Phrases) Train()
        {
            var lines = ClaimTrainer.Phrases(rows);
            var known = ClaimPhrases.Read(lines);
            var texts = new ClaimMessageReader(reader, known);
            var candidates = new ClaimCandidates(reader, known);
            return (
                ClaimTrainer.Train([
                    .. rows.Select(row => new ReadMessage(row, texts.Read(row.M, Today), candidates, Today)),
                    .. plain.Select(row => new ReadMessage(row, texts.Read(row, Today), candidates, facts, Today)),
                ]),
                string.Concat(lines.Select(line => line + "\n"))
            );
        }
    }
}
