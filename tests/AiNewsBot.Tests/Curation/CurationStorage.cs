using System.Collections.Immutable;
using AiNewsBot.Chat.Limits;
using AiNewsBot.Curation.Editing;
using AiNewsBot.Curation.Forms;
using AiNewsBot.Curation.Suggestions;
using AiNewsBot.Facts.DatasetReading;
using AiNewsBot.Facts.Model;
using AiNewsBot.Outbox;
using AiNewsBot.Servers;
using AiNewsBot.Storage;
using AiNewsBot.Tests.Harness;
using Dapper;
using Microsoft.Extensions.Time.Testing;

namespace AiNewsBot.Tests.Curation;

/// <summary>A few facts in a database of their own, without a bot, for tests of what changes them.</summary>
internal sealed class CurationStorage : IAsyncDisposable
{
    public const string Here = "200000000000000001";
    public const string There = "200000000000000002";

    private readonly TemporaryFolder _folder = new();
    private readonly IDatabase _database;
    private readonly DatabaseWatch _watch;

    private CurationStorage()
    {
        _database = TestDatabase.OpenEmpty(_folder);
        _watch = new DatabaseWatch(Task.CompletedTask, Database, Time);
        Editor = new FactEditor(Database, Time);
        Reader = new FactReader(Database);
        Facts = new FactStore(Database, Time);
        Servers = new ServerStore(Database, new NoticeDelivery(true), Time);
        Drafts = new DraftStore(Database, Time);
        Suggestions = new SuggestionStore(Database, new OutboxSignal(_watch), Limits, Time);
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 29, 10, 0, 0, TimeSpan.Zero));

    public LimitSettings Limits { get; } = new();

    public IDatabase Database => _database;

    public FactEditor Editor { get; }

    public FactReader Reader { get; }

    public FactStore Facts { get; }

    public ServerStore Servers { get; }

    public DraftStore Drafts { get; }

    public SuggestionStore Suggestions { get; }

    /// <summary>One who manages the server.</summary>
    public static Author Manager { get; } = new("300000000000000001", Here) { ManagesServer = true };

    /// <summary>One with a role there, and nothing else.</summary>
    public static Author Member { get; } = new("300000000000000002", Here) { Roles = ["20"] };

    /// <summary>The dataset: Quartz 2 of the family Quartz, under a licence.</summary>
    public static ImmutableArray<Subject> Subjects { get; } =
    [
        Subject(SubjectKind.Family, "quartz", "Quartz"),
        Subject(SubjectKind.Release, "quartz-2", "Quartz 2", "quartz") with
        {
            Statements = [State("quartz-2", Properties.Licence, "MIT"), State("quartz-2", "weights", "available")],
        },
        Subject(SubjectKind.Licence, "MIT", "MIT License"),
        Subject(SubjectKind.Licence, "Apache-2.0", "Apache License 2.0"),
    ];

    public static async Task<CurationStorage> CreateAsync()
    {
        var storage = new CurationStorage();
        await storage.SeedAsync(1, Subjects);
        return storage;
    }

    public ValueTask DisposeAsync()
    {
        _watch.Dispose();
        _database.Dispose();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>A version of the dataset comes.</summary>
    public Task<SeedResult> SeedAsync(int version, ImmutableArray<Subject> subjects) =>
        Facts.SeedAsync($"version {version}", () => new Dataset(version, new DateOnly(2026, 11, 24), subjects));

    /// <summary>What is said of a property in a layer, one statement alone.</summary>
    public async Task<CurrentStatement> CurrentAsync(Layer layer, string property = "licence") =>
        Assert.Single((await Reader.ReadPropertyAsync(layer, "quartz-2", property)).Where(one => one.Content.IsStated));

    /// <summary>A change of what is said now to this.</summary>
    public async Task<EditResult> EditAsync(
        Author author,
        Layer layer,
        string value,
        ChangeKind kind = ChangeKind.Edit,
        CurrentStatement? seen = null
    )
    {
        seen ??= await CurrentAsync(layer);
        return await Editor.ApplyAsync(
            author,
            new Change(
                kind,
                layer,
                seen.Subject,
                seen.Property,
                kind switch
                {
                    ChangeKind.Retract => seen.Content with { State = StatementContent.Retracted },
                    ChangeKind.Lock => seen.Content with { IsLocked = true },
                    ChangeKind.Unlock => seen.Content with { IsLocked = false },
                    _ => seen.Content with { Value = value },
                }
            )
            {
                Statement = seen.Id,
                Base = seen.Revision,
                Reason = "I read it there",
            }
        );
    }

    public Task<T?> AskAsync<T>(string sql, object? values = null) =>
        Database.ReadAsync(connection => connection.ExecuteScalarAsync<T>(sql, values), TestContext.Current.CancellationToken);

    public Task<int> ExecuteAsync(string sql, object? values = null) =>
        Database.WriteAsync(connection => connection.ExecuteAsync(sql, values), TestContext.Current.CancellationToken);

    public static Statement State(string subject, string property, string value) =>
        new()
        {
            Subject = subject,
            Property = property,
            Value = value,
            Sources = [new Source("https://press.example.org/quartz", "Quartz", "Press", SourceKind.FirstHand)],
            VerifiedOn = new DateOnly(2026, 11, 24),
        };

    private static Subject Subject(SubjectKind kind, string id, string name, string? parent = null) =>
        new()
        {
            Kind = kind,
            Id = id,
            Name = name,
            Parent = parent,
        };
}
