using AiNewsBot.Feeds;
using AiNewsBot.News.Feeds;

namespace AiNewsBot.Tests.News.Items;

/// <summary>Which entries of different feeds are one story: those of one article, and those of one title that say the same within two days.
/// No other sign counts: a wrong merge would lose a story.</summary>
public sealed class StoryFinderTests : IAsyncLifetime
{
    private const string Article = "https://lab.example/a";
    private NewsStorage _news = null!;
    private FeedRecord _lab = null!;
    private FeedRecord _paper = null!;

    public async ValueTask InitializeAsync()
    {
        _news = await NewsStorage.CreateAsync();
        _lab = await _news.AddFeedAsync("lab.example");
        _paper = await _news.AddFeedAsync("paper.example");
    }

    public ValueTask DisposeAsync() => _news.DisposeAsync();

    [Theory]
    [InlineData("https://lab.example/a")]
    [InlineData("http://www.lab.example/a/?utm_source=feed")]
    [InlineData("https://lab.example/a#comments")]
    public async Task Entries_that_declare_one_article_are_one_story_under_any_title(string declared)
    {
        await _news.ReadAsync(_lab, _news.Entry("The lab's own words", Article));
        await _news.ReadAsync(_paper, _news.Entry("Something else", "https://paper.example/1") with { Canonical = declared });

        Assert.Equal(await StoryOfAsync("The lab's own words"), await StoryOfAsync("Something else"));
    }

    [Fact]
    public async Task Link_to_the_article_of_another_site_declares_nothing()
    {
        await _news.ReadAsync(_lab, _news.Entry("The lab's own words", Article));
        await _news.ReadAsync(_paper, _news.Entry("A comment on it", Article));

        await AssertTwoAsync("The lab's own words", "A comment on it");
    }

    // A list of changes is the page of many entries: it tells none of them.
    [Fact]
    public async Task Page_that_several_stories_have_for_their_article_tells_none()
    {
        await _news.ReadAsync(_lab, _news.Entry("Version 1", Article), _news.Entry("Version 2", Article));
        await _news.ReadAsync(_paper, _news.Entry("Version 3", "https://paper.example/3") with { Canonical = Article });

        Assert.Equal(
            3,
            new HashSet<long>([await StoryOfAsync("Version 1"), await StoryOfAsync("Version 2"), await StoryOfAsync("Version 3")]).Count
        );
    }

    [Fact]
    public async Task Feed_never_tells_one_story_in_two_entries()
    {
        await _news.ReadAsync(_lab, _news.Entry("Morning", Article));
        await _news.ReadAsync(_lab, _news.Entry("Morning", Article), _news.Entry("Evening", Article));

        await AssertTwoAsync("Morning", "Evening");
    }

    [Theory]
    [InlineData("https://agency.example/x", "https://agency.example/x", "One text", "Another text", true)]
    [InlineData("https://agency.example/x", "http://www.agency.example/x/?fbclid=1", "One text", "Another text", true)]
    [InlineData("https://agency.example/x", "https://agency.example/y", "The same text.", "the same  TEXT", true)]
    [InlineData(null, null, "The same text.", "The same text.", true)]
    [InlineData("https://agency.example/x", "https://agency.example/y", "One text", "Another text", false)]
    [InlineData("https://agency.example/x#1", "https://agency.example/x#2", "One text", "Another text", false)]
    [InlineData("https://agency.example/", "https://agency.example/", "One text", "Another text", false)]
    [InlineData(null, null, null, null, false)]
    public async Task Same_title_is_one_story_only_with_the_same_link_or_text(
        string? link,
        string? otherLink,
        string? text,
        string? otherText,
        bool isOne
    )
    {
        await _news.ReadAsync(_lab, _news.Entry("Quartz 2 is out", link, text));
        await _news.ReadAsync(_paper, _news.Entry("QUARTZ 2 — is out!", otherLink, otherText));

        Assert.Equal(isOne, await StoryOfAsync("Quartz 2 is out") == await StoryOfAsync("QUARTZ 2 — is out!"));
    }

