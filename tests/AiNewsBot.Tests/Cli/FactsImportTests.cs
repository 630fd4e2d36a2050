using System.Text.Json;
using AiNewsBot.Curation.Editing;
using AiNewsBot.Curation.Transfer;
using AiNewsBot.Storage;
using AiNewsBot.Storage.Sqlite;
using Dapper;

namespace AiNewsBot.Tests.Cli;

/// <summary>Facts go from one database to another by a file: first it is said what
/// would change, then all of it is changed or nothing.</summary>
public sealed class FactsImportTests
{
    private const string Source = "https://huggingface.co/xai-org/grok-1/blob/main/LICENSE";
    private static readonly CancellationToken Cancelled = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Exporting_an_imported_export_gives_the_same_file()
    {
        using var one = new Terminal();
        using var other = new Terminal();
        await one.SeedAsync();
        await EditAsync(one);
        await one.RunAsync(["facts", "export", one["all.json"]]);

        var dry = await other.RunAsync(["facts", "import", one["all.json"]]);
        await other.RunAsync(["facts", "export", other["before.json"]]);
        var applied = await other.RunAsync(["facts", "import", one["all.json"], "--apply"]);
        await other.RunAsync(["facts", "export", other["after.json"]]);
        var again = await other.RunAsync(["facts", "import", one["all.json"], "--apply"]);

        Assert.Equal((0, 0, 0), (dry.Code, applied.Code, again.Code));
        Assert.StartsWith("3 new, 3 changed, 0 that were edited here", dry.Out);
        Assert.Contains("Nothing was changed yet", dry.Out);
        Assert.Contains("Changed 6, revisions", applied.Out);
        Assert.Contains("Nothing is to be changed.", again.Out);
        var wanted = await File.ReadAllTextAsync(one["all.json"], Cancelled);
        Assert.NotEqual(wanted, await File.ReadAllTextAsync(other["before.json"], Cancelled));
        Assert.Equal(wanted, await File.ReadAllTextAsync(other["after.json"], Cancelled));
    }

    [Fact]
    public async Task Subjects_that_are_not_known_come_with_a_full_file_and_all_that_is_stated_of_them()
    {
        using var one = new Terminal();
        using var other = new Terminal();
        await one.SeedAsync();
        await other.SeedAsync();
        await one.RunAsync(["facts", "export", one["all.json"]]);
        using (var connection = DatabaseOf(other).Open())
            connection.Execute(
                """
                DELETE FROM statements WHERE subject IN (SELECT id FROM subjects WHERE id LIKE 'grok%' OR id IN ('xai', 'MIT'));
                DELETE FROM subjects WHERE id LIKE 'grok%' OR id IN ('xai', 'MIT');
                """
            );
        var before = await other.RunAsync(["ask", "is grok-1 open source", "--exit-code"]);

        var dry = await other.RunAsync(["facts", "import", one["all.json"]]);
        var applied = await other.RunAsync(["facts", "import", one["all.json"], "--apply"]);
        var again = await other.RunAsync(["facts", "import", one["all.json"], "--apply"]);
        await other.RunAsync(["facts", "export", other["after.json"]]);

        Assert.Equal((4, 0, 0, 0), (before.Code, dry.Code, applied.Code, again.Code));
        Assert.Contains("new subject: grok-1 (release), Grok-1", dry.Out);
        Assert.Contains("new subject: xai (organization), xAI", dry.Out);
        Assert.Contains("Nothing is to be changed.", again.Out);
        Assert.Equal(SubjectsIn(one["all.json"]), SubjectsIn(other["after.json"]));
        Assert.StartsWith("No", (await other.RunAsync(["ask", "is grok-1 open source"])).Out);
    }

