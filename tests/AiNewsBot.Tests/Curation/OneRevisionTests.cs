using AiNewsBot.Curation;
using AiNewsBot.Curation.Editing;
using AiNewsBot.Facts.Reading;
using AiNewsBot.Storage;
using AiNewsBot.Tests.Harness;
using Dapper;

namespace AiNewsBot.Tests.Curation;

/// <summary>Each kind of change writes one revision and no more; what is refused writes none.</summary>
public sealed class OneRevisionTests : IDisposable
{
    private static readonly Layer Server = new("300000000000000009");
    private static readonly Author Manager = new("300000000000000001", Server.Id) { ManagesServer = true };

    private readonly TemporaryFolder _folder = new();
    private readonly Database _database;
    private readonly DatabaseWriter _writer;
    private readonly FactEditor _editor;
    private readonly FactReader _reader;

    public OneRevisionTests()
    {
        _database = new Database($"Data Source={_folder["facts.db"]}");
        new Migrator(_database, new Backups(_database, _folder["backups"], 1, TimeProvider.System)).Migrate();
        new FactStore(_database, TimeProvider.System).Seed("x", DatasetReader.ReadEmbedded);
        _writer = new DatabaseWriter(_database);
        _editor = new FactEditor(_writer, TimeProvider.System);
        _reader = new FactReader(_database);
    }

    public static TheoryData<ChangeKind> Kinds => [.. Enum.GetValues<ChangeKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_of_change_writes_exactly_one_revision(ChangeKind kind)
    {
        var stands = _reader.Slot(Server, "grok-1", "licence").Single();
        var number = kind == ChangeKind.Undo ? ((Outcome.Done)_editor.Make(Manager, ChangeOf(ChangeKind.Edit, stands))).Revision.Number : 0;
        var before = Count();

        var outcome = kind == ChangeKind.Undo ? _editor.Undo(Manager, number, null) : _editor.Make(Manager, ChangeOf(kind, stands));

        var done = Assert.IsType<Outcome.Done>(outcome);
        Assert.Equal(before + 1, Count());
        Assert.Equal(Last(), done.Revision.Number);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_is_refused_writes_none(ChangeKind kind)
    {
        var stands = _reader.Slot(Server, "grok-1", "licence").Single();
        var number = ((Outcome.Done)_editor.Make(Manager, ChangeOf(ChangeKind.Edit, stands))).Revision.Number;
        var (before, last) = (Count(), Last());
        var member = Manager with { ManagesServer = false, Roles = ["1"] };

        var outcome = kind == ChangeKind.Undo ? _editor.Undo(member, number, null) : _editor.Make(member, ChangeOf(kind, _reader.Slot(Server, "grok-1", "licence").Single()));

        Assert.IsType<Outcome.Refused>(outcome);
        Assert.Equal((before, last), (Count(), Last()));
    }

    [Fact]
    public void A_group_of_which_one_cannot_be_made_is_not_made_at_all()
    {
        var stands = _reader.Slot(Server, "grok-1", "licence").Single();
        var before = Count();

        var outcome = _editor.Make(Manager, [ChangeOf(ChangeKind.Edit, stands), ChangeOf(ChangeKind.Edit, stands) with { Base = stands.Revision + 1 }]);

        Assert.IsType<Outcome.Conflict>(outcome);
        Assert.Equal(before, Count());
        Assert.Equal(stands, _reader.Slot(Server, "grok-1", "licence").Single());
    }

    [Fact]
    public async Task Of_many_who_edit_one_fact_at_once_one_wins_and_the_others_learn_of_it()
    {
        var stands = _reader.Slot(Server, "grok-1", "licence").Single();
        var before = Count();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(index => Task.Run(() => _editor.Make(Manager with { User = $"3000000000000001{index:00}" }, ChangeOf(ChangeKind.Edit, stands)))));

        Assert.Single(outcomes.OfType<Outcome.Done>());
        Assert.Equal(19, outcomes.OfType<Outcome.Conflict>().Count());
        Assert.Equal(before + 1, Count());
    }

    [Fact]
    public void A_new_dataset_overwrites_nothing_that_was_edited_and_asks()
    {
        var dataset = DatasetReader.ReadEmbedded();
        var stands = _reader.Slot(Layer.Global, "grok-1", "licence").Single();
        _editor.Make(Author.Operator, ChangeOf(ChangeKind.Edit, stands) with { Layer = Layer.Global });
        var grok = dataset.Subjects.Single(subject => subject.Id == "grok-1");
        var changed = grok with { Statements = [.. grok.Statements.Select(statement => statement.Property is "licence" or "paper" ? statement with { Note = "Looked at again." } : statement)] };

        var result = new FactStore(_database, TimeProvider.System).Seed("y", () => dataset with { Version = dataset.Version + 1, Subjects = dataset.Subjects.Replace(grok, changed) });

        Assert.Equal(1, result.Conflicts);
        Assert.Equal("MIT", _reader.Slot(Layer.Global, "grok-1", "licence").Single().Content.Value);
        Assert.Equal("Looked at again.", _reader.Slot(Layer.Global, "grok-1", "paper")[0].Content.Note);
    }

    public void Dispose()
    {
        _writer.Dispose();
        _folder.Dispose();
    }

    private static Change ChangeOf(ChangeKind kind, Standing stands) => new(kind, Server, stands.Subject, kind == ChangeKind.Add ? "event" : stands.Property, kind switch
    {
        ChangeKind.Add => stands.Content with { Value = "Something happened", ValidFrom = "2025" },
        ChangeKind.Retract => stands.Content with { State = Content.Retracted },
        ChangeKind.Lock => stands.Content with { IsLocked = true },
        ChangeKind.Verify or ChangeKind.Unlock or ChangeKind.Settle => stands.Content with { VerifiedOn = "2026-11-25" },
        _ => stands.Content with { Value = "MIT" },
    })
    {
        Statement = kind == ChangeKind.Add ? null : stands.Id,
        Base = stands.Revision,
    };

    private long Count()
    {
        using var connection = _database.Open();
        return connection.ExecuteScalar<long>("SELECT COUNT(*) FROM revisions");
    }

    private long Last()
    {
        using var connection = _database.Open();
        return connection.ExecuteScalar<long>("SELECT last FROM revision_counter");
    }
}
