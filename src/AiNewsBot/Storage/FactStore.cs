using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AiNewsBot.Facts;
using AiNewsBot.Facts.Reading;
using Dapper;
using Microsoft.Data.Sqlite;

namespace AiNewsBot.Storage;

/// <summary>The global layer of facts in the database.</summary>
public sealed class FactStore(Database database, TimeProvider time)
{
    /// <summary>All subjects with their statements, in the order of the dataset.</summary>
    /// <exception cref="StorageException">There is no database, or it holds no facts.</exception>
    public IReadOnlyList<Subject> Read()
    {
        using var connection = database.OpenToRead();
        if (Migrator.VersionOf(connection, database.File) == 0)
            throw new StorageException($"The database {database.File} holds no facts yet.");
        var shared = new SharedValues();
        var statements = connection.Query<StatementRow>(
            """
            SELECT id AS Id, subject AS Subject, property AS Property, value AS Value, valid_from AS ValidFrom, valid_to AS ValidTo,
                   sources AS Sources, verified_on AS VerifiedOn, note AS Note, rank AS Rank, qualifiers AS Qualifiers, position AS Position
            FROM statements ORDER BY subject, position
            """).ToLookup(row => row.Subject);
        var subjects = connection.Query<SubjectRow>(
            """
            SELECT id AS Id, kind AS Kind, name AS Name, parent AS Parent, about AS About, aliases AS Aliases, details AS Details,
                   related AS Related, asks AS Asks, position AS Position
            FROM subjects ORDER BY position
            """).Select(row => row.ToSubject(statements[row.Id], shared)).ToArray();
        return subjects.Length > 0 ? subjects : throw new StorageException($"The database {database.File} holds no facts yet.");
    }

    /// <summary>
    /// Makes the facts in the database those of the dataset. Does nothing when they are already, or when those in the database are of a
    /// newer version.
    /// </summary>
    /// <param name="digest">Tells one content of a dataset from another.</param>
    /// <param name="read">Reads it; called only when it is another than the one in the database.</param>
    public SeedResult Seed(string digest, Func<Dataset> read)
    {
        using var connection = database.Open();
        using var transaction = connection.BeginTransaction();
        var stands = connection.QueryFirstOrDefault<(long Version, string Digest)?>("SELECT version, digest FROM dataset", transaction: transaction);
        if (stands is { } same && same.Digest == digest)
            return new SeedResult(0, 0, 0, (int)same.Version);
        var dataset = read();
        if (stands is { } newer && newer.Version > dataset.Version)
            return new SeedResult(0, 0, 0, (int)newer.Version);
        var rows = RowsOf(dataset);

        var before = connection.Query<string>("SELECT id FROM statements", transaction: transaction).ToHashSet();
        connection.Execute(
            """
            INSERT INTO subjects (id, kind, name, parent, about, aliases, details, related, asks, position)
            VALUES (@Id, @Kind, @Name, @Parent, @About, @Aliases, @Details, @Related, @Asks, @Position)
            ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, name = excluded.name, parent = excluded.parent, about = excluded.about,
                aliases = excluded.aliases, details = excluded.details, related = excluded.related, asks = excluded.asks, position = excluded.position
            """, rows.Subjects, transaction);
        var changed = WriteStatements(connection, transaction, rows.Statements);
        var now = rows.Statements.Select(row => row.Id).ToHashSet();
        var gone = before.Where(id => !now.Contains(id)).Select(id => new { id }).ToArray();
        connection.Execute("DELETE FROM statements WHERE id = @id", gone, transaction);
        var subjects = rows.Subjects.Select(row => row.Id).ToHashSet();
        connection.Execute("DELETE FROM subjects WHERE id = @id",
            connection.Query<string>("SELECT id FROM subjects", transaction: transaction).Where(id => !subjects.Contains(id)).Select(id => new { id }).ToArray(), transaction);
        connection.Execute(
            """
            INSERT INTO dataset (only_row, version, released, digest, seeded_at) VALUES (1, @Version, @released, @digest, @at)
            ON CONFLICT (only_row) DO UPDATE SET version = excluded.version, released = excluded.released, digest = excluded.digest, seeded_at = excluded.seeded_at
            """,
            new { dataset.Version, released = Day(dataset.Released), digest, at = time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture) }, transaction);
        transaction.Commit();
        var added = now.Count(id => !before.Contains(id));
        return new SeedResult(added, changed - added, gone.Length, dataset.Version);
    }

    private static int WriteStatements(SqliteConnection connection, SqliteTransaction transaction, StatementRow[] rows) => connection.Execute(
        """
        INSERT INTO statements (id, subject, property, value, valid_from, valid_to, sources, verified_on, note, rank, qualifiers, position)
        VALUES (@Id, @Subject, @Property, @Value, @ValidFrom, @ValidTo, @Sources, @VerifiedOn, @Note, @Rank, @Qualifiers, @Position)
        ON CONFLICT (id) DO UPDATE SET valid_to = excluded.valid_to, sources = excluded.sources, verified_on = excluded.verified_on,
            note = excluded.note, rank = excluded.rank, qualifiers = excluded.qualifiers, position = excluded.position
        WHERE (valid_to, sources, verified_on, note, rank, qualifiers, position)
            IS NOT (excluded.valid_to, excluded.sources, excluded.verified_on, excluded.note, excluded.rank, excluded.qualifiers, excluded.position)
        """, rows, transaction);

    private static (SubjectRow[] Subjects, StatementRow[] Statements) RowsOf(Dataset dataset)
    {
        var subjects = dataset.Subjects.Select(SubjectRow.Of).ToArray();
        var statements = new List<StatementRow>();
        var seen = new Dictionary<string, int>();
        foreach (var statement in dataset.Subjects.SelectMany(subject => subject.Statements))
        {
            // What makes a statement this one and no other: its subject, property, value and beginning.
            var key = $"{statement.Subject}\n{statement.Property}\n{statement.Value}\n{statement.ValidFrom}";
            seen[key] = seen.GetValueOrDefault(key) + 1;
            statements.Add(StatementRow.Of(statement, Hash($"{key}\n{seen[key]}")[..20], statements.Count));
        }

        return (subjects, [.. statements]);
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
