using System.Data.Common;
using AiNewsBot.Facts.DatasetReading;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Snapshots;
using Dapper;

namespace AiNewsBot.Storage;

/// <summary>The facts in the database: the global layer, and those of servers on top of it.</summary>
internal sealed class FactStore(IDatabase database, TimeProvider time)
{
    private const string Columns = """
        id AS Id, layer AS Layer, base AS Base, base_revision AS BaseRevision, subject AS Subject, property AS Property, value AS Value,
        valid_from AS ValidFrom, valid_to AS ValidTo, sources AS Sources, verified_on AS VerifiedOn, note AS Note, rank AS Rank,
        qualifiers AS Qualifiers, position AS Position, state AS State, locked AS Locked, revision AS Revision
        """;

    private const string SubjectColumns = """
        id AS Id, kind AS Kind, name AS Name, parent AS Parent, about AS About, aliases AS Aliases, details AS Details,
        related AS Related, asks AS Asks, position AS Position
        """;

    /// <summary>All subjects with their global statements, in the order of the dataset.</summary>
    /// <exception cref="StorageException">There is no database, or it holds no facts.</exception>
    public async Task<IReadOnlyList<Subject>> ReadAsync()
    {
        var subjects = await database.ReadGlobalLayerAsync();
        return subjects.Any(subject => subject.Kind != SubjectKind.Words)
            ? subjects
            : throw new StorageException($"The database {database.Location} holds no facts yet.") { Fault = StorageError.Missing };
    }

    /// <summary>The version of the dataset that was last taken in; null where none was.</summary>
    public Task<int?> ReadVersionAsync(CancellationToken cancellationToken = default) =>
        database.ReadAsync<int?>(
            async connection =>
            {
                var version = await connection.ExecuteScalarAsync<long>("SELECT COALESCE(MAX(version), 0) FROM dataset");
                return version > 0 ? (int)version : null;
            },
            cancellationToken
        );

