using AiNewsBot.Cli.Links;
using AiNewsBot.Feeds.Fetching;
using AiNewsBot.Feeds.Tests.Fetching;
using AiNewsBot.Hosting;
using AiNewsBot.Tests.Harness;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace AiNewsBot.Tests.Cli;

/// <summary>The operator checks whether the pages that facts cite still answer.</summary>
public sealed class FactsLinksTests
{
    private static readonly CancellationToken Cancelled = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(200, nameof(LinkState.Alive))]
    [InlineData(404, nameof(LinkState.Dead))]
    [InlineData(410, nameof(LinkState.Dead))]
    [InlineData(401, nameof(LinkState.Unclear))]
    [InlineData(403, nameof(LinkState.Unclear))]
    [InlineData(429, nameof(LinkState.Unclear))]
    [InlineData(503, nameof(LinkState.Unclear))]
    public async Task Page_is_dead_only_where_its_server_says_so(int status, string state)
    {
        await using var server = await FeedServer.StartAsync();
        server["/page"] = http =>
        {
            http.Response.StatusCode = status;
            return http.Response.WriteAsync("a page");
        };

        var link = Assert.Single(await CheckAsync(server, server.Address("/page").ToString()));

        Assert.Equal(state, link.State.ToString());
        Assert.Equal(status == 200, link.Reason is null);
    }

    [Fact]
    public async Task Archived_copy_of_a_dead_page_is_named()
    {
        await using var server = await FeedServer.StartAsync();
        var page = server.Address("/gone").ToString();
        server["/wayback"] = http =>
        {
            Assert.Equal(page, http.Request.Query["url"]);
            return http.Response.WriteAsync(
                """{"archived_snapshots":{"closest":{"available":true,"url":"http://web.archive.org/web/20240317/page","status":"200"}}}"""
            );
        };
        server["/gone"] = http =>
        {
            http.Response.StatusCode = 404;
            return Task.CompletedTask;
        };

        var link = Assert.Single(await CheckAsync(server, page));

        Assert.Equal("http://web.archive.org/web/20240317/page", link.Archived);
    }

    [Fact]
    public async Task One_server_is_asked_again_only_after_the_pause()
    {
        await using var server = await FeedServer.StartAsync();
        server["/page"] = http => http.Response.WriteAsync("a page");
        var time = new FakeTimeProvider();
        using var fetcher = Fetcher(time);
        var checker = new LinkChecker(fetcher, time, TimeSpan.FromSeconds(2), server.Address("/wayback").ToString());
        var page = server.Address("/page").ToString();
        await using var links = checker.CheckAsync([page, page + "?second"], Cancelled).GetAsyncEnumerator(Cancelled);
        await links.MoveNextAsync();

        var second = links.MoveNextAsync();
        Assert.False(second.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(2));

        Assert.True(await second);
    }

    [Fact]
    public void Report_remembers_the_last_line_of_each_address_and_drops_one_that_was_cut_off()
    {
        using var folder = new TemporaryFolder();
        var report = new LinkReport(folder["links.jsonl"]);
        var at = new DateTimeOffset(2026, 11, 29, 9, 0, 0, TimeSpan.Zero);
        report.Append(new CheckedLink("https://a.test/", at, LinkState.Dead, "no such page"));
        report.Append(new CheckedLink("https://a.test/", at.AddDays(1), LinkState.Alive));
        File.AppendAllText(folder["links.jsonl"], """{"url":"https://b.te""");

        Assert.Equal(new CheckedLink("https://a.test/", at.AddDays(1), LinkState.Alive), Assert.Single(report.Read()).Value);
    }

    [Fact]
    public void Report_that_is_another_file_is_refused_with_its_line()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["links.jsonl"], "# Notes\nnot ours\n");

        var refusal = Assert.Throws<UsageException>(() => new LinkReport(folder["links.jsonl"]).Read());

        Assert.Contains("links.jsonl, line 1: this is no line of a report on links", refusal.Message);
    }

    [Fact]
    public async Task Run_that_finds_all_addresses_in_its_report_asks_for_none()
    {
        using var terminal = new Terminal();
        await terminal.SeedAsync();
        var report = new LinkReport(terminal["links.jsonl"]);
        var cited = Cited();
        foreach (var url in cited)
            report.Append(new CheckedLink(url, DateTimeOffset.UtcNow, url == cited[0] ? LinkState.Dead : LinkState.Alive));

        var (code, output, _) = await terminal.RunAsync(["facts", "links", "--report", terminal["links.jsonl"]]);

        Assert.Equal(1, code);
        Assert.Contains("; 0 are to be asked for", output);
        Assert.Contains($"{cited[0]} is dead; cited for ", output);
        Assert.Contains("No archived copy of it is known.", output);
        Assert.Contains(" 0 could not be checked.", output);
    }

    [Fact]
    public async Task Archived_copy_of_a_cited_page_is_named_as_the_source_takes_it()
    {
        using var terminal = new Terminal();
        await terminal.SeedAsync();
        var report = new LinkReport(terminal["links.jsonl"]);
        var cited = Cited();
        var checkedAt = DateTimeOffset.UtcNow;
        foreach (var url in cited)
            report.Append(
                url == cited[0]
                    ? new CheckedLink(url, checkedAt, LinkState.Dead, "404", "https://archive.example.org/copy")
                    : new CheckedLink(url, checkedAt, LinkState.Alive)
            );

        var (_, output, _) = await terminal.RunAsync(["facts", "links", "--report", terminal["links.jsonl"]]);

        Assert.Contains($"Add to its source: archived: \"https://archive.example.org/copy\", dead: {checkedAt:yyyy-MM-dd}", output);
    }

    private static string[] Cited() =>
        [
            .. ShippedFacts
                .Dataset.Subjects.SelectMany(subject => subject.Statements)
                .SelectMany(claim => claim.Sources)
                .Select(source => source.Address)
                .Distinct(),
        ];

    private static async Task<List<CheckedLink>> CheckAsync(FeedServer server, params string[] pages)
    {
        using var fetcher = Fetcher(TimeProvider.System);
        var checker = new LinkChecker(fetcher, TimeProvider.System, TimeSpan.Zero, server.Address("/wayback").ToString());
        var links = new List<CheckedLink>();
        await foreach (var link in checker.CheckAsync(pages, Cancelled))
            links.Add(link);
        return links;
    }

    private static FeedFetcher Fetcher(TimeProvider time) =>
        new(new FeedFetcherOptions { AllowedAddresses = [new System.Net.IPNetwork(System.Net.IPAddress.Parse("127.0.0.0"), 8)] }, time);
}
