using AiNewsBot.Answering;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Curation.Access;
using AiNewsBot.Curation.Editing;
using AiNewsBot.Curation.Review;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Storage;

namespace AiNewsBot.Tests.Curation.Review;

/// <summary>What changed below an edit waits for those who review: they keep theirs or take the new, and nothing is overwritten
/// meanwhile.</summary>
public sealed class DatasetConflictsTests : IAsyncLifetime
{
    private static readonly Layer Here = new(CurationStorage.Here);
    private CurationStorage _facts = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private DatasetConflicts Conflicts => new(_facts.Database, _facts.Reader);

    public async ValueTask InitializeAsync() => _facts = await CurationStorage.CreateAsync();

    public ValueTask DisposeAsync() => _facts.DisposeAsync();

    [Fact]
    public async Task Fact_that_changed_below_a_servers_own_waits_there_with_both()
    {
        await DoneAsync(_facts.EditAsync(CurationStorage.Manager, Here, "Apache-2.0"));
        Assert.Null(await Conflicts.NextAsync(Place(Here), Cancelled));

        await DoneAsync(_facts.EditAsync(Author.Operator, Layer.Global, "Proprietary"));

        var text = Text(await Conflicts.NextAsync(Place(Here), Cancelled));
        Assert.Contains("Quartz 2", text, StringComparison.Ordinal);
        Assert.Contains("Apache-2.0", text, StringComparison.Ordinal);
        Assert.Contains("Proprietary", text, StringComparison.Ordinal);
        Assert.Null(await Conflicts.NextAsync(Place(new Layer(CurationStorage.There)), Cancelled));
    }

    [Theory]
    [InlineData(true, "Apache-2.0")]
    [InlineData(false, "Proprietary")]
    public async Task Server_keeps_its_own_or_gives_it_up_and_is_asked_no_more(bool keeps, string value)
    {
        await DoneAsync(_facts.EditAsync(CurationStorage.Manager, Here, "Apache-2.0"));
        await DoneAsync(_facts.EditAsync(Author.Operator, Layer.Global, "Proprietary"));
        var own = await _facts.CurrentAsync(Here);

        var change = await Conflicts.ResolveAsync(Place(Here), own.Id, own.Revision, keeps, Cancelled);
        await DoneAsync(_facts.Editor.ApplyAsync(CurationStorage.Manager, change!, cancellationToken: Cancelled));

        Assert.Equal(value, (await _facts.CurrentAsync(Here)).Content.Value);
        Assert.Null(await Conflicts.NextAsync(Place(Here), Cancelled));
        Assert.Null(await Conflicts.ResolveAsync(Place(Here), own.Id, own.Revision, keeps, Cancelled));
    }

    // The button names a statement: that of another server, or one that changed since, is not decided on.
    [Fact]
    public async Task Only_the_servers_own_statement_as_it_was_seen_is_decided_on()
    {
        await DoneAsync(_facts.EditAsync(CurationStorage.Manager, Here, "Apache-2.0"));
        await DoneAsync(_facts.EditAsync(Author.Operator, Layer.Global, "Proprietary"));
        var own = await _facts.CurrentAsync(Here);

        Assert.Null(await Conflicts.ResolveAsync(Place(new Layer(CurationStorage.There)), own.Id, own.Revision, true, Cancelled));
        Assert.Null(await Conflicts.ResolveAsync(Place(Here), own.Id, own.Revision - 1, true, Cancelled));
        Assert.Null(await Conflicts.ResolveAsync(Place(Here), "unknown", own.Revision, true, Cancelled));
    }

    [Fact]
    public async Task New_dataset_below_an_edit_waits_for_curators_alone()
    {
        await MakeConflictAsync();

        Assert.Null(await Conflicts.NextAsync(Place(Layer.Global), Cancelled));
        var text = Text(await Conflicts.NextAsync(Place(Layer.Global, isCurator: true), Cancelled));

        Assert.Contains("Apache-2.0", text, StringComparison.Ordinal);
        Assert.Contains("Proprietary", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Curators_keep_what_they_edited()
    {
        var number = await MakeConflictAsync();

        await Conflicts.KeepServersAsync(number, Cancelled);

        Assert.Null(await Conflicts.NextAsync(Place(Layer.Global, isCurator: true), Cancelled));
        Assert.Equal("Apache-2.0", (await _facts.CurrentAsync(Layer.Global)).Content.Value);
        Assert.Empty(await Conflicts.AcceptDatasetAsync(number, Cancelled));
    }

    [Fact]
    public async Task Curators_take_what_the_dataset_says_in_one_step()
    {
        var number = await MakeConflictAsync();

        var changes = await Conflicts.AcceptDatasetAsync(number, Cancelled);
        await DoneAsync(
            _facts.Editor.ApplyAsync(
                Author.Operator,
                changes,
                connection => DatasetConflicts.CloseAsync(connection, number, keeps: false),
                Cancelled
            )
        );

        Assert.Equal([ChangeKind.Retract, ChangeKind.Add], changes.Select(change => change.Kind));
        Assert.Equal("Proprietary", (await _facts.CurrentAsync(Layer.Global)).Content.Value);
        Assert.Equal("taken", await _facts.AskAsync<string>("SELECT state FROM conflicts"));
        Assert.Null(await Conflicts.NextAsync(Place(Layer.Global, isCurator: true), Cancelled));
    }

    [Fact]
    public async Task Same_dataset_again_asks_no_second_time()
    {
        var number = await MakeConflictAsync();
        await Conflicts.KeepServersAsync(number, Cancelled);

        Assert.Equal(0, (await SeedAsync(3)).Conflicts);
        Assert.Null(await Conflicts.NextAsync(Place(Layer.Global, isCurator: true), Cancelled));
    }

    private async Task<long> MakeConflictAsync()
    {
        await DoneAsync(_facts.EditAsync(Author.Operator, Layer.Global, "Apache-2.0"));
        Assert.Equal(1, (await SeedAsync(2)).Conflicts);
        return await _facts.AskAsync<long>("SELECT number FROM conflicts");
    }

    private Task<SeedResult> SeedAsync(int version)
    {
        var quartz = CurationStorage.Subjects[1];
        Statement[] statements =
        [
            CurationStorage.State("quartz-2", "licence", "Proprietary"),
            CurationStorage.State("quartz-2", "weights", "available"),
        ];
        return _facts.SeedAsync(version, CurationStorage.Subjects.Replace(quartz, quartz with { Statements = [.. statements] }));
    }

    private EditContext Place(Layer layer, bool isCurator = false) =>
        new(
            layer,
            Snapshot.Create(FactBase.Create(CurationStorage.Subjects), 1, _facts.Time.GetUtcNow()),
            CurationStorage.Manager with
            {
                IsCurator = isCurator,
            }
        );

    private static string Text(Card? card) => string.Join('\n', Assert.IsType<Card>(card).Blocks.Select(block => block.Markdown));

    private static async Task DoneAsync(Task<EditResult> editing) => Assert.IsType<EditResult.Done>(await editing);
}
