using System.Text.RegularExpressions;

namespace AiNewsBot.Tests.Architecture;

/// <summary>Only the folder of a database's own knows which database it is: another one can stand beside it without a feature being
/// touched.</summary>
public sealed partial class CommonSqlTests
{
    private static readonly string Source = Path.Combine(RepositoryRoot.Path, "src", "AiNewsBot");
    private static readonly string Own = Path.Combine("Storage", "Sqlite") + Path.DirectorySeparatorChar;
    private static readonly string Postgres = Path.Combine("Storage", "Postgres") + Path.DirectorySeparatorChar;

    // Copies from the one to the other.
    private static readonly string Both = Path.Combine("Storage", "Maintenance") + Path.DirectorySeparatorChar;

    // What starts, checks and repairs the bot deals with the file; what it is made of is put together in one place.
    private static readonly string[] Operating =
    [
        "Cli" + Path.DirectorySeparatorChar,
        "Hosting" + Path.DirectorySeparatorChar,
        Path.Combine("Storage", "Setup") + Path.DirectorySeparatorChar,
    ];

    [Fact]
    public void Statements_of_features_are_in_the_common_part_of_SQLite_and_PostgreSQL() =>
        Assert.Empty(
            from file in Files()
            where !IsIn(file.Name, Own, Postgres, Both)
            from literal in Literal().Matches(file.Text).Select(match => match.Value)
            where Statement().IsMatch(literal)
            from word in SqliteWord().Matches(literal).Concat(PostgresWord().Matches(literal)).Select(match => match.Value)
            select $"{file.Name}: {word}"
        );

    [Fact]
    public void Words_of_SQLite_are_found_in_its_own_folder() =>
        Assert.Contains(
            from file in Files()
            where file.Name.StartsWith(Own, StringComparison.Ordinal)
            from literal in Literal().Matches(file.Text).Select(match => match.Value)
            select literal,
            literal => Statement().IsMatch(literal) && SqliteWord().IsMatch(literal)
        );

    [Theory]
    [InlineData("\"INSERT OR IGNORE INTO servers (id) VALUES (@id)\"")]
    [InlineData("\"SELECT id FROM items ORDER BY rowid\"")]
    [InlineData("\"SELECT id FROM items WHERE title IS @title\"")]
    [InlineData("\"SELECT id FROM items WHERE id IN (SELECT value FROM json_each(@ids))\"")]
    [InlineData("\"UPDATE items SET at = strftime('%s', 'now')\"")]
    public void Statement_for_SQLite_alone_is_noticed(string literal) =>
        Assert.True(Statement().IsMatch(literal) && SqliteWord().IsMatch(literal));

    [Theory]
    [InlineData("\"SELECT id FROM outbox FOR UPDATE SKIP LOCKED\"")]
    [InlineData("\"SELECT id::text FROM outbox\"")]
    [InlineData("\"SELECT id FROM items WHERE title ILIKE @title\"")]
    [InlineData("\"SELECT pg_advisory_xact_lock(1)\"")]
    public void Statement_for_PostgreSQL_alone_is_noticed(string literal) =>
        Assert.True(Statement().IsMatch(literal) && PostgresWord().IsMatch(literal));

    [Fact]
    public void Types_of_PostgreSQL_are_named_in_its_own_folder_only() =>
        Assert.Empty(
            from file in Files()
            where !IsIn(file.Name, Postgres, Both, Operating[2])
            where file.Text.Contains("Npgsql", StringComparison.Ordinal)
            select file.Name
        );

    [Fact]
    public void Types_of_SQLite_are_named_in_its_own_folder_only() =>
        Assert.Empty(from file in Files() where !IsIn(file.Name, Own, Both) where SqliteLibrary().IsMatch(file.Text) select file.Name);

    [Fact]
    public void Features_know_the_database_by_its_seam_only() =>
        Assert.Empty(
            from file in Files()
            where !IsIn(file.Name, [Own, Postgres, Both, .. Operating])
            where Seam().IsMatch(file.Text)
            select file.Name
        );

    private static bool IsIn(string file, params IEnumerable<string> folders) =>
        folders.Any(folder => file.StartsWith(folder, StringComparison.Ordinal));

    private static IEnumerable<(string Name, string Text)> Files() =>
        Directory
            .EnumerateFiles(Source, "*.cs", SearchOption.AllDirectories)
            .Select(file => (Name: Path.GetRelativePath(Source, file), Text: File.ReadAllText(file)))
            .Where(file =>
                !file.Name.StartsWith("obj" + Path.DirectorySeparatorChar, StringComparison.Ordinal)
                && !file.Name.StartsWith("bin" + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            );

    [GeneratedRegex("\"\"\".*?\"\"\"|\"(?:[^\"\\\\]|\\\\.)*\"", RegexOptions.Singleline)]
    private static partial Regex Literal();

    [GeneratedRegex(@"\b(SELECT|INSERT|UPDATE|DELETE|WHERE|VALUES|RETURNING|PRAGMA)\b")]
    private static partial Regex Statement();

    [GeneratedRegex(
        @"\bINSERT\s+OR\b|\bREPLACE\s+INTO\b|\b(rowid|GLOB|IFNULL|PRAGMA|AUTOINCREMENT|MATCH|sqlite_\w+)\b"
            + @"|\b(json_\w+|datetime|strftime|unixepoch|"
            + @"last_insert_rowid|group_concat|instr|typeof|printf|iif)\s*\(|\bIS\s+(NOT\s+)?@",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex SqliteWord();

    [GeneratedRegex(
        @"::\w|\b(pg_\w+|SKIP\s+LOCKED|FOR\s+UPDATE|ILIKE|SIMILAR\s+TO|date_trunc|to_timestamp)\b|\b(now|ANY)\s*\(",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex PostgresWord();

    [GeneratedRegex(@"AiNewsBot\.Storage\.(Sqlite|Postgres|Maintenance)\b")]
    private static partial Regex Seam();

    [GeneratedRegex(@"Microsoft\.Data\.Sqlite|SQLitePCL|\bSqlite(Connection|Command|Transaction|Exception|DataReader|Parameter)\w*")]
    private static partial Regex SqliteLibrary();
}
