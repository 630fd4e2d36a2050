using AiNewsBot.Curation;
using AiNewsBot.Curation.Editing;
using AiNewsBot.Curation.Transfer;
using AiNewsBot.Storage;
using Dapper;

namespace AiNewsBot.Tests.CommandLine;

/// <summary>Facts go from one database to another by a file: first it is said what would change, then all of it is changed or nothing.</summary>
public sealed class FactsImportTests
{
    private const string Source = "https://huggingface.co/xai-org/grok-1/blob/main/LICENSE";
    private static readonly CancellationToken Cancelled = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Export_into_an_empty_database_and_export_again_gives_the_same_file()
    {
        using var one = new Terminal();
        using var other = new Terminal();
        one.Seed();
        Edit(one);
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
    public async Task A_file_of_edits_is_taken_and_taken_back_as_a_whole()
    {
        using var one = new Terminal();
        using var other = new Terminal();
        one.Seed();
        other.Seed();
        Edit(one);
        await File.WriteAllBytesAsync(one["edits.json"], new Exporter(DatabaseOf(one)).Export(Layer.Global).File, Cancelled);

        var applied = await other.RunAsync(["facts", "import", one["edits.json"], "--apply"]);
        var same = new Exporter(DatabaseOf(other)).Export(Layer.Global).File;
        using var writer = new DatabaseWriter(DatabaseOf(other));
        var last = Revisions.Last(DatabaseOf(other).Open());
        var undone = new FactEditor(writer, TimeProvider.System).Undo(Author.Operator, last, null);

        Assert.Equal(0, applied.Code);
        Assert.Equal(await File.ReadAllBytesAsync(one["edits.json"], Cancelled), same);
        Assert.Equal(6, Assert.IsType<Outcome.Done>(undone).Revisions.Length);
        Assert.Equal("Apache-2.0", new FactReader(DatabaseOf(other)).Slot(Layer.Global, "grok-1", "licence").Single().Content.Value);
    }

    [Theory]
    [InlineData("{", "Line 1: this is no JSON")]
    [InlineData("{\"subjects\":[]}", "its format is another")]
    [InlineData("{\"subjects\":[{\"id\":\"no-such-thing\",\"statements\":[]}]}", "no-such-thing: nothing is called so")]
    [InlineData("{\"subjects\":[{\"id\":\"grok-1\",\"statements\":[{\"property\":\"licence\",\"value\":\"Nope-1.0\",\"verifiedOn\":\"2026-01-01\",\"sources\":[]}]}]}", "grok-1, licence: I know no licence")]
    [InlineData("{\"subjects\":[{\"id\":\"grok-1\",\"statements\":[{\"property\":\"licence\",\"value\":\"MIT\",\"verifiedOn\":\"2026-01-01\",\"sources\":[{\"url\":\"http://10.0.0.1/\",\"title\":\"a\",\"publisher\":\"b\",\"kind\":\"index\"}]}]}]}", "Others cannot read 10.0.0.1")]
    public async Task A_file_that_does_not_fit_is_refused_and_changes_nothing(string text, string says)
    {
        using var terminal = new Terminal();
        terminal.Seed();
        await File.WriteAllTextAsync(terminal["wrong.json"], text, Cancelled);
        var before = Count(terminal);

        var (code, output, error) = await terminal.RunAsync(["facts", "import", terminal["wrong.json"], "--apply"]);

        Assert.Equal(1, code);
        Assert.Contains(says, output + error);
        Assert.Equal(before, Count(terminal));
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_a_fault_of_usage()
    {
        using var terminal = new Terminal();

        Assert.Equal(2, (await terminal.RunAsync(["facts", "import", terminal["none.json"]])).Code);
    }

    // An edit, an event added and one edited, a fact retracted, another name, and a word by which people ask.
    private static void Edit(Terminal terminal)
    {
        var database = DatabaseOf(terminal);
        var reader = new FactReader(database);
        using var writer = new DatabaseWriter(database);
        var editor = new FactEditor(writer, TimeProvider.System);
        var licence = reader.Slot(Layer.Global, "grok-1", "licence").Single();
        var paper = reader.Slot(Layer.Global, "grok-1", "paper")[0];
        var told = reader.Slot(Layer.Global, "grok", "event")[0];
        var today = DateTime.UtcNow.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        Make(ChangeKind.Edit, "grok-1", "licence", licence.Content with { Value = "MIT", VerifiedOn = today }, licence);
        Make(ChangeKind.Add, "grok-1", "event", licence.Content with { Value = "Somebody wrote a poem about it", ValidFrom = "2025-05-05", Note = null });
        Make(ChangeKind.Edit, "grok", "event", told.Content with { Value = "It was told in other words" }, told);
        Make(ChangeKind.Retract, "grok-1", "paper", paper.Content with { State = Content.Retracted }, paper);
        Make(ChangeKind.Add, "grok-1", "alias", new Content { Value = "elonbot", VerifiedOn = today });
        Make(ChangeKind.Add, "question-words", "asks_licence", new Content { Value = "paperwork", VerifiedOn = today });

        void Make(ChangeKind kind, string subject, string property, Content content, Standing? stands = null) => Assert.IsType<Outcome.Done>(
            editor.Make(Author.Operator, new Change(kind, Layer.Global, subject, property, content) { Statement = stands?.Id, Base = stands?.Revision ?? 0, Reason = Source }));
    }

    private static Database DatabaseOf(Terminal terminal) => new($"Data Source={terminal.DatabaseFile}");

    private static long Count(Terminal terminal)
    {
        using var connection = DatabaseOf(terminal).Open();
        return connection.ExecuteScalar<long>("SELECT COUNT(*) FROM revisions");
    }
}