    /// <summary>Whether there is no database yet, or one that no dataset was taken into, so that it holds no edits.</summary>
    public async Task<bool> IsUnfilledAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            return !database.Exists || await ReadVersionAsync(cancellationToken) is null;
        }
        catch (DbException)
        {
            // It has no tables yet, or cannot be read, which shows when it is prepared.
            return false;
        }
    }

    /// <summary>Tells the dataset that was last taken in from others; null where none was.</summary>
    public Task<string?> ReadDigestAsync() =>
        database.ReadAsync(connection => connection.ExecuteScalarAsync<string?>("SELECT digest FROM dataset"));

    /// <summary>Whether the global layer says what a dataset says: it was taken in, and nothing was edited, added or lost since.</summary>
    /// <param name="digest">The dataset's.</param>
    /// <param name="facts">Its facts.</param>
    public Task<bool> IsAsSeededAsync(string digest, FactBase facts, CancellationToken cancellationToken = default) =>
        database.ReadAsync(
            async connection =>
                await connection.ExecuteScalarAsync<long>(
                    """
                    SELECT CASE WHEN EXISTS (SELECT 1 FROM dataset WHERE digest = @digest)
                        AND NOT EXISTS (SELECT 1 FROM statements WHERE layer = 'global' AND edited = 1)
                        AND (SELECT COUNT(*) FROM statements WHERE layer = 'global') = @statements
                        AND (SELECT COUNT(*) FROM subjects WHERE layer = 'global') = @subjects
                        THEN 1 ELSE 0 END
                    """,
                    new
                    {
                        digest,
                        statements = facts.All.Sum(view => view.Subject.Statements.Length),
                        subjects = facts.All.Count(),
                    }
                ) != 0,
            cancellationToken
        );

    /// <summary>Some subjects with their global statements.</summary>
    public Task<IReadOnlyList<Subject>> ReadAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken = default) =>
        database.ReadAsync<IReadOnlyList<Subject>>(
            async connection =>
            {
                var shared = new ValueInterner();
                var subjects = new List<Subject>();
                foreach (var batch in TextBatch.From(ids))
                {
                    var statements = (
                        await connection.QueryAsync<StatementRow>(
                            $"SELECT {Columns} FROM statements WHERE layer = 'global' AND state = 'stated' AND subject IN {TextBatch.List} "
                                + $"ORDER BY subject, position",
                            batch
                        )
                    ).ToLookup(row => row.Subject);
                    var withdrawn = (
                        await connection.QueryAsync<StatementRow>(
                            $"SELECT {Columns} FROM statements WHERE layer = 'global' AND state = 'retracted' AND subject IN "
                                + $"{TextBatch.List}",
                            batch
                        )
                    ).ToLookup(row => row.Subject);
                    var rows = await connection.QueryAsync<SubjectRow>(
                        $"SELECT {SubjectColumns} FROM subjects WHERE layer = 'global' AND id IN {TextBatch.List}",
                        batch
                    );
                    subjects.AddRange(
                        rows.Select(row =>
                            row.ToSubject(statements[row.Id], shared) with
                            {
                                Withdrawn = [.. withdrawn[row.Id].Select(one => new Withdrawal(one.Property, IsLocal: false))],
                            }
                        )
                    );
                }

                return subjects;
            },
            cancellationToken
        );

    /// <summary>The subjects of which a server says something else, as they are there, and those that it added.</summary>
    /// <param name="facts">The global facts.</param>
    public Task<IReadOnlyList<Subject>> ReadLayerAsync(string layer, FactBase facts, CancellationToken cancellationToken = default) =>
        database.ReadAsync<IReadOnlyList<Subject>>(
            async connection =>
            {
                var shared = new ValueInterner();
                var own = (
                    await connection.QueryAsync<StatementRow>(
                        $"SELECT {Columns} FROM statements WHERE layer = @layer AND state <> 'inherits' ORDER BY subject, position",
                        new { layer }
                    )
                ).ToLookup(row => row.Subject);
                var added = await connection.QueryAsync<SubjectRow>(
                    $"SELECT {SubjectColumns} FROM subjects WHERE layer = @layer ORDER BY id",
                    new { layer }
                );
                return
                [
                    .. own.Select(rows => facts.Find(rows.Key) is { } view ? Layered(view.Subject, [.. rows], shared) : null)
                        .OfType<Subject>(),
                    .. Added([.. added], own, shared),
                ];
            },
            cancellationToken
        );

    /// <summary>The number of the last revision.</summary>
    public Task<long> LastRevisionAsync(CancellationToken cancellationToken = default) =>
        database.ReadAsync(connection => Revisions.GetLastAsync(connection), cancellationToken);

    /// <summary>The layers that are not empty, but for the global one.</summary>
    public Task<IReadOnlyList<string>> LayersAsync(CancellationToken cancellationToken = default) =>
        database.ReadAsync<IReadOnlyList<string>>(
            async connection =>
                [
                    .. await connection.QueryAsync<string>(
                        "SELECT DISTINCT layer FROM statements WHERE layer <> 'global' AND state <> 'inherits'"
                    ),
                ],
            cancellationToken
        );

    /// <summary>
    /// Makes the facts in the database those of the dataset, but for what curators edited. Does nothing when they are already, or when
    /// those in the database are of a newer version.
    /// </summary>
    /// <param name="digest">Tells one content of a dataset from another.</param>
    /// <param name="read">Reads it; called only when it is another than the one in the database.</param>
    /// <exception cref="StorageException">It cannot be read or written; nothing was changed.</exception>
    public Task<SeedResult> SeedAsync(string digest, Func<Dataset> read, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            async connection =>
            {
                var current = await connection.QueryFirstOrDefaultAsync<Seeding>(
                    "SELECT version AS Version, digest AS Digest FROM dataset"
                );
                if (current is { } same && same.Digest == digest)
                    return SeedResult.Unchanged((int)same.Version);
                var dataset = read();
                if (current is { } newer && newer.Version > dataset.Version)
                    return SeedResult.Unchanged((int)newer.Version);
                return await new Seeder(connection, time.GetUtcNow()).SeedAsync(dataset, digest);
            },
            cancellationToken
        );

    /// <summary>The rows of a property of a subject that a layer sees or hides: its own, and the global ones.</summary>
    internal static async Task<IReadOnlyList<StatementRow>> ReadSlotAsync(
        DbConnection connection,
        string layer,
        string subject,
        string property
    ) =>
        [
            .. await connection.QueryAsync<StatementRow>(
                $"SELECT {Columns} FROM statements WHERE layer IN ('global', @layer) AND subject = @subject AND property = @property "
                    + $"ORDER BY valid_from, position, layer",
                new
                {
                    layer,
                    subject,
                    property,
                }
            ),
        ];

    /// <summary>The same of some subjects, for all properties.</summary>
    internal static async Task<IReadOnlyList<StatementRow>> ReadRowsAsync(
        DbConnection connection,
        string layer,
        IEnumerable<string> subjects
    )
    {
        var rows = new List<StatementRow>();
        foreach (var batch in TextBatch.From(subjects))
        {
            rows.AddRange(
                await connection.QueryAsync<StatementRow>(
                    $"SELECT {Columns} FROM statements WHERE layer IN ('global', @layer) AND subject IN {TextBatch.List} "
                        + $"ORDER BY valid_from, position, layer",
                    new
                    {
                        layer,
                        batch.A,
                        batch.B,
                        batch.C,
                        batch.D,
                        batch.E,
                        batch.F,
                        batch.G,
                        batch.H,
                    }
                )
            );
        }

        return rows;
    }

    /// <summary>The row of a statement, or null.</summary>
    internal static Task<StatementRow?> ReadRowAsync(DbConnection connection, string id) =>
        connection.QueryFirstOrDefaultAsync<StatementRow>($"SELECT {Columns} FROM statements WHERE id = @id", new { id });

    // What a server added is there as long as something is said of it, and its maker as long as one of theirs is.
    private static IEnumerable<Subject> Added(SubjectRow[] rows, ILookup<string, StatementRow> own, ValueInterner shared)
    {
        bool IsSaid(SubjectRow row) => own[row.Id].Any(statement => statement.State == StatementContent.Stated);
        var makers = rows.Where(IsSaid).Select(row => row.Parent).ToHashSet();
        return rows.Where(row => IsSaid(row) || makers.Contains(row.Id))
            .Select(row =>
                row.ToSubject(own[row.Id].Where(statement => statement.State == StatementContent.Stated), shared) with
                {
                    Withdrawn =
                    [
                        .. own[row.Id]
                            .Where(statement => statement.State == StatementContent.Retracted)
                            .Select(statement => new Withdrawal(shared.Text(statement.Property), IsLocal: true)),
                    ],
                }
            );
    }

    private static Subject Layered(Subject subject, IReadOnlyList<StatementRow> own, ValueInterner shared)
    {
        var hidden = own.Select(row => row.Base).OfType<string>().ToHashSet();
        var stated = own.Where(row => row.State == StatementContent.Stated).ToLookup(row => row.Property == Properties.Alias);
        return subject with
        {
            Aliases = subject.Aliases.AddRange(stated[true].Select(row => row.Value)),
            Withdrawn = subject.Withdrawn.AddRange(
                own.Where(row => row.State == StatementContent.Retracted)
                    .Select(row => new Withdrawal(shared.Text(row.Property), IsLocal: true))
            ),
            Statements =
            [
                .. subject.Statements.Where(statement => statement.Id is not { } id || !hidden.Contains(id)),
                .. stated[false].Select(row => row.ToStatement(shared)),
            ],
        };
    }

    internal sealed record Seeding
    {
        public long Version { get; init; }

        public required string Digest { get; init; }
    }
}