    [Theory]
    [InlineData("release", "zebra-1", "unknown-maker", "Zebra 1", "a maker or family that is known")]
    [InlineData("release", "Zebra 1!", "grok", "Zebra 1", "an id of letters, digits")]
    [InlineData("release", "zebra-1", "grok", "Grok-2", "Grok-2")]
    [InlineData("words", "zebra-words", null, "Zebra", "nothing has this name")]
    [InlineData("starship", "zebra-1", null, "Zebra", "nothing has this name")]
    public async Task New_subject_that_could_not_be_one_is_refused(string kind, string id, string? parent, string name, string says)
    {
        using var terminal = new Terminal();
        await terminal.SeedAsync();
        var statement = """
            {"property":"event","value":"It was born","validFrom":"2025-05-05","verifiedOn":"2026-01-01",
            "sources":[{"url":"https://huggingface.co/zebra","title":"a","publisher":"b","kind":"index"}]}
            """;
        var within = parent is null ? "" : $",\"parent\":\"{parent}\"";
        await File.WriteAllTextAsync(
            terminal["new.json"],
            $$"""{"subjects":[{"id":"{{id}}","kind":"{{kind}}","name":"{{name}}"{{within}},"statements":[{{statement}}]}]}""",
            Cancelled
        );
        var before = Count(terminal);

        var (code, output, error) = await terminal.RunAsync(["facts", "import", terminal["new.json"], "--apply"]);

        Assert.Equal(1, code);
        Assert.Contains(says, output + error);
        Assert.Equal(before, Count(terminal));
    }

    [Fact]
    public async Task Import_of_edits_is_applied_and_undone_as_a_whole()
    {
        using var one = new Terminal();
        using var other = new Terminal();
        await one.SeedAsync();
        await other.SeedAsync();
        await EditAsync(one);
        await File.WriteAllBytesAsync(
            one["edits.json"],
            (await new Exporter(new SqliteDatabase(DatabaseOf(one))).ExportAsync(Layer.Global, TestContext.Current.CancellationToken)).File,
            Cancelled
        );

        var applied = await other.RunAsync(["facts", "import", one["edits.json"], "--apply"]);
        var same = (
            await new Exporter(new SqliteDatabase(DatabaseOf(other))).ExportAsync(Layer.Global, TestContext.Current.CancellationToken)
        ).File;
        using var writer = new SqliteDatabase(DatabaseOf(other));
        var last = await Revisions.GetLastAsync(DatabaseOf(other).Open());
        var undone = await new FactEditor(writer, TimeProvider.System).UndoAsync(
            Author.Operator,
            last,
            null,
            TestContext.Current.CancellationToken
        );

        Assert.Equal(0, applied.Code);
        Assert.Equal(await File.ReadAllBytesAsync(one["edits.json"], Cancelled), same);
        Assert.Equal(6, Assert.IsType<EditResult.Done>(undone).Revisions.Length);
        Assert.Equal(
            "Apache-2.0",
            (
                await new FactReader(new SqliteDatabase(DatabaseOf(other))).ReadPropertyAsync(
                    Layer.Global,
                    "grok-1",
                    "licence",
                    cancellationToken: TestContext.Current.CancellationToken
                )
            )
                .Single()
                .Content.Value
        );
    }

    [Theory]
    [InlineData("{", "Line 1: this is no JSON")]
    [InlineData("{\"subjects\":[]}", "its format differs")]
    [InlineData("{\"subjects\":[{\"id\":\"no-such-thing\",\"statements\":[]}]}", "no-such-thing: nothing has this name")]
    [InlineData(
        "{\"subjects\":[{\"id\":\"grok-1\",\"statements\":[{\"property\":\"licence\",\"value\":\"Nope-1.0\","
            + "\"verifiedOn\":\"2026-01-01\",\"sources\":[]}]}]}",
        "grok-1, licence: I know no licence"
    )]
    [InlineData(
        "{\"subjects\":[{\"id\":\"grok-1\",\"statements\":[{\"property\":\"licence\",\"value\":\"MIT\","
            + "\"verifiedOn\":\"2026-01-01\",\"sources\":[{\"url\":\"http://10.0.0.1/\",\"title\":\"a\","
            + "\"publisher\":\"b\",\"kind\":\"index\"}]}]}]}",
        "Others cannot read 10.0.0.1"
    )]
    public async Task Import_that_does_not_fit_is_refused_and_changes_nothing(string text, string says)
    {
        using var terminal = new Terminal();
        await terminal.SeedAsync();
        await File.WriteAllTextAsync(terminal["wrong.json"], text, Cancelled);
        var before = Count(terminal);

        var (code, output, error) = await terminal.RunAsync(["facts", "import", terminal["wrong.json"], "--apply"]);

        Assert.Equal(1, code);
        Assert.Contains(says, output + error);
        Assert.Equal(before, Count(terminal));
    }

