using System.Collections.Immutable;
using System.Data.Common;
using System.Reflection;
using Dapper;

namespace AiNewsBot.Storage.Postgres;

/// <summary>The numbered scripts of PostgreSQL's schema, and which of them a database has had.</summary>
internal static class PostgresSchema
{
    private const string Folder = "AiNewsBot.Storage.Postgres.Migrations.";

    /// <summary>What the names of scripts end with that only add what an earlier program need not know: while processes are updated one by
    /// one, those of the version before can be started beside the new ones.</summary>
    private const string Expanding = ".expand.sql";

    private static readonly ImmutableArray<string> Scripts =
    [
        .. Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(IsScript).Order(StringComparer.Ordinal),
    ];

    /// <summary>The number of the newest script: the schema version of this program.</summary>
    public static int NewestVersion => Scripts.Length;

    public static bool IsScript(string name) => name.StartsWith(Folder, StringComparison.Ordinal);

    /// <summary>The schema version of a database: 0 for an empty one. What newer programs only added to it does not count.</summary>
    /// <exception cref="StorageException">It was written by a newer program that did more than add, or by another program.</exception>
    public static async Task<int> FindVersionAsync(DbConnection connection, string location)
    {
        var tables = (
            await connection.QueryAsync<string>("SELECT CAST(tablename AS text) FROM pg_tables WHERE schemaname = current_schema()")
        ).AsList();
        if (tables.Count == 0)
            return 0;
        if (!tables.Contains("schemaversions"))
            throw StorageException.Refusing(
                StorageError.Foreign,
                $"The database {location} is another program's: name another one in Storage:ConnectionString."
            );
        var applied = (await connection.QueryAsync<string>("SELECT scriptname FROM schemaversions")).AsList();
        return applied.Find(name => !Scripts.Contains(name) && !name.EndsWith(Expanding, StringComparison.Ordinal)) is { } unknown
            ? throw StorageException.Refusing(
                StorageError.Newer,
                $"The database {location} was written by a newer AiNewsBot (it has {unknown}): update the program, or restore an older "
                    + "backup."
            )
            : applied.Count(Scripts.Contains);
    }
}
