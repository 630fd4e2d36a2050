using AiNewsBot.News.Feeds;
using AiNewsBot.News.Rendering;

namespace AiNewsBot.Tests.News.Rendering;

/// <summary>Which stories a server finds: the operator's, its own feeds' and its own posts; no other server's.</summary>
public sealed class NewsSearchTests : IAsyncLifetime
{
    private NewsStorage _news = null!;
    private FeedRecord _lab = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private NewsSearch Search => new(_news.Database, _news.Stories);

    public async ValueTask InitializeAsync()
    {
        _news = await NewsStorage.CreateAsync();
        _lab = await _news.AddFeedAsync("lab.example");
    }

    public ValueTask DisposeAsync() => _news.DisposeAsync();

    [Theory]
    [InlineData("quartz", "Quartz 2 is out")]
    [InlineData("QUARTZ, out!", "Quartz 2 is out")]
    [InlineData("out quartz", "Quartz 2 is out")]
    [InlineData("tokens", "Quartz 2 is out")]
    [InlineData("quart", "Quartz 2 is out")]
    [InlineData("quartz flint", "")]
    [InlineData("100%", "Hundred 100% of it")]
    [InlineData("%", "")]
    [InlineData("_", "")]
    [InlineData("' OR 1=1 --", "")]
    [InlineData("", "")]
    [InlineData("é", "Café news")]
    public async Task Story_is_found_by_each_word_in_its_title_or_text(string text, string titles)
    {
        await _news.ReadAsync(
            _lab,
            _news.Entry("Quartz 2 is out", null, "It was trained on 9 trillion TOKENS."),
            _news.Entry("Hundred 100% of it"),
            _news.Entry("Café news")
        );

        Assert.Equal(titles, string.Join('|', await TitlesAsync(NewsStorage.Here, text)));
    }

    [Fact]
    public async Task Only_the_first_eight_words_count()
    {
        await _news.ReadAsync(_lab, _news.Entry("a1 b2 c3 d4 e5 f6 g7 h8"));

        Assert.Single(await TitlesAsync(NewsStorage.Here, "a1 b2 c3 d4 e5 f6 g7 h8 notthere"));
        Assert.Empty(await TitlesAsync(NewsStorage.Here, "a1 b2 c3 d4 e5 f6 g7 notthere"));
    }

    [Fact]
    public async Task Newest_stories_come_first_as_many_as_are_wanted()
    {
        var now = _news.Time.GetUtcNow();
        await _news.ReadAsync(_lab, [.. Enumerable.Range(1, 5).Select(n => _news.Entry($"Story {n}", published: now.AddHours(-n)))]);

        Assert.Equal(
            ["Story 1", "Story 2"],
            (await Search.LatestAsync(NewsStorage.Here, null, 2, Cancelled)).Select(story => story.Item.Title)
        );
    }

    [Theory]
    [InlineData("quartz-2", "Quartz 2 is out")]
    [InlineData("lumen", "Quartz 2 is out")]
    [InlineData("rival", "")]
    public async Task Latest_stories_about_a_subject_are_those_that_speak_of_it(string about, string titles)
    {
        await _news.ReadAsync(_lab, _news.Entry("Quartz 2 is out"), _news.Entry("It rains"));

        Assert.Equal(titles, string.Join('|', (await Search.LatestAsync(null, about, 5, Cancelled)).Select(story => story.Item.Title)));
    }

    [Fact]
    public async Task Story_that_several_feeds_tell_is_found_once()
    {
        var paper = await _news.AddFeedAsync("paper.example");
        await _news.ReadAsync(_lab, _news.Entry("Quartz 2 is out", "https://lab.example/a"));
        await _news.ReadAsync(
            paper,
            _news.Entry("Quartz 2 was released", "https://paper.example/1") with
            {
                Canonical = "https://lab.example/a",
            }
        );

        Assert.Single(await TitlesAsync(null, "quartz"));
        Assert.Single(await Search.LatestAsync(null, null, 5, Cancelled));
    }