    [Theory]
    [InlineData(48, true)]
    [InlineData(49, false)]
    [InlineData(-48, true)]
    [InlineData(-49, false)]
    public async Task Same_title_is_one_story_within_two_days(int hours, bool isOne)
    {
        var day = _news.Time.GetUtcNow().AddDays(-10);
        await _news.ReadAsync(_lab, _news.Entry("Quartz 2 is out", null, "Text", day));
        await _news.ReadAsync(_paper, _news.Entry("Quartz 2 is out!", null, "Text", day.AddHours(hours)));

        Assert.Equal(isOne, await StoryOfAsync("Quartz 2 is out") == await StoryOfAsync("Quartz 2 is out!"));
    }

    // "Daily digest" under the same text each day: a title that a feed uses again and again tells nothing.
    [Fact]
    public async Task Title_that_a_feed_used_before_tells_no_story()
    {
        await _news.ReadAsync(_lab, Digest(_news.Time.GetUtcNow().AddDays(-9)));
        await _news.ReadAsync(_lab, Digest(_news.Time.GetUtcNow().AddDays(-9)), Digest(_news.Time.GetUtcNow()));
        await _news.ReadAsync(_paper, Digest(_news.Time.GetUtcNow()));

        Assert.Equal(3, (await _news.ListAsync<long>("SELECT DISTINCT story_id FROM items")).Length);

        FeedEntry Digest(DateTimeOffset day) => _news.Entry("Daily digest", null, "What happened", day) with { Id = $"digest of {day:O}" };
    }

    [Fact]
    public async Task Title_that_the_new_feed_itself_used_before_tells_no_story()
    {
        await _news.ReadAsync(_paper, _news.Entry("Week in review", null, "Ours", _news.Time.GetUtcNow().AddDays(-9)));
        await _news.ReadAsync(_lab, _news.Entry("Week in review", null, "Theirs"));
        await _news.ReadAsync(_paper, _news.Entry("Week in review", "https://paper.example/2", "Theirs"));

        Assert.Equal(3, (await _news.ListAsync<long>("SELECT DISTINCT story_id FROM items")).Length);
    }

    [Fact]
    public async Task Title_that_occurs_twice_in_one_document_merges_no_stories()
    {
        await _news.ReadAsync(_lab, _news.Entry("Bug fixes", null, "Text"));
        await _news.ReadAsync(
            _paper,
            _news.Entry("Bug fixes", "https://paper.example/1", "Text"),
            _news.Entry("Bug fixes", "https://paper.example/2", "Text")
        );

        Assert.Equal(3, (await _news.ListAsync<long>("SELECT DISTINCT story_id FROM items")).Length);
    }

    [Fact]
    public async Task Third_feed_joins_the_story_of_the_first()
    {
        var third = await _news.AddFeedAsync("third.example");
        await _news.ReadAsync(_lab, _news.Entry("A", Article));
        await _news.ReadAsync(_paper, _news.Entry("B", "https://paper.example/1") with { Canonical = Article });
        await _news.ReadAsync(third, _news.Entry("C", "https://third.example/1") with { Canonical = Article });

        Assert.Equal(await StoryOfAsync("A"), await StoryOfAsync("B"));
        Assert.Equal(await StoryOfAsync("A"), await StoryOfAsync("C"));
    }

    [Fact]
    public async Task Post_of_a_moderator_is_no_story_of_feeds()
    {
        await _news.ReadAsync(_lab, _news.Entry("Quartz 2 is out", Article, "Text"));
        await _news.ExecuteAsync("UPDATE items SET kind = 'Post', server_id = @Here", new { NewsStorage.Here });

        await _news.ReadAsync(_paper, _news.Entry("Quartz 2 is out!", "https://paper.example/1", "Text") with { Canonical = Article });

        await AssertTwoAsync("Quartz 2 is out", "Quartz 2 is out!");
    }

