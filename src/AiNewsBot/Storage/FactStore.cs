using AiNewsBot.Facts.DatasetReading;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Snapshots;
using Dapper;
using Microsoft.Data.Sqlite;

namespace AiNewsBot.Storage;

/// <summary>The facts in the database: the global layer, and those of servers on top of it.</summary>
internal sealed class FactStore(Database database, TimeProvider time)
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
    public IReadOnlyList<Subject> Read()
    {
        using var connection = database.OpenToRead();
        var subjects = Migrator.VersionOf(connection, database.File) == 0 ? [] : ReadGlobal(connection);
        return subjects.Any(subject => subject.Kind != SubjectKind.Words)
            ? subjects
            : throw new StorageException($"The database {database.File} holds no facts yet.") { Fault = StorageError.Missing };
    }

    // Rows whose bytes were flipped on the disk are no longer numbers, dates or JSON, though SQLite reads them.
    private IReadOnlyList<Subject> ReadGlobal(SqliteConnection connection)
    {
        try
        {
            return GlobalLayerReader.Read(connection);
        }
        catch (SqliteException exception)
        {
            throw StorageErrorText.Create(database.File, exception);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            throw new StorageException(
                $"The database {database.File} is damaged (a fact cannot be read: {exception.Message.ReplaceLineEndings(" ")}). "
                    + $"`AiNewsBot doctor` names the newest sound backup.",
                exception
            )
            {
                Fault = StorageError.Damaged,
            };
        }
    }

    /// <summary>The version of the dataset that was last taken in; null where none was.</summary>
    public int? ReadVersion()
    {
        using var connection = database.OpenToRead();
        var version = connection.ExecuteScalar<long>("SELECT COALESCE(MAX(version), 0) FROM dataset");
        return version > 0 ? (int)version : null;
    }

    /// <summary>Tells the dataset that was last taken in from others; null where none was.</summary>
    public string? ReadDigest()
    {
        using var connection = database.OpenToRead();
        return connection.ExecuteScalar<string?>("SELECT digest FROM dataset");
    }

    /// <summary>Some subjects with their global statements.</summary>
    public IReadOnlyList<Subject> Read(IReadOnlyCollection<string> ids)
    {
        using var connection = database.Open();
        var shared = new ValueInterner();
        var among = JsonList.From(ids);
        var statements = connection
            .Query<StatementRow>(
                $"SELECT {Columns} FROM statements WHERE layer = 'global' AND state = 'stated' AND subject IN (SELECT value FROM "
                    + $"json_each(@among)) ORDER BY subject, position",
                new { among }
            )
            .ToLookup(row => row.Subject);
        var withdrawn = connection
            .Query<StatementRow>(
                $"SELECT {Columns} FROM statements WHERE layer = 'global' AND state = 'retracted' AND subject IN (SELECT value FROM "
                    + $"json_each(@among))",
                new { among }
            )
            .ToLookup(row => row.Subject);
        return
        [
            .. connection
                .Query<SubjectRow>(
                    $"SELECT {SubjectColumns} FROM subjects WHERE id IN (SELECT value FROM json_each(@among))",
                    new { among }
                )
                .Select(row =>
                    row.ToSubject(statements[row.Id], shared) with
                    {
                        Withdrawn = [.. withdrawn[row.Id].Select(one => new Withdrawal(one.Property, IsLocal: false))],
                    }
                ),
        ];
    }

    /// <summary>The subjects of which a server says something else, as they are there.</summary>
    /// <param name="facts">The global facts.</param>
    public IReadOnlyList<Subject> ReadLayer(string layer, FactBase facts)
    {
        using var connection = database.Open();
        var shared = new ValueInterner();
        var own = connection.Query<StatementRow>(
            $"SELECT {Columns} FROM statements WHERE layer = @layer AND state <> 'inherits' ORDER BY subject, position",
            new { layer }
        );
        return
        [
            .. own.GroupBy(row => row.Subject)
                .Select(rows => facts.Find(rows.Key) is { } view ? Layered(view.Subject, [.. rows], shared) : null)
                .OfType<Subject>(),
        ];
    }

    /// <summary>The number of the last revision.</summary>
    public long LastRevision()
    {
        using var connection = database.Open();
        return Revisions.GetLast(connection);
    }

    /// <summary>The layers that are not empty, but for the global one.</summary>
    public IReadOnlyList<string> Layers()
    {
        using var connection = database.Open();
        return [.. connection.Query<string>("SELECT DISTINCT layer FROM statements WHERE layer <> 'global' AND state <> 'inherits'")];
    }

    /// <summary>
    /// Makes the facts in the database those of the dataset, but for what curators edited. Does nothing when they are already, or when
    /// those in the database are of a newer version.
    /// </summary>
    /// <param name="digest">Tells one content of a dataset from another.</param>
    /// <param name="read">Reads it; called only when it is another than the one in the database.</param>
    /// <exception cref="StorageException">It cannot be read or written; nothing was changed.</exception>
    public SeedResult Seed(string digest, Func<Dataset> read)
    {
        try
        {
            return SeedNow(digest, read);
        }
        catch (SqliteException exception) when (StorageErrorText.IsOfStorage(exception))
        {
            throw StorageErrorText.Create(database.File, exception);
        }
    }

    private SeedResult SeedNow(string digest, Func<Dataset> read)
    {
        using var connection = database.Open();
        using var transaction = connection.BeginTransaction();
        var current = connection.QueryFirstOrDefault<Seeding>(
            "SELECT version AS Version, digest AS Digest FROM dataset",
            transaction: transaction
        );
        if (current is { } same && same.Digest == digest)
            return SeedResult.Unchanged((int)same.Version);
        var dataset = read();
        if (current is { } newer && newer.Version > dataset.Version)
            return SeedResult.Unchanged((int)newer.Version);
        var result = new Seeder(connection, transaction, time.GetUtcNow()).Seed(dataset, digest);
        transaction.Commit();
        return result;
    }

    /// <summary>The rows of a property of a subject that a layer sees or hides: its own, and the global ones.</summary>
    internal static IReadOnlyList<StatementRow> ReadSlot(
        SqliteConnection connection,
        SqliteTransaction? transaction,
        string layer,
        string subject,
        string property
    ) =>
        [
            .. connection.Query<StatementRow>(
                $"SELECT {Columns} FROM statements WHERE layer IN ('global', @layer) AND subject = @subject AND property = @property "
                    + $"ORDER BY valid_from, position, layer",
                new
                {
                    layer,
                    subject,
                    property,
                },
                transaction
            ),
        ];

    /// <summary>The same of some subjects, for all properties.</summary>
    internal static IReadOnlyList<StatementRow> ReadRows(SqliteConnection connection, string layer, IEnumerable<string> subjects) =>
        [
            .. connection.Query<StatementRow>(
                $"SELECT {Columns} FROM statements WHERE layer IN ('global', @layer) AND subject IN (SELECT value FROM "
                    + $"json_each(@among)) ORDER BY valid_from, position, layer",
                new { layer, among = JsonList.From(subjects) }
            ),
        ];

    /// <summary>The row of a statement, or null.</summary>
    internal static StatementRow? ReadRow(SqliteConnection connection, SqliteTransaction? transaction, string id) =>
        connection.QueryFirstOrDefault<StatementRow>($"SELECT {Columns} FROM statements WHERE id = @id", new { id }, transaction);

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
