using System.Text.Json;

namespace AiNewsBot.Tests.Cli;

public sealed class FeedsVerbTests
{
    private const string News = """
        <rss><channel><title>News „é“</title>
        <item><title>One</title><link>https://example.org/1</link><guid>1</guid><pubDate>Mon, 11 Mar 2024 17:41:09 GMT</pubDate></item>
        <item><description>Two</description></item></channel></rss>
        """;

    [Fact]
    public async Task Files_are_one_json_line_each_in_order_and_one_that_is_no_feed_ends_with_1()
    {
        using var terminal = new Terminal();
        await File.WriteAllTextAsync(terminal["news.xml"], News, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(terminal["page.html"], "<html></html>", TestContext.Current.CancellationToken);

        var (code, text, error) = await terminal.RunAsync([
            "feeds",
            "parse",
            "--json",
            terminal["news.xml"],
            terminal["page.html"],
            terminal["none.xml"],
        ]);

        Assert.Equal((1, ""), (code, error));
        var lines = text.TrimEnd().Split('\n');
        Assert.Equal(3, lines.Length);
        Assert.Equal(
            $$"""{"file":{{JsonSerializer.Serialize(terminal["news.xml"])}},"title":"News „é“","entries":["""
                + """{"title":"One","link":"https://example.org/1","id":"1","published":1710178869},"""
                + """{"title":null,"link":null,"id":null,"published":null}]}""",
            lines[0]
        );
        Assert.Equal((terminal["page.html"], "This is a web page (HTML), and no feed."), FaultIn(lines[1]));
        Assert.StartsWith("The file cannot be read: ", FaultIn(lines[2]).Error);
    }

    [Fact]
    public async Task Parsed_feeds_without_json_are_a_readable_list()
    {
        using var terminal = new Terminal();
        await File.WriteAllTextAsync(terminal["news.xml"], News, TestContext.Current.CancellationToken);

        var (code, text, _) = await terminal.RunAsync(["feeds", "parse", terminal["news.xml"]]);

        Assert.Equal(0, code);
        Assert.Contains("News „é“, 2 entries", text);
        Assert.Contains("2024-03-11 17:41  One  https://example.org/1", text);
    }

    [Theory]
    [InlineData("feeds")]
    [InlineData("feeds parse --json")]
    public async Task Feeds_parse_without_files_says_what_is_missing(string arguments)
    {
        using var terminal = new Terminal();

        var (code, text, error) = await terminal.RunAsync(arguments.Split(' '));

        Assert.Equal((2, ""), (code, text));
        Assert.NotEmpty(error);
    }

    private static (string? File, string? Error) FaultIn(string line)
    {
        var fault = JsonDocument.Parse(line).RootElement;
        return (fault.GetProperty("file").GetString(), fault.GetProperty("error").GetString());
    }
}
