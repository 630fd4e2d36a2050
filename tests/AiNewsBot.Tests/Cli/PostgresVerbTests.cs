using AiNewsBot.Cli;
using AiNewsBot.Storage.Postgres;
using AiNewsBot.Tests.Harness;

namespace AiNewsBot.Tests.Cli;

/// <summary>The verbs with a database on PostgreSQL.</summary>
public sealed class PostgresVerbTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static bool IsInstalled => PostgresCluster.IsInstalled;

    public void Dispose() => _folder.Dispose();

    [Fact(Skip = PostgresCluster.Absent, SkipUnless = nameof(IsInstalled))]
    public async Task Check_and_doctor_name_the_database_and_its_schema()
    {
        var database = await TestDatabase.CreateSeededPostgresAsync(_folder);

        var check = await RunAsync(database, "db", "check");
        var doctor = await RunAsync(database, "doctor");

        Assert.Equal(0, check.Code);
        Assert.Contains($"schema {PostgresSchema.NewestVersion} of {PostgresSchema.NewestVersion}", check.Out, StringComparison.Ordinal);
        Assert.Contains("Integrity: sound.", check.Out, StringComparison.Ordinal);
        Assert.Contains(doctor.Out.Split('\n'), line => line.StartsWith("ok     database", StringComparison.Ordinal));
        Assert.DoesNotContain("data folder", doctor.Out, StringComparison.Ordinal);
    }

    [Fact(Skip = PostgresCluster.Absent, SkipUnless = nameof(IsInstalled))]
    public async Task Backup_of_one_is_restored_into_another()
    {
        var one = await TestDatabase.CreateSeededPostgresAsync(_folder);
        var other = await TestDatabase.CreateBarePostgresAsync(_folder);

        var backup = await RunAsync(one, "db", "backup", _folder["mine.db"]);
        var restore = await RunAsync(other, "db", "restore", _folder["mine.db"]);
        var check = await RunAsync(other, "db", "check");

        Assert.Equal((0, ""), (backup.Code, backup.Error));
        Assert.Equal((0, ""), (restore.Code, restore.Error));
        Assert.Contains("statements, 0 posts pending", check.Out, StringComparison.Ordinal);
    }

    [Fact(Skip = PostgresCluster.Absent, SkipUnless = nameof(IsInstalled))]
    public async Task Copy_goes_there_and_back()
    {
        await SeededDatabase.CopyAsync(_folder["facts.db"]);
        var database = await TestDatabase.CreateBarePostgresAsync(_folder);

        var there = await RunAsync(database, "db", "copy", "--from", _folder["facts.db"]);
        var back = await RunAsync(database, "db", "copy", "--to", _folder["back.db"]);

        Assert.Equal((0, ""), (there.Code, there.Error));
        Assert.Matches("^Copied [0-9]{5} rows, and found each of them the same in both databases.", there.Out);
        Assert.Equal(there.Out, back.Out);
    }

    [Fact(Skip = PostgresCluster.Absent, SkipUnless = nameof(IsInstalled))]
    public async Task Questions_are_answered_from_it_and_its_facts_imported()
    {
        var database = await TestDatabase.CreateSeededPostgresAsync(_folder);
        await RunAsync(database, "facts", "export", _folder["facts.json"]);

        var answer = await RunAsync(database, "ask", "is grok open source");
        var import = await RunAsync(database, "facts", "import", _folder["facts.json"]);

        Assert.Equal((0, ""), (answer.Code, answer.Error));
        Assert.Equal((0, ""), (import.Code, import.Error));
        Assert.Contains("Nothing is to be changed.", import.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("postgres://user:secret@127.0.0.1:1/facts", 1, "The database facts on 127.0.0.1 cannot be reached")]
    [InlineData("Host=127.0.0.1;Port=none;Password=secret", 2, "Storage:ConnectionString: cannot be read")]
    [InlineData("postgres://host:port/x", 2, "Storage:ConnectionString: is no address of a database")]
    [InlineData("postgres:///facts", 2, "Storage:ConnectionString: names no host")]
    [InlineData("Host=127.0.0.1;Colour=red;Password=secret", 2, "Storage:ConnectionString: cannot be read")]
    public async Task Faulty_connection_string_is_told_in_one_line_without_its_password(string text, int expected, string message)
    {
        var (code, _, error) = await RunAsync(text, "db", "check");

        Assert.Equal(expected, code);
        Assert.StartsWith(message, Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Copy_without_PostgreSQL_says_what_it_needs()
    {
        var (code, _, error) = await RunAsync($"Data Source={_folder["facts.db"]}", "db", "copy", "--to", _folder["x.db"]);

        Assert.Equal(2, code);
        Assert.Contains("names PostgreSQL", error, StringComparison.Ordinal);
    }

    private async Task<(int Code, string Out, string Error)> RunAsync(string database, params string[] arguments)
    {
        using var written = new StringWriter();
        using var error = new StringWriter();
        var code = await CommandLineProgram.RunAsync(
            [.. arguments, $"--Storage:ConnectionString={database}", $"--Storage:BackupFolder={_folder["backups"]}"],
            TextReader.Null,
            written,
            error,
            TimeProvider.System
        );
        return (code, written.ToString(), error.ToString());
    }
}