    [Fact]
    public async Task Missing_import_file_is_a_usage_error()
    {
        using var terminal = new Terminal();

        Assert.Equal(2, (await terminal.RunAsync(["facts", "import", terminal["none.json"]])).Code);
    }

    // An edit, an event added and one edited, a fact retracted, another name, and a word by which people ask.
    private static async Task EditAsync(Terminal terminal)
    {
        var database = DatabaseOf(terminal);
        var reader = new FactReader(new SqliteDatabase(database));
        using var writer = new SqliteDatabase(database);
        var editor = new FactEditor(writer, TimeProvider.System);
        var licence = (await reader.ReadPropertyAsync(Layer.Global, "grok-1", "licence")).Single();
        var paper = (await reader.ReadPropertyAsync(Layer.Global, "grok-1", "paper"))[0];
        var told = (await reader.ReadPropertyAsync(Layer.Global, "grok", "event"))[0];
        var today = DateTime.UtcNow.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        await MakeAsync(ChangeKind.Edit, "grok-1", "licence", licence.Content with { Value = "MIT", VerifiedOn = today }, licence);
        await MakeAsync(
            ChangeKind.Add,
            "grok-1",
            "event",
            licence.Content with
            {
                Value = "Somebody wrote a poem about it",
                ValidFrom = "2025-05-05",
                Note = null,
            }
        );
        await MakeAsync(ChangeKind.Edit, "grok", "event", told.Content with { Value = "It was told in other words" }, told);
        await MakeAsync(ChangeKind.Retract, "grok-1", "paper", paper.Content with { State = StatementContent.Retracted }, paper);
        await MakeAsync(ChangeKind.Add, "grok-1", "alias", new StatementContent { Value = "elonbot", VerifiedOn = today });
        await MakeAsync(ChangeKind.Add, "question-words", "asks_licence", new StatementContent { Value = "paperwork", VerifiedOn = today });

        async Task MakeAsync(
            ChangeKind kind,
            string subject,
            string property,
            StatementContent content,
            CurrentStatement? current = null
        ) =>
            Assert.IsType<EditResult.Done>(
                await editor.ApplyAsync(
                    Author.Operator,
                    new Change(kind, Layer.Global, subject, property, content)
                    {
                        Statement = current?.Id,
                        Base = current?.Revision ?? 0,
                        Reason = Source,
                    }
                )
            );
    }

    // In the order of their ids: those that are new come last in the database that takes them.
    private static string[] SubjectsIn(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        return
        [
            .. json
                .RootElement.GetProperty("subjects")
                .EnumerateArray()
                .OrderBy(subject => subject.GetProperty("id").GetString(), StringComparer.Ordinal)
                .Select(WithSortedStatements),
        ];
    }

    private static string WithSortedStatements(JsonElement subject) =>
        string.Join('\n', subject.EnumerateObject().Where(part => part.Name != "statements").Select(part => part.ToString()))
        + string.Join(
            '\n',
            subject.GetProperty("statements").EnumerateArray().Select(one => one.GetRawText()).Order(StringComparer.Ordinal)
        );

    private static DatabaseFile DatabaseOf(Terminal terminal) => new($"Data Source={terminal.DatabaseFile}");

    private static long Count(Terminal terminal)
    {
        using var connection = DatabaseOf(terminal).Open();
        return connection.ExecuteScalar<long>("SELECT COUNT(*) FROM revisions");
    }
}