    // What a server added is seen in that server alone: it must neither take a story from others nor learn of theirs.
    [Fact]
    public async Task Feed_of_a_server_joins_stories_in_that_server_alone()
    {
        var theirs = await _news.AddServerFeedAsync("gossip.example", null, NewsStorage.There);
        await _news.ReadAsync(_lab, _news.Entry("The lab's", Article));
        await _news.ReadAsync(theirs, _news.Entry("The gossip's", "https://gossip.example/1") with { Canonical = Article });

        await AssertTwoAsync("The lab's", "The gossip's");
        await AssertTwoAsync("The lab's", "The gossip's", NewsStorage.Here);
        Assert.Equal(await StoryOfAsync("The lab's", NewsStorage.There), await StoryOfAsync("The gossip's", NewsStorage.There));
    }

    [Fact]
    public async Task Operators_feed_that_tells_what_a_server_knew_before_joins_it_in_that_server_alone()
    {
        var theirs = await _news.AddServerFeedAsync("gossip.example", null, NewsStorage.There);
        await _news.ReadAsync(theirs, _news.Entry("The gossip's", "https://gossip.example/1") with { Canonical = Article });
        await _news.ReadAsync(_lab, _news.Entry("The lab's", Article));

        await AssertTwoAsync("The lab's", "The gossip's", NewsStorage.Here);
        Assert.Equal(await StoryOfAsync("The gossip's", NewsStorage.There), await StoryOfAsync("The lab's", NewsStorage.There));
    }

    [Fact]
    public async Task Feeds_of_two_servers_make_no_story_together()
    {
        var here = await _news.AddServerFeedAsync("here.example", null, NewsStorage.Here);
        var there = await _news.AddServerFeedAsync("there.example", null, NewsStorage.There);
        await _news.ReadAsync(here, _news.Entry("Here", "https://here.example/1") with { Canonical = Article });
        await _news.ReadAsync(there, _news.Entry("There", "https://there.example/1") with { Canonical = Article });

        await AssertTwoAsync("Here", "There", NewsStorage.Here);
        await AssertTwoAsync("Here", "There", NewsStorage.There);
    }

    [Fact]
    public async Task Post_that_shows_a_story_is_updated_when_another_feed_tells_it_too()
    {
        var follower = await _news.FollowAsync();
        await _news.ReadAsync(_lab, _news.Entry("The lab's", Article));
        await _news.ExecuteAsync("UPDATE outbox SET state = 'sent'");

        await _news.ReadAsync(_paper, _news.Entry("The paper's", "https://paper.example/1") with { Canonical = Article });

        Assert.Equal(["The lab's"], await _news.PostsAsync(follower));
        Assert.Equal(
            ("stale", 2L),
            (await _news.AskAsync<string>("SELECT state FROM outbox"), await _news.AskAsync<long>("SELECT revision FROM items ORDER BY id"))
        );
    }

    [Fact]
    public async Task Feed_of_a_server_renews_no_post_of_another_server()
    {
        var theirs = await _news.AddServerFeedAsync("gossip.example", null, NewsStorage.There);
        await _news.FollowAsync(NewsStorage.Here);
        await _news.FollowAsync(NewsStorage.There);
        await _news.ReadAsync(_lab, _news.Entry("The lab's", Article));
        await _news.ExecuteAsync("UPDATE outbox SET state = 'sent', revision = 1");

        await _news.ReadAsync(theirs, _news.Entry("The gossip's", "https://gossip.example/1") with { Canonical = Article });

        Assert.Equal(
            [$"{NewsStorage.Here} sent", $"{NewsStorage.There} stale"],
            await _news.ListAsync<string>("SELECT server_id || ' ' || state FROM outbox ORDER BY id")
        );
    }

    private Task<long> StoryOfAsync(string title, string? server = null) => _news.StoryAsync(title, server);

    private async Task AssertTwoAsync(string one, string other, string? server = null) =>
        Assert.NotEqual(await StoryOfAsync(one, server), await StoryOfAsync(other, server));
}
