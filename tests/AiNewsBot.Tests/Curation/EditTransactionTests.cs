using AiNewsBot.Curation.Editing;
using AiNewsBot.Storage;
using AiNewsBot.Storage.Sqlite;
using AiNewsBot.Tests.Harness;
using Dapper;

namespace AiNewsBot.Tests.Curation;

/// <summary>Each kind of change writes one revision and no more; what is refused writes none.</summary>
[Trait("Database", "SQLite")]
public sealed class EditTransactionTests : IAsyncLifetime
{
    private static readonly Layer Server = new("300000000000000009");
    private static readonly Author Manager = new("300000000000000001", Server.Id) { ManagesServer = true };

    private readonly TemporaryFolder _folder = new();
    private readonly DatabaseFile _database;
    private readonly SqliteDatabase _writer;
    private readonly FactEditor _editor;
    private readonly FactReader _reader;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public EditTransactionTests()
    {
        _database = new DatabaseFile($"Data Source={_folder["facts.db"]}");
        _writer = new SqliteDatabase(_database);
        _editor = new FactEditor(_writer, TimeProvider.System);
        _reader = new FactReader(_writer);
    }

    public async ValueTask InitializeAsync() => await SeededDatabase.CopyAsync(_database.File);

    public static TheoryData<string> Kinds => [.. Enum.GetNames<ChangeKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Every_kind_of_change_writes_exactly_one_revision(string name)
    {
        var kind = Enum.Parse<ChangeKind>(name);
        var current = (await _reader.ReadPropertyAsync(Server, "grok-1", "licence", cancellationToken: Cancelled)).Single();
        var number =
            kind == ChangeKind.Undo
                ? ((EditResult.Done)await _editor.ApplyAsync(Manager, ChangeOf(ChangeKind.Edit, current), cancellationToken: Cancelled))
                    .Revision
                    .Number
                : 0;
        var before = Count();

        var editResult =
            kind == ChangeKind.Undo
                ? await _editor.UndoAsync(Manager, number, null, Cancelled)
                : await _editor.ApplyAsync(Manager, ChangeOf(kind, current), cancellationToken: Cancelled);

        var done = Assert.IsType<EditResult.Done>(editResult);
        Assert.Equal(before + 1, Count());
        Assert.Equal(Last(), done.Revision.Number);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Refused_change_writes_no_revision(string name)
    {
        var kind = Enum.Parse<ChangeKind>(name);
        var current = (await _reader.ReadPropertyAsync(Server, "grok-1", "licence", cancellationToken: Cancelled)).Single();
        var number = ((EditResult.Done)await _editor.ApplyAsync(Manager, ChangeOf(ChangeKind.Edit, current), cancellationToken: Cancelled))
            .Revision
            .Number;
        var (before, last) = (Count(), Last());
        var member = Manager with { ManagesServer = false, Roles = ["1"] };

        var editResult =
            kind == ChangeKind.Undo
                ? await _editor.UndoAsync(member, number, null, Cancelled)
                : await _editor.ApplyAsync(
                    member,
                    ChangeOf(kind, (await _reader.ReadPropertyAsync(Server, "grok-1", "licence", cancellationToken: Cancelled)).Single()),
                    cancellationToken: Cancelled
                );

        Assert.IsType<EditResult.Refused>(editResult);
        Assert.Equal((before, last), (Count(), Last()));
    }

    [Fact]
    public async Task Batch_with_one_impossible_change_is_not_applied()
    {
        var current = (await _reader.ReadPropertyAsync(Server, "grok-1", "licence", cancellationToken: Cancelled)).Single();
        var before = Count();

        var editResult = await _editor.ApplyAsync(
            Manager,
            [ChangeOf(ChangeKind.Edit, current), ChangeOf(ChangeKind.Edit, current) with { Base = current.Revision + 1 }],
            cancellationToken: Cancelled
        );

        Assert.IsType<EditResult.Conflict>(editResult);
        Assert.Equal(before, Count());
        Assert.Equal(current, (await _reader.ReadPropertyAsync(Server, "grok-1", "licence", cancellationToken: Cancelled)).Single());
    }

    [Fact]
    public async Task One_of_many_concurrent_edits_wins_and_the_others_are_told()
    {
        var current = (await _reader.ReadPropertyAsync(Server, "grok-1", "licence", cancellationToken: Cancelled)).Single();
        var before = Count();

        var outcomes = await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(index =>
                    Task.Run(async () =>
                        await _editor.ApplyAsync(Manager with { User = $"3000000000000001{index:00}" }, ChangeOf(ChangeKind.Edit, current))
                    )
                )
        );

        Assert.Single(outcomes.OfType<EditResult.Done>());
        Assert.Equal(19, outcomes.OfType<EditResult.Conflict>().Count());
        Assert.Equal(before + 1, Count());
    }

    [Fact]
    public async Task New_dataset_asks_before_overwriting_an_edit()
    {
        var dataset = ShippedFacts.Dataset;
        var current = (await _reader.ReadPropertyAsync(Layer.Global, "grok-1", "licence", cancellationToken: Cancelled)).Single();
        await _editor.ApplyAsync(
            Author.Operator,
            ChangeOf(ChangeKind.Edit, current) with
            {
                Layer = Layer.Global,
            },
            cancellationToken: Cancelled
        );
        var grok = dataset.Subjects.Single(subject => subject.Id == "grok-1");
        var changed = grok with
        {
            Statements =
            [
                .. grok.Statements.Select(statement =>
                    statement.Property is "licence" or "paper" ? statement with { Note = "Looked at again." } : statement
                ),
            ],
        };

        var result = await new FactStore(new SqliteDatabase(_database), TimeProvider.System).SeedAsync(
            "y",
            () => dataset with { Version = dataset.Version + 1, Subjects = dataset.Subjects.Replace(grok, changed) },
            Cancelled
        );

        Assert.Equal(1, result.Conflicts);
        Assert.Equal(
            "MIT",
            (await _reader.ReadPropertyAsync(Layer.Global, "grok-1", "licence", cancellationToken: Cancelled)).Single().Content.Value
        );
        Assert.Equal(
            "Looked at again.",
            (await _reader.ReadPropertyAsync(Layer.Global, "grok-1", "paper", cancellationToken: Cancelled))[0].Content.Note
        );
    }

    public ValueTask DisposeAsync()
    {
        _writer.Dispose();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private static Change ChangeOf(ChangeKind kind, CurrentStatement current) =>
        new(
            kind,
            Server,
            current.Subject,
            kind == ChangeKind.Add ? "event" : current.Property,
            kind switch
            {
                ChangeKind.Add => current.Content with { Value = "Something happened", ValidFrom = "2025" },
                ChangeKind.Retract => current.Content with { State = StatementContent.Retracted },
                ChangeKind.Lock => current.Content with { IsLocked = true },
                ChangeKind.Verify or ChangeKind.Unlock or ChangeKind.Settle => current.Content with { VerifiedOn = "2026-11-25" },
                _ => current.Content with { Value = "MIT" },
            }
        )
        {
            Statement = kind == ChangeKind.Add ? null : current.Id,
            Base = current.Revision,
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
