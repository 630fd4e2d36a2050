using System.Text.Json;

namespace AiNewsBot.Tests.Cli;

public sealed class AskVerbTests
{
    [Fact]
    public async Task Ask_answers_without_token_or_network()
    {
        using var terminal = new Terminal();

        var (code, text, error) = await terminal.RunAsync(["ask", "Is Grok open source?"]);

        Assert.Equal(0, code);
        Assert.StartsWith("It depends on the release: Grok is mixed.", text);
        Assert.Contains("https://github.com/xai-org/grok-1", text);
        Assert.StartsWith("Facts: version ", error);
        Assert.EndsWith(", as they come with the program.\n", error);
        Assert.False(File.Exists(terminal.DatabaseFile));
    }

    [Fact]
    public async Task Ask_reads_the_database_where_there_is_one()
    {
        using var terminal = new Terminal();
        await terminal.SeedAsync();

        var (_, text, error) = await terminal.RunAsync(["ask", "Is Grok open source?"]);

        Assert.StartsWith("It depends", text);
        Assert.Empty(error);
    }

    [Fact]
    public async Task Ask_says_where_the_database_holds_other_facts_than_the_program()
    {
        using var terminal = new Terminal();
        await terminal.SeedAsync("another dataset");

        var (_, text, error) = await terminal.RunAsync(["ask", "Is Grok open source?"]);

        Assert.StartsWith("It depends", text);
        Assert.StartsWith($"Facts: those in {terminal.DatabaseFile}.", error);
        Assert.Contains("takes over when it starts", error);
    }

    [Fact]
    public async Task Question_without_quotes_is_answered_as_one_with_them()
    {
        using var terminal = new Terminal();

        var (code, text, _) = await terminal.RunAsync(["ask", "Is", "Grok", "open", "source?"]);

        Assert.Equal(0, code);
        Assert.StartsWith("It depends on the release: Grok is mixed.", text);
    }

    [Theory]
    [InlineData("help", "ask")]
    [InlineData("help facts validate", "--references")]
    public async Task Help_is_a_verb_too(string arguments, string says)
    {
        using var terminal = new Terminal();

        var (code, text, error) = await terminal.RunAsync(arguments.Split(' '));

        Assert.Equal(0, code);
        Assert.Contains(says, text);
        Assert.Empty(error);
    }

    [Fact]
    public async Task Json_answer_is_one_object_on_one_line()
    {
        using var terminal = new Terminal();

        var (_, text, _) = await terminal.RunAsync(["ask", "--json", "Is Grok-1 open source?"]);

        using var answer = JsonDocument.Parse(Assert.Single(text.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
        Assert.Equal("open-weights", answer.RootElement.GetProperty("verdict").GetString());
    }

    [Fact]
    public async Task Batch_gives_one_object_per_line_in_order()
    {
        using var terminal = new Terminal();

        var (_, text, _) = await terminal.RunAsync(["ask", "--json", "--batch"], "is grok-1 open source\n\nis claude open source\n");

        var verdicts = text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("verdict").GetString());
        Assert.Equal(["open-weights", null, "closed"], verdicts);
    }

    [Fact]
    public async Task Byte_order_mark_before_a_batch_is_no_part_of_its_first_question()
    {
        using var terminal = new Terminal();

        var (_, text, _) = await terminal.RunAsync(["ask", "--json", "--batch"], "\uFEFFis grok-1 open source\n");

        using var answer = JsonDocument.Parse(text);
        Assert.Equal("is grok-1 open source", answer.RootElement.GetProperty("question").GetString());
    }

    [Theory]
    [InlineData(0, "ask", "is grok-1 open source", "--exit-code")]
    [InlineData(4, "ask", "is flurbostat 9 open source", "--exit-code")]
    [InlineData(4, "ask", "is flurbostat 9 open source", "--exit-code", "--json")]
    [InlineData(0, "ask", "is flurbostat 9 open source")]
    public async Task Exit_code_tells_whether_it_was_answered_where_that_is_asked_for(int code, params string[] arguments)
    {
        using var terminal = new Terminal();

        Assert.Equal(code, (await terminal.RunAsync(arguments)).Code);
    }

    [Theory]
    [InlineData("is grok-1 open source\nis claude open source\n", 0)]
    [InlineData("is grok-1 open source\nis flurbostat 9 open source\nis claude open source\n", 4)]
    public async Task Exit_code_of_a_batch_tells_whether_all_were_answered(string questions, int code)
    {
        using var terminal = new Terminal();

        Assert.Equal(code, (await terminal.RunAsync(["ask", "--json", "--batch", "--exit-code"], questions)).Code);
    }

    [Theory]
    [InlineData("@everyone **is** [grok](https://evil.example) open source")]
    [InlineData("@/etc/hostname")]
    public async Task Question_starting_with_an_at_sign_is_not_read_as_a_response_file(string question)
    {
        using var terminal = new Terminal();

        var (code, text, _) = await terminal.RunAsync(["ask", "--json", question]);

        Assert.Equal(0, code);
        using var answer = JsonDocument.Parse(text);
        Assert.Equal(question, answer.RootElement.GetProperty("question").GetString());
    }

    [Theory]
    [InlineData("2024-02", "Grok-1 is closed")]
    [InlineData("2024-03-17", "open weights")]
    public async Task As_of_answers_for_that_day(string date, string says)
    {
        using var terminal = new Terminal();

        var (_, text, _) = await terminal.RunAsync(["ask", "is grok-1 open source", "--as-of", date]);

        Assert.Contains(says, text);
    }

    [Theory]
    [InlineData("someday")]
    [InlineData("2999")]
    public async Task Malformed_or_future_as_of_date_is_refused(string date)
    {
        using var terminal = new Terminal();

        var (code, text, error) = await terminal.RunAsync(["ask", "is grok-1 open source", "--as-of", date]);

        Assert.Equal(2, code);
        Assert.Empty(text);
        Assert.Contains(date, error);
    }

    [Theory]
    [InlineData("ask")]
    [InlineData("ask --batch question")]
    [InlineData("nonsense")]
    [InlineData("facts")]
    public async Task Wrong_usage_is_one_line_on_standard_error(string arguments)
    {
        using var terminal = new Terminal();

        var (code, text, error) = await terminal.RunAsync(arguments.Split(' '));

        Assert.Equal(2, code);
        Assert.Empty(text);
        Assert.NotEmpty(error);
    }

    [Fact]
    public async Task Damaged_database_is_reported_and_the_dataset_answers()
    {
        using var terminal = new Terminal();
        Directory.CreateDirectory(Path.GetDirectoryName(terminal.DatabaseFile)!);
        await File.WriteAllTextAsync(terminal.DatabaseFile, new string('x', 5000), TestContext.Current.CancellationToken);

        var (code, text, error) = await terminal.RunAsync(["ask", "is grok-1 open source"]);

        Assert.Equal(0, code);
        Assert.Contains("open weights", text);
        Assert.Contains(terminal.DatabaseFile, error);
    }
}
