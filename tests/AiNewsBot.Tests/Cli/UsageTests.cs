using AiNewsBot.Cli;
using AiNewsBot.Configuration;

namespace AiNewsBot.Tests.Cli;

/// <summary>A verb that is used wrongly says in a line what it wants, and ends with 2; one that finds a fault ends with 1.</summary>
public sealed class UsageTests
{
    [Theory]
    [InlineData("What is the question? For example: ask \"Is Grok open source?\"", "ask")]
    [InlineData("With --batch the questions come on standard input, one per line.", "ask", "--batch", "is grok open")]
    [InlineData("'someday' is no date: write 2024, 2024-03 or 2024-03-17.", "ask", "--as-of", "someday", "is grok open")]
    [InlineData("2999 is in the future: facts are known up to today only.", "ask", "--as-of", "2999", "is grok open")]
    [InlineData("What is the message? For example: check \"Llama 3 is open source\"", "check")]
    [InlineData("With --batch the messages come on standard input, one per line.", "check", "--batch", "grok is open")]
    [InlineData("There is no folder /no/such/folder.", "facts", "validate", "/no/such/folder")]
    [InlineData("There is no folder /no/such/copies.", "facts", "validate", "--references", "/no/such/copies")]
    [InlineData("Http:Urls is empty, so the health endpoint is off.", "health", "--Http:Urls=")]
    [InlineData("No bot token: set Discord__Token", "--Discord:Token=")]
    [InlineData("--Storage:BackupsKept has no value: write --Storage:BackupsKept=VALUE", "db", "check", "--Storage:BackupsKept")]
    [InlineData("Storage:BackupsKept: must be a whole number, and not 'many'", "db", "check", "--Storage:BackupsKept=many")]
    public async Task Wrong_usage_ends_with_2_and_says_what_is_wanted(string says, params string[] arguments)
    {
        using var terminal = new Terminal();

        var (code, output, error) = await terminal.RunAsync(arguments);

        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith(says, Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'burn'", "burn")]
    [InlineData("'burn'", "db", "burn")]
    [InlineData("'restore'", "db", "restore")]
    [InlineData("'backup'", "db", "backup")]
    [InlineData("Required command was not provided.", "db")]
    [InlineData("Required command was not provided.", "facts")]
    public async Task Unknown_verb_or_option_ends_with_2_and_points_to_help(string says, params string[] arguments)
    {
        using var terminal = new Terminal();

        var (code, _, error) = await terminal.RunAsync(arguments);

        Assert.Equal(2, code);
        Assert.Contains(says, error, StringComparison.Ordinal);
        Assert.EndsWith("Run with --help to see what there is.", error.Trim(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ask", "facts", "db", "doctor", "health", "feeds", "check")]
    public async Task Help_lists_every_verb_in_both_ways_of_asking(params string[] verbs)
    {
        using var terminal = new Terminal();

        var (code, text, _) = await terminal.RunAsync(["--help"]);
        var other = await terminal.RunAsync(["help"]);

        Assert.Equal((0, text), (code, other.Out));
        Assert.All(verbs, verb => Assert.Contains($"  {verb} ", text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("db", "backup")]
    [InlineData("facts", "import")]
    public async Task Help_of_a_verb_is_of_that_verb(string verb, string sub)
    {
        using var terminal = new Terminal();

        var (code, text, _) = await terminal.RunAsync(["help", verb, sub]);

        Assert.Equal(0, code);
        Assert.Contains($"{verb} {sub}", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_of_import_says_that_what_a_full_file_lacks_is_retracted()
    {
        using var terminal = new Terminal();

        var (_, text, _) = await terminal.RunAsync(["help", "facts", "import"]);

        Assert.Contains("is retracted", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "model,date\nGrok-1,2024\n",
        "lacks source, license_raw, weights, training_code, training_data, paper: a table of claims has"
    )]
    [InlineData("", "lacks source, model, date, license_raw, weights, training_code, training_data, paper: a table of claims has")]
    [InlineData(
        "source,model,date,license_raw,weights,training_code,training_data,paper\nmot,Grok-1\n",
        ": line 2 is no row of a table with the columns source, model,"
    )]
    public async Task Table_that_cannot_be_compared_is_refused_in_our_words(string table, string says)
    {
        using var terminal = new Terminal();
        await File.WriteAllTextAsync(terminal["claims.csv"], table, TestContext.Current.CancellationToken);

        var (code, _, error) = await terminal.RunAsync(["facts", "compare", terminal["claims.csv"]]);

        Assert.Equal(2, code);
        Assert.Contains(terminal["claims.csv"], error, StringComparison.Ordinal);
        Assert.Contains(says, error, StringComparison.Ordinal);
        Assert.DoesNotContain("MissingField", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bot_that_does_not_answer_is_a_fault_with_its_address()
    {
        using var terminal = new Terminal();

        var (code, _, error) = await terminal.RunAsync(["health", "--Http:Urls=http://127.0.0.1:9"]);

        Assert.Equal(1, code);
        Assert.StartsWith("No bot answers at http://127.0.0.1:9: ", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("backup", "/no/such/folder/copy.db", "There is no folder /no/such/folder for the backup.")]
    [InlineData("restore", "/no/such/copy.db", "There is no backup at /no/such/copy.db.")]
    public async Task File_that_cannot_be_used_is_named(string verb, string file, string says)
    {
        using var terminal = new Terminal();
        await terminal.SeedAsync();

        var (code, _, error) = await terminal.RunAsync(["db", verb, file]);

        Assert.NotEqual(0, code);
        Assert.Equal(says, error.Trim());
    }

    [Fact]
    public async Task Database_that_is_not_there_yet_is_missing_to_check_and_backup()
    {
        using var terminal = new Terminal();

        var check = await terminal.RunAsync(["db", "check"]);
        var backup = await terminal.RunAsync(["db", "backup", terminal["copy.db"]]);

        Assert.Equal((2, 2), (check.Code, backup.Code));
        Assert.Equal(check.Error, backup.Error);
        Assert.Equal($"There is no database at {terminal.DatabaseFile} yet.", check.Error.Trim());
        Assert.False(File.Exists(terminal.DatabaseFile));
    }

    [Theory]
    [InlineData("--A:B=c", "A:B=c", "")]
    [InlineData("--A:B c", "A:B=c", "")]
    [InlineData("--a:b=1 --A:B=2", "a:b=2", "")]
    [InlineData("ask --A:B=c is grok", "A:B=c", "ask is grok")]
    [InlineData("--A:B=", "A:B=", "")]
    [InlineData("--A:B=c=d", "A:B=c=d", "")]
    [InlineData("--News:Feeds:0:Url=x", "News:Feeds:0:Url=x", "")]
    [InlineData("--json --as-of 2024", "", "--json --as-of 2024")]
    [InlineData("--A:=c", "", "--A:=c")]
    public void Keys_are_told_from_verbs_and_options_by_their_colon(string arguments, string keys, string rest)
    {
        var (found, others) = KeyArguments.Split(arguments.Split(' '));

        Assert.Equal(keys, string.Join(' ', found.Select(pair => $"{pair.Key}={pair.Value}")));
        Assert.Equal(rest, string.Join(' ', others));
    }

    [Theory]
    [InlineData("--A:B")]
    [InlineData("--A:B --C:D=e")]
    public void Key_without_a_value_is_named(string arguments) =>
        Assert.Equal(
            "--A:B has no value: write --A:B=VALUE",
            Assert.Throws<ConfigurationException>(() => KeyArguments.Split(arguments.Split(' '))).Message
        );
}
