using System.Text.RegularExpressions;

namespace AiNewsBot.Tests.Architecture;

/// <summary>Only the folder of a database's own knows which database it is: another one can stand beside it without a feature being
/// touched.</summary>
public sealed partial class CommonSqlTests
{
    private static readonly string Source = Path.Combine(RepositoryRoot.Path, "src", "AiNewsBot");
    private static readonly string Own = Path.Combine("Storage", "Sqlite") + Path.DirectorySeparatorChar;

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
            where !file.Name.StartsWith(Own, StringComparison.Ordinal)
            from literal in Literal().Matches(file.Text).Select(match => match.Value)
            where Statement().IsMatch(literal)
            from word in SqliteWord().Matches(literal).Select(match => match.Value)
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

    [Fact]
    public void Types_of_SQLite_are_named_in_its_own_folder_only() =>
        Assert.Empty(
            from file in Files()
            where !file.Name.StartsWith(Own, StringComparison.Ordinal)
            where SqliteLibrary().IsMatch(file.Text)
            select file.Name
        );

    [Fact]
    public void Features_know_the_database_by_its_seam_only() =>
        Assert.Empty(
            from file in Files()
            where !file.Name.StartsWith(Own, StringComparison.Ordinal)
            where !Operating.Any(folder => file.Name.StartsWith(folder, StringComparison.Ordinal))
            where file.Text.Contains("AiNewsBot.Storage.Sqlite", StringComparison.Ordinal)
            select file.Name
        );

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
        @"\bINSERT\s+OR\b|\bREPLACE\s+INTO\b|\b(rowid|GLOB|IFNULL|PRAGMA|AUTOINCREMENT|MATCH|sqlite_\w+)\b|\b(json_\w+|datetime|strftime|unixepoch|"
            + @"last_insert_rowid|group_concat|instr|typeof|printf|iif)\s*\(|\bIS\s+(NOT\s+)?@",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex SqliteWord();

    [GeneratedRegex(@"Microsoft\.Data\.Sqlite|SQLitePCL|\bSqlite(Connection|Command|Transaction|Exception|DataReader|Parameter)\w*")]
    private static partial Regex SqliteLibrary();
}
