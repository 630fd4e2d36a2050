using AiNewsBot.Chat;
using AiNewsBot.Curation.Editing;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Storage;

namespace AiNewsBot.Tests.Curation.Editing;

/// <summary>A server's facts lie over those of all servers: what it edits, locks, takes back and undoes.</summary>
public sealed class FactLayerTests : IAsyncLifetime
{
    private static readonly Layer Here = new(CurationStorage.Here);
    private static readonly Layer There = new(CurationStorage.There);
    private CurationStorage _facts = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _facts = await CurationStorage.CreateAsync();

    public ValueTask DisposeAsync() => _facts.DisposeAsync();

    [Fact]
    public async Task Edit_in_a_server_is_seen_there_alone()
    {
        await DoneAsync(_facts.EditAsync(CurationStorage.Manager, Here, "Apache-2.0"));

        Assert.Equal("Apache-2.0", await ValueAsync(Here));
        Assert.Equal("MIT", await ValueAsync(There));
        Assert.Equal("MIT", await ValueAsync(Layer.Global));
        Assert.Equal([CurationStorage.Here], await _facts.Facts.LayersAsync(Cancelled));
    }

    [Fact]
    public async Task Edit_for_all_servers_is_seen_where_no_own_fact_lies_over_it()
    {
        await DoneAsync(_facts.EditAsync(CurationStorage.Manager, Here, "Apache-2.0"));

        await DoneAsync(_facts.EditAsync(Author.Operator, Layer.Global, "Apache-2.0"));
        await DoneAsync(_facts.EditAsync(CurationStorage.Manager, Here, "MIT"));

        Assert.Equal(("MIT", "Apache-2.0"), (await ValueAsync(Here), await ValueAsync(There)));
    }

    [Fact]
    public async Task Answers_of_a_server_are_made_of_its_own_facts_over_those_of_all()
    {
        await DoneAsync(_facts.EditAsync(CurationStorage.Manager, Here, "Apache-2.0"));
        await DoneAsync(AddAsync(CurationStorage.Manager, Here, Properties.Alias, "quartzy"));
        await DoneAsync(
            _facts.EditAsync(CurationStorage.Manager, Here, "", ChangeKind.Retract, await _facts.CurrentAsync(Here, "weights"))
        );

        var facts = FactBase.Create(await _facts.Facts.ReadAsync());
        var layered = Assert.Single(await _facts.Facts.ReadLayerAsync(CurationStorage.Here, facts, Cancelled));

        Assert.Equal(["Apache-2.0"], layered.Statements.Select(statement => statement.Value));
        Assert.All(layered.Statements, statement => Assert.True(statement.IsLocal));
        Assert.Equal(["quartzy"], layered.Aliases);
        Assert.Equal([new Withdrawal("weights", IsLocal: true)], layered.Withdrawn);
        Assert.Empty(await _facts.Facts.ReadLayerAsync(CurationStorage.There, facts, Cancelled));
    }

    [Fact]
    public async Task Fact_that_all_servers_lost_is_withdrawn_and_no_claim()
    {
        await DoneAsync(_facts.EditAsync(Author.Operator, Layer.Global, "", ChangeKind.Retract));

        var quartz = (await _facts.Facts.ReadAsync()).Single(subject => subject.Id == "quartz-2");

        Assert.Equal(["weights"], quartz.Statements.Select(statement => statement.Property));
        Assert.Equal([new Withdrawal("licence", IsLocal: false)], quartz.Withdrawn);
    }

    // A right that was lost between opening a form and sending it is lost in the statement that writes.
    [Theory]
    [InlineData(nameof(Permission.Edit), "20", true)]
    [InlineData(nameof(Permission.Approve), "20", true)]
    [InlineData(nameof(Permission.Suggest), "20", false)]
    [InlineData(nameof(Permission.News), "20", false)]
    [InlineData(nameof(Permission.Edit), "2", false)]
    [InlineData(nameof(Permission.Edit), "0", false)]
    public async Task Member_edits_by_a_role_that_may_and_by_no_part_of_its_id(string permission, string role, bool may)
    {
        await _facts.Servers.SetRolesAsync(CurationStorage.Here, Enum.Parse<Permission>(permission), [role], Cancelled);

        var result = await _facts.EditAsync(CurationStorage.Member, Here, "Apache-2.0");

        Assert.Equal(may, result is EditResult.Done);
        Assert.Equal(may ? "Apache-2.0" : "MIT", await ValueAsync(Here));
    }

    [Fact]
    public async Task Nobody_edits_another_server_or_all_servers_by_managing_one()
    {
        Assert.Equal(RefusalCode.EditForbidden, await RefusalAsync(_facts.EditAsync(CurationStorage.Manager, There, "Apache-2.0")));
        Assert.Equal(RefusalCode.EditForbidden, await RefusalAsync(_facts.EditAsync(CurationStorage.Manager, Layer.Global, "Apache-2.0")));
        Assert.Equal(
            RefusalCode.EditForbidden,
            await RefusalAsync(_facts.EditAsync(Author.Operator with { User = "curator" }, Here, "Apache-2.0"))
        );
    }

