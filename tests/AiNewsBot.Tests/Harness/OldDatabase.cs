using System.Globalization;
using AiNewsBot.Storage.Sqlite;
using Dapper;
using Microsoft.Data.Sqlite;

namespace AiNewsBot.Tests.Harness;

/// <summary>Databases of earlier versions, as their migrations left them.</summary>
internal static class OldDatabase
{
    /// <param name="last">The number of the last migration that the earlier version had.</param>
    public static void Create(string file, int last, Action<SqliteConnection> fill)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();

        // Nothing of it is to outlive the machine: without waiting for the disk it is made in a tenth of the time.
        connection.Execute("PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY");
        connection.Execute(
            "CREATE TABLE SchemaVersions (SchemaVersionID INTEGER CONSTRAINT 'PK_SchemaVersions_SchemaVersionID' PRIMARY KEY "
                + "AUTOINCREMENT NOT NULL, ScriptName TEXT NOT NULL, Applied DATETIME NOT NULL)"
        );
        var assembly = typeof(Migrator).Assembly;
        foreach (
            var name in assembly
                .GetManifestResourceNames()
                .Where(name => name.StartsWith("AiNewsBot.Storage.Migrations.", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Where(name => NumberOf(name) <= last)
        )
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            connection.Execute(reader.ReadToEnd());
            connection.Execute("INSERT INTO SchemaVersions (ScriptName, Applied) VALUES (@name, '2026-11-01')", new { name });
        }

        fill(connection);
    }

    private static int NumberOf(string script)
    {
        var end = script.IndexOf('-', StringComparison.Ordinal);
        return int.Parse(script[(end - 4)..end], CultureInfo.InvariantCulture);
    }
}
