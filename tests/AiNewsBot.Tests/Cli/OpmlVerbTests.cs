using System.Text;
using AiNewsBot.Feeds.Opml;

namespace AiNewsBot.Tests.Cli;

/// <summary>Lists of feeds go to and from other readers on the console.</summary>
public sealed class OpmlVerbTests
{
    private const string Server = "200000000000000001";

    private const string List = """
        <opml version="2.0"><head/><body><outline text="AI">
        <outline type="rss" text="One" xmlUrl="https://one.test/feed"/>
        <outline type="rss" text="Two" xmlUrl="https://two.test/rss.xml"/>
        <outline type="rss" text="Local" xmlUrl="ftp://three.test/"/></outline></body></opml>
        """;

    [Fact]
    public async Task Imported_list_is_exported_again()
    {
        using var terminal = new Terminal();
        await terminal.SeedAsync();
        await WriteAsync(terminal["list.opml"]);

        var first = await terminal.RunAsync(["news", "opml", "import", terminal["list.opml"], "--server", Server]);
        var again = await terminal.RunAsync(["news", "opml", "import", terminal["list.opml"], "--server", Server]);
        var exported = await terminal.RunAsync(["news", "opml", "export", terminal["out.opml"], "--server", Server]);
        var others = await terminal.RunAsync(["news", "opml", "export", terminal["others.opml"]]);

        Assert.Equal((0, 0, 0, 0), (first.Code, again.Code, exported.Code, others.Code));
        Assert.Equal("Added 2; 0 were on the server's list already.", first.Out.Trim());
        Assert.StartsWith("ftp://three.test/ ", first.Error);
        Assert.Equal("Added 0; 2 were on the server's list already.", again.Out.Trim());
        Assert.Equal(
            ["https://one.test/feed", "https://two.test/rss.xml"],
            (await ReadAsync(terminal["out.opml"])).Select(feed => feed.Url)
        );
        Assert.Empty(await ReadAsync(terminal["others.opml"]));
    }

    [Fact]
    public async Task Without_a_server_the_operators_settings_are_printed()
    {
        using var terminal = new Terminal();
        await WriteAsync(terminal["list.opml"]);

        var (code, text, error) = await terminal.RunAsync(["news", "opml", "import", terminal["list.opml"]]);

        Assert.Equal(0, code);
        Assert.Equal(
            ["News__Feeds__0__Url=https://one.test/feed", "News__Feeds__1__Url=https://two.test/rss.xml"],
            text.Trim().Split(Environment.NewLine)
        );
        Assert.Contains("they replace the feeds that it comes with", error);
    }

    [Fact]
    public async Task More_feeds_than_a_server_may_add_are_left_out_and_said()
    {
        using var terminal = new Terminal();
        await terminal.SeedAsync();
        await File.WriteAllBytesAsync(
            terminal["long.opml"],
            OpmlWriter.Write("Long", Enumerable.Range(0, 60).Select(number => new OpmlFeed($"https://{number}.test/feed"))),
            TestContext.Current.CancellationToken
        );

        var (code, text, _) = await terminal.RunAsync(["news", "opml", "import", terminal["long.opml"], "--server", Server]);

        Assert.Equal(1, code);
        Assert.Contains("Added 50", text);
        Assert.Contains("10 were left out", text);
    }

    [Theory]
    [InlineData("none.opml", Server, "cannot be read")]
    [InlineData("page.html", Server, "is no list of feeds")]
    [InlineData("list.opml", "here", "--server is the id of a server")]
    public async Task Import_without_a_readable_list_or_a_server_is_refused(string file, string server, string fault)
    {
        using var terminal = new Terminal();
        await WriteAsync(terminal["list.opml"]);
        await File.WriteAllTextAsync(terminal["page.html"], "<html></html>", TestContext.Current.CancellationToken);

        var (code, _, error) = await terminal.RunAsync(["news", "opml", "import", terminal[file], "--server", server]);

        Assert.Equal(2, code);
        Assert.Contains(fault, error);
    }

    private static Task WriteAsync(string path) => File.WriteAllTextAsync(path, List, Encoding.UTF8, TestContext.Current.CancellationToken);

    private static async Task<IEnumerable<OpmlFeed>> ReadAsync(string path) =>
        OpmlReader.Read(await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken));
}