    [Fact]
    public async Task Locked_fact_is_changed_by_those_who_review_alone()
    {
        await _facts.Servers.SetRolesAsync(CurationStorage.Here, Permission.Edit, ["20"], Cancelled);
        Assert.Equal(RefusalCode.FactLocked, await RefusalAsync(_facts.EditAsync(CurationStorage.Member, Here, "", ChangeKind.Lock)));
        await DoneAsync(_facts.EditAsync(CurationStorage.Manager, Here, "", ChangeKind.Lock));

        Assert.Equal(RefusalCode.FactLocked, await RefusalAsync(_facts.EditAsync(CurationStorage.Member, Here, "Apache-2.0")));
        Assert.Equal(RefusalCode.FactLocked, await RefusalAsync(_facts.EditAsync(CurationStorage.Member, Here, "", ChangeKind.Retract)));
        Assert.Equal(RefusalCode.FactLocked, await RefusalAsync(_facts.EditAsync(CurationStorage.Member, Here, "", ChangeKind.Unlock)));
        await DoneAsync(_facts.EditAsync(CurationStorage.Manager, Here, "", ChangeKind.Unlock));

        await DoneAsync(_facts.EditAsync(CurationStorage.Member, Here, "Apache-2.0"));
    }

    [Fact]
    public async Task Edit_of_what_changed_meanwhile_is_a_conflict_that_shows_both()
    {
        var seen = await _facts.CurrentAsync(Here);
        await DoneAsync(_facts.EditAsync(CurationStorage.Manager, Here, "Apache-2.0"));

        var conflict = Assert.IsType<EditResult.Conflict>(
            await _facts.EditAsync(CurationStorage.Manager with { User = "2" }, Here, "GPL-3.0", seen: seen)
        );

        Assert.Equal(("Apache-2.0", "MIT"), (conflict.Theirs.Content.Value, conflict.Base?.Value));
        Assert.Equal("Apache-2.0", await ValueAsync(Here));
    }

    // The chat did not show that it was made, so it is sent again: that is no conflict with oneself.
    [Fact]
    public async Task Same_edit_sent_again_by_the_same_author_is_done_once()
    {
        var seen = await _facts.CurrentAsync(Here);
        await DoneAsync(_facts.EditAsync(CurationStorage.Manager, Here, "Apache-2.0", seen: seen));
        var revisions = await CountAsync();

        var again = Assert.IsType<EditResult.Done>(await _facts.EditAsync(CurationStorage.Manager, Here, "Apache-2.0", seen: seen));

        Assert.True(again.IsRepeat);
        Assert.Equal(revisions, await CountAsync());
    }

    [Fact]
    public async Task Statement_that_exists_is_not_made_twice()
    {
        await DoneAsync(AddAsync(CurationStorage.Manager, Here, "event", "It was shown"));

        Assert.Equal(
            RefusalCode.FactSaid,
            await RefusalAsync(AddAsync(CurationStorage.Manager with { User = "2" }, Here, "event", "It was shown"))
        );
        await DoneAsync(AddAsync(CurationStorage.Manager, Here, "event", "It was shown again"));
    }

    [Fact]
    public async Task Undone_edit_is_as_if_it_never_was_and_can_be_undone_itself()
    {
        var edit = await DoneAsync(_facts.EditAsync(CurationStorage.Manager, Here, "Apache-2.0"));

        var undo = await DoneAsync(
            _facts.Editor.UndoAsync(CurationStorage.Manager, edit.Revision.Number, "A mistake", cancellationToken: Cancelled)
        );
        Assert.Equal("MIT", await ValueAsync(Here));
        Assert.Empty(await _facts.Facts.LayersAsync(Cancelled));
        await DoneAsync(_facts.Editor.UndoAsync(CurationStorage.Manager, undo.Revision.Number, null, Cancelled));

        Assert.Equal("Apache-2.0", await ValueAsync(Here));
    }

    [Fact]
    public async Task Undone_addition_is_retracted()
    {
        var added = await DoneAsync(AddAsync(CurationStorage.Manager, Here, "event", "It was shown"));

        await DoneAsync(_facts.Editor.UndoAsync(CurationStorage.Manager, added.Revision.Number, null, Cancelled));

        Assert.DoesNotContain(
            await _facts.Reader.ReadPropertyAsync(Here, "quartz-2", "event", cancellationToken: Cancelled),
            one => one.Content.IsStated
        );
    }

    [Fact]
    public async Task Edit_is_undone_once_and_not_below_a_later_one_of_the_same_field()
    {
        var first = await DoneAsync(_facts.EditAsync(CurationStorage.Manager, Here, "Apache-2.0"));
        var second = await DoneAsync(_facts.EditAsync(CurationStorage.Manager, Here, "GPL-3.0"));

        Assert.Equal(RefusalCode.RevisionOverwritten, await RefusalAsync(UndoAsync(first)));
        await DoneAsync(UndoAsync(second));
        Assert.Equal("Apache-2.0", await ValueAsync(Here));
        Assert.Equal(RefusalCode.RevisionUndone, await RefusalAsync(UndoAsync(second)));
    }