    [Fact]
    public async Task Story_of_a_servers_own_feed_is_found_in_that_server_alone()
    {
        var theirs = await _news.AddServerFeedAsync("gossip.example", null, NewsStorage.There);
        await _news.ReadAsync(theirs, _news.Entry("Gossip"));
        var id = await _news.AskAsync<long>("SELECT id FROM items");

        Assert.Empty(await TitlesAsync(NewsStorage.Here, "gossip"));
        Assert.Empty(await TitlesAsync(null, "gossip"));
        Assert.Null(await Search.GetAsync(NewsStorage.Here, id, Cancelled));
        Assert.Equal(["Gossip"], await TitlesAsync(NewsStorage.There, "gossip"));
        Assert.NotNull(await Search.GetAsync(NewsStorage.There, id, Cancelled));
    }

    // What a moderator writes is seen by others when it is posted, and in his server alone.
    [Theory]
    [InlineData("draft", NewsStorage.Here, false)]
    [InlineData("scheduled", NewsStorage.Here, false)]
    [InlineData("dropped", NewsStorage.Here, false)]
    [InlineData("sent", NewsStorage.Here, true)]
    [InlineData("stale", NewsStorage.Here, true)]
    [InlineData("sent", NewsStorage.There, false)]
    [InlineData("sent", null, false)]
    public async Task Own_post_is_found_once_it_was_posted_in_its_server(string state, string? server, bool isFound)
    {
        await _news.ExecuteAsync(
            "INSERT INTO items (id, kind, server_id, title, dated_at, first_seen_at, story_id) "
                + "VALUES (1, 'Post', @Here, 'Own words', 1, 1, 1)",
            new { NewsStorage.Here }
        );
        await _news.ExecuteAsync(
            "INSERT INTO outbox (kind, item_id, server_id, channel_id, state, created_at) VALUES ('post', 1, @Here, '10', @state, 1)",
            new { NewsStorage.Here, state }
        );

        Assert.Equal(isFound ? 1 : 0, (await TitlesAsync(server, "own words")).Length);
        Assert.Equal(isFound ? 1 : 0, (await Search.LatestAsync(server, null, 5, Cancelled)).Length);
    }

    [Fact]
    public async Task Unknown_id_is_no_story() => Assert.Null(await Search.GetAsync(NewsStorage.Here, 4711, Cancelled));

    [Fact]
    public async Task Story_names_the_feed_whose_words_it_shows_first_and_no_foreign_feed()
    {
        var theirs = await _news.AddServerFeedAsync("gossip.example", null, NewsStorage.There);
        var paper = await _news.AddFeedAsync("paper.example");
        await _news.ReadAsync(_lab, _news.Entry("The lab's", "https://lab.example/a"));
        foreach (var feed in new[] { theirs, paper })
            await _news.ReadAsync(
                feed,
                _news.Entry($"By {feed.Name}", $"https://{feed.Name}/1") with
                {
                    Canonical = "https://lab.example/a",
                }
            );
        var item = await _news.AskAsync<long>("SELECT MIN(id) FROM items");

        Assert.Equal(
            ["lab.example", "paper.example"],
            (await _news.Stories.ReadAsync(item, NewsStorage.Here, Cancelled))!.Sources.Select(source => source.Name)
        );
        Assert.Equal(
            ["lab.example", "gossip.example", "paper.example"],
            (await _news.Stories.ReadAsync(item, NewsStorage.There, Cancelled))!.Sources.Select(source => source.Name)
        );
    }

    [Fact]
    public async Task Stories_are_read_in_the_order_of_their_ids_without_those_that_are_gone()
    {
        await _news.ReadAsync(_lab, _news.Entry("Second"));
        await _news.ReadAsync(_lab, _news.Entry("First"));
        var ids = await _news.ListAsync<long>("SELECT id FROM items ORDER BY id DESC");

        var stories = await _news.Stories.ReadAsync([ids[0], 4711, ids[1]], null, Cancelled);

        Assert.Equal(["First", "Second"], stories.Select(story => story.Item.Title));
    }

    private async Task<string[]> TitlesAsync(string? server, string text) =>
        [.. (await Search.FindAsync(server, text, 5)).Select(story => story.Item.Title)];
}
