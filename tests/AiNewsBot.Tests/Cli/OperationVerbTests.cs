using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;

namespace AiNewsBot.Tests.Cli;

public sealed class OperationVerbTests
{
    [Fact]
    public async Task Shipped_dataset_validates()
    {
        using var terminal = new Terminal();

        var (code, text, _) = await terminal.RunAsync(["facts", "validate"]);

        Assert.Equal(0, code);
        Assert.StartsWith("No faults", text);
    }

    [Fact]
    public async Task Faulty_dataset_is_refused_with_file_and_line()
    {
        using var terminal = new Terminal();
        Directory.CreateDirectory(terminal["set"]);
        await File.WriteAllTextAsync(
            terminal["set/dataset.yaml"],
            "version: 1\nreleased: 2026-11-24\ncolour: red\n",
            TestContext.Current.CancellationToken
        );

        var (code, text, error) = await terminal.RunAsync(["facts", "validate", terminal["set"]]);

        Assert.Equal(1, code);
        Assert.Contains("dataset.yaml:3: ", text);
        Assert.Equal("1 fault", error.Trim());
    }

    [Theory]
    [InlineData("families/grok.yaml", "sources: {}\nfamily: {id: a, name: A\nreleases: []\n", 2)]
    [InlineData("en.yaml", "language: en\nmonths: {january: 1\n", 3)]
    [InlineData("sources/indexes.yaml", "sources:\n  a: {url: \"https://example.org\n", 2)]
    [InlineData("families/list.yaml", "- a\n", 1)]
    public async Task Dataset_with_a_file_that_is_no_yaml_is_refused_with_file_and_line(string file, string yaml, int line)
    {
        using var terminal = new Terminal();
        Directory.CreateDirectory(Path.GetDirectoryName(terminal[$"set/{file}"])!);
        await File.WriteAllTextAsync(
            terminal["set/dataset.yaml"],
            "version: 1\nreleased: 2026-11-24\n",
            TestContext.Current.CancellationToken
        );
        await File.WriteAllTextAsync(terminal[$"set/{file}"], yaml, TestContext.Current.CancellationToken);

        var (code, text, error) = await terminal.RunAsync(["facts", "validate", terminal["set"]]);

        Assert.Equal(1, code);
        Assert.StartsWith($"{terminal["set"]}/{file}:{line}: ", Assert.Single(text.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
        Assert.Equal("1 fault", error.Trim());
    }

    [Fact]
    public async Task Stats_count_facts_by_kind()
    {
        using var terminal = new Terminal();

        var (_, text, _) = await terminal.RunAsync(["facts", "stats", "--json"]);

        using var stats = JsonDocument.Parse(text);
        Assert.Equal(
            ["releases", "variants", "organizations", "licences", "events", "topics", "claims", "sources", "stale"],
            stats.RootElement.EnumerateObject().Select(count => count.Name)
        );
        Assert.True(stats.RootElement.GetProperty("releases").GetInt32() >= 45);
    }

    [Fact]
    public async Task Stats_report_coverage_by_family()
    {
        using var terminal = new Terminal();

        var (code, text, _) = await terminal.RunAsync(["facts", "stats", "--depth"]);

        Assert.Equal(0, code);
        Assert.Contains("rest on first-hand sources with their place: ", text);
        Assert.Contains("Best-known families: ", text);
        Assert.Contains("The oldest check is of ", text);
    }

    [Fact]
    public async Task Facts_export_writes_one_file()
    {
        using var terminal = new Terminal();
        await terminal.SeedAsync();

        var (code, _, _) = await terminal.RunAsync(["facts", "export", terminal["facts.json"]]);

        using var facts = JsonDocument.Parse(await File.ReadAllTextAsync(terminal["facts.json"], TestContext.Current.CancellationToken));
        Assert.Equal(0, code);
        Assert.Contains(
            facts.RootElement.GetProperty("subjects").EnumerateArray(),
            subject => subject.GetProperty("id").GetString() == "grok-1"
        );
    }

    [Fact]
    public async Task Backup_is_written_once_and_restore_keeps_what_it_replaces()
    {
        using var terminal = new Terminal();
        await terminal.SeedAsync();

        var backup = await terminal.RunAsync(["db", "backup", terminal["copy.db"]]);
        var again = await terminal.RunAsync(["db", "backup", terminal["copy.db"]]);
        Execute(terminal.DatabaseFile, "DELETE FROM statements");
        var restore = await terminal.RunAsync(["db", "restore", terminal["copy.db"]]);
        var check = await terminal.RunAsync(["db", "check"]);

        Assert.Equal((0, 1, 0, 0), (backup.Code, again.Code, restore.Code, check.Code));
        Assert.Contains("what it replaced is kept in", restore.Out);
        Assert.DoesNotContain(", 0 statements", check.Out);
        Assert.Contains("Integrity: sound.", check.Out);
    }

    [Theory]
    [InlineData("")]
    [InlineData("this is no database")]
    public async Task File_that_is_no_backup_is_not_restored(string content)
    {
        using var terminal = new Terminal();
        await terminal.SeedAsync();
        await File.WriteAllTextAsync(terminal["copy.db"], content, TestContext.Current.CancellationToken);

        var (code, _, error) = await terminal.RunAsync(["db", "restore", terminal["copy.db"]]);
        var check = await terminal.RunAsync(["db", "check"]);

        Assert.Equal(1, code);
        Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(0, check.Code);
    }

    [Fact]
    public async Task Missing_token_says_how_to_set_it()
    {
        using var terminal = new Terminal();

        var (code, _, error) = await terminal.RunAsync(["--Discord:Token="]);

        Assert.Equal(2, code);
        Assert.Contains("Discord__Token", error);
        Assert.Contains("ask", error);
    }

    [Fact]
    public async Task Malformed_token_is_reported_without_being_shown()
    {
        using var terminal = new Terminal();

        var (code, _, error) = await terminal.RunAsync(["--Discord:Token=\"very secret\""]);

        Assert.Equal(2, code);
        Assert.Contains("Discord:Token", error);
        Assert.DoesNotContain("secret", error);
    }

    [Theory]
    [InlineData("Storage:BackupsKept", "0")]
    [InlineData("Storage:BackupsKept", "many")]
    [InlineData("Discord:Gateway", "maybe")]
    [InlineData("Discord:ShardCount", "1000000")]
    [InlineData("News:PollInterval", "24:00:00")]
    [InlineData("News:PollInterval", "300")]
    [InlineData("Curation:Curators", "me")]
    [InlineData("Logging:LogLevel:Default", "Loud")]
    [InlineData("Logging:Format", "xml")]
    [InlineData("Http:Urls", "nonsense")]
    [InlineData("Discord:ShardCount", "-1")]
    [InlineData("Discord:PublicKey", "abc")]
    [InlineData("Facts:StaleAfterDays", "0")]
    public async Task Wrong_setting_is_one_line_that_names_its_key(string key, string value)
    {
        using var terminal = new Terminal();

        var (code, text, _) = await terminal.RunAsync(["doctor", $"--{key}={value}"]);

        Assert.Equal(2, code);
        Assert.Single(text.Split('\n'), line => line.Contains(key, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Doctor_passes_a_good_installation()
    {
        using var terminal = new Terminal();
        await terminal.SeedAsync();

        var (code, text, _) = await terminal.RunAsync(["doctor", "--Discord:Token=MTIz.abc.def", "--Http:Urls=http://127.0.0.1:0"]);

        Assert.Equal(0, code);
        Assert.DoesNotContain("FAULT", text);
        Assert.Equal(9, text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Theory]
    [InlineData("NULL", 0, "2 are asked, 1 failed last")]
    [InlineData("'b.example has no such page (404).'", 1, "all feeds failed last: is there a way to the internet?")]
    public async Task Doctor_finds_fault_with_the_feeds_where_all_of_them_failed(string fault, int expected, string says)
    {
        using var terminal = new Terminal();
        await terminal.SeedAsync();
        Execute(
            terminal.DatabaseFile,
            "INSERT INTO feeds (url, kind, origin, is_active, next_poll_at, created_at, fault) VALUES "
                + "('https://a.example/feed', 'Feed', 'Configured', 1, 0, 0, 'a.example did not answer.'), "
                + $"('https://b.example/feed', 'Feed', 'Configured', 1, 0, 0, {fault})"
        );

        var (code, text, _) = await terminal.RunAsync(["doctor", "--Discord:Token=MTIz.abc.def", "--Http:Urls=http://127.0.0.1:0"]);

        Assert.Equal(expected, code);
        Assert.Contains(says, text);
    }

    [Fact]
    public async Task Database_of_a_newer_version_is_left_alone()
    {
        using var terminal = new Terminal();
        await terminal.SeedAsync();
        Execute(
            terminal.DatabaseFile,
            "INSERT INTO SchemaVersions (ScriptName, Applied) VALUES ('AiNewsBot.Storage.Migrations.9999-future.sql', '2030-01-01')"
        );

        var (code, _, error) = await terminal.RunAsync(["db", "check"]);

        Assert.Equal(2, code);
        Assert.Contains("newer AiNewsBot", error);
    }

    private static void Execute(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Execute(sql);
    }
}