    // Another field that was changed later stays as it is.
    [Fact]
    public async Task Undo_leaves_what_later_edits_changed_of_other_fields()
    {
        var value = await DoneAsync(_facts.EditAsync(Author.Operator, Layer.Global, "Apache-2.0"));
        await DoneAsync(_facts.EditAsync(Author.Operator, Layer.Global, "", ChangeKind.Lock));

        await DoneAsync(_facts.Editor.UndoAsync(Author.Operator, value.Revision.Number, null, Cancelled));

        var now = await _facts.CurrentAsync(Layer.Global);
        Assert.Equal(("MIT", true), (now.Content.Value, now.Content.IsLocked));
    }

    [Fact]
    public async Task Revision_that_is_unknown_of_another_server_or_of_the_dataset_is_not_undone()
    {
        var edit = await DoneAsync(_facts.EditAsync(CurationStorage.Manager, Here, "Apache-2.0"));
        var stranger = new Author("9", CurationStorage.There) { ManagesServer = true };

        Assert.Equal(
            RefusalCode.RevisionUnknown,
            await RefusalAsync(_facts.Editor.UndoAsync(CurationStorage.Manager, 4711, null, Cancelled))
        );
        Assert.Equal(
            RefusalCode.RevisionUnknown,
            await RefusalAsync(_facts.Editor.UndoAsync(stranger, edit.Revision.Number, null, Cancelled))
        );
        Assert.Equal(RefusalCode.RevisionSeeded, await RefusalAsync(_facts.Editor.UndoAsync(Author.Operator, 1, null, Cancelled)));
        Assert.Equal("Apache-2.0", await ValueAsync(Here));
    }

    [Fact]
    public async Task Changes_made_together_are_undone_together()
    {
        var (licence, weights) = (await _facts.CurrentAsync(Here), await _facts.CurrentAsync(Here, "weights"));
        var made = await DoneAsync(
            _facts.Editor.ApplyAsync(
                CurationStorage.Manager,
                [Together(licence, "Apache-2.0"), Together(weights, "gated")],
                cancellationToken: Cancelled
            )
        );
        Assert.Equal(2, made.Revisions.Length);

        await DoneAsync(_facts.Editor.UndoAsync(CurationStorage.Manager, made.Revisions[0].Number, null, Cancelled));

        Assert.Equal(("MIT", "available"), (await ValueAsync(Here), (await _facts.CurrentAsync(Here, "weights")).Content.Value));

        static Change Together(CurrentStatement current, string value) =>
            new(ChangeKind.Edit, Here, current.Subject, current.Property, current.Content with { Value = value })
            {
                Statement = current.Id,
                Base = current.Revision,
                BatchId = "import 1",
            };
    }

    // A new version of the dataset changes what no one edited, and asks about the rest.
    [Fact]
    public async Task New_dataset_takes_what_no_one_edited_and_keeps_what_curators_did()
    {
        await DoneAsync(_facts.EditAsync(Author.Operator, Layer.Global, "Apache-2.0"));
        var quartz = CurationStorage.Subjects[1];

        var result = await _facts.SeedAsync(
            2,
            CurationStorage.Subjects.Replace(
                quartz,
                quartz with
                {
                    Statements =
                    [
                        CurationStorage.State("quartz-2", "licence", "Proprietary"),
                        CurationStorage.State("quartz-2", "weights", "gated"),
                    ],
                }
            )
        );

        Assert.Equal((1, 0, 1, 1), (result.Added, result.Changed, result.Removed, result.Conflicts));
        Assert.Equal(("Apache-2.0", "gated"), (await ValueAsync(Layer.Global), (await _facts.CurrentAsync(Here, "weights")).Content.Value));
        Assert.Equal("open", await _facts.AskAsync<string>("SELECT state FROM conflicts"));
        Assert.Equal(0, (await _facts.SeedAsync(2, CurationStorage.Subjects)).Conflicts);
    }

    private async Task<string> ValueAsync(Layer layer) => (await _facts.CurrentAsync(layer)).Content.Value;

    private Task<long> CountAsync() => _facts.AskAsync<long>("SELECT COUNT(*) FROM revisions");

    private Task<EditResult> UndoAsync(EditResult.Done done) =>
        _facts.Editor.UndoAsync(CurationStorage.Manager, done.Revision.Number, null);

    private Task<EditResult> AddAsync(Author author, Layer layer, string property, string value) =>
        _facts.Editor.ApplyAsync(
            author,
            new Change(ChangeKind.Add, layer, "quartz-2", property, new StatementContent { Value = value, VerifiedOn = "2026-11-29" })
        );

    private static async Task<EditResult.Done> DoneAsync(Task<EditResult> editing) => Assert.IsType<EditResult.Done>(await editing);

    private static async Task<RefusalCode> RefusalAsync(Task<EditResult> editing) =>
        Assert.IsType<EditResult.Refused>(await editing).Why.Code;
}
