using AiNewsBot.Curation.Editing;
using AiNewsBot.Storage;
using AiNewsBot.Storage.Sqlite;

namespace AiNewsBot.Tests.Cli;

/// <summary>What curators taught for all is taken into the next training.</summary>
public sealed class FactsPhrasingsTests
{
    private const string Server = "240000000000000001";

    [Fact]
    public async Task Questions_that_curators_taught_for_all_are_printed_as_rows_of_the_training()
    {
        using var terminal = new Terminal();
        await terminal.SeedAsync();
        await TeachAsync(terminal, Author.Operator, Layer.Global, "phrased_maker", "spill the beans on MODEL");
        await TeachAsync(
            terminal,
            new Author("7", Server) { ManagesServer = true },
            new Layer(Server),
            "phrased_licence",
            "what is the small print here"
        );

        var (code, rows, error) = await terminal.RunAsync(["facts", "phrasings"]);

        Assert.Equal((0, "maker\tspill the beans on MODEL", ""), (code, rows.TrimEnd(), error));
    }

    private static async Task TeachAsync(Terminal terminal, Author author, Layer layer, string property, string question)
    {
        using var database = new SqliteDatabase(new DatabaseFile($"Data Source={terminal.DatabaseFile}"));
        var content = new StatementContent { Value = question, VerifiedOn = "2026-11-28" };
        var taught = await new FactEditor(database, TimeProvider.System).ApplyAsync(
            author,
            new Change(ChangeKind.Add, layer, "question-words", property, content) { Reason = "People ask so" }
        );
        Assert.IsType<EditResult.Done>(taught);
    }
}
