using AiNewsBot.Feeds.Fetching;

namespace AiNewsBot.Feeds.Tests.Fetching;

/// <summary>Addresses of well-known sites, as people copy them, and the feeds that they mean.</summary>
public sealed class SiteFeedTests
{
    [Theory]
    [InlineData(
        "https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv/videos",
        "https://www.youtube.com/feeds/videos.xml?channel_id=UCabcdefghijklmnopqrstuv"
    )]
    [InlineData("youtube.com/playlist?list=PLabcdefghij", "https://www.youtube.com/feeds/videos.xml?playlist_id=PLabcdefghij")]
    [InlineData("https://old.reddit.com/r/LocalLLaMA/", "https://www.reddit.com/r/LocalLLaMA/.rss")]
    [InlineData("https://www.reddit.com/r/LocalLLaMA/new", "https://www.reddit.com/r/LocalLLaMA/new/.rss")]
    [InlineData("https://www.reddit.com/user/some-one", "https://www.reddit.com/user/some-one/.rss")]
    [InlineData("https://github.com/allenai/OLMo", "https://github.com/allenai/OLMo/releases.atom")]
    [InlineData("https://github.com/allenai/OLMo.git", "https://github.com/allenai/OLMo/releases.atom")]
    [InlineData("https://github.com/allenai/OLMo/releases", "https://github.com/allenai/OLMo/releases.atom")]
    [InlineData("https://github.com/allenai/OLMo/tags", "https://github.com/allenai/OLMo/tags.atom")]
    [InlineData("https://github.com/allenai/OLMo/commits", "https://github.com/allenai/OLMo/commits.atom")]
    [InlineData("https://github.com/allenai/OLMo/commits/main/", "https://github.com/allenai/OLMo/commits/main.atom")]
    [InlineData("https://huggingface.co/blog", "https://huggingface.co/blog/feed.xml")]
    [InlineData("https://huggingface.co/allenai", "https://huggingface.co/api/models?author=allenai&sort=createdAt&direction=-1&limit=50")]
    [InlineData(
        "https://huggingface.co/deepseek-ai/models",
        "https://huggingface.co/api/models?author=deepseek-ai&sort=createdAt&direction=-1&limit=50"
    )]
    [InlineData(
        "https://huggingface.co/models?sort=created&author=Qwen",
        "https://huggingface.co/api/models?author=Qwen&sort=createdAt&direction=-1&limit=50"
    )]
    [InlineData("https://huggingface.co/papers", "https://huggingface.co/api/daily_papers?limit=50")]
    [InlineData("https://huggingface.co/papers/date/2026-11-27", "https://huggingface.co/api/daily_papers?limit=50")]
    [InlineData(
        "https://www.reddit.com/r/LocalLLaMA/search/?q=open+weights&sort=new",
        "https://www.reddit.com/r/LocalLLaMA/search.rss?q=open+weights&restrict_sr=1&sort=new"
    )]
    [InlineData("https://medium.com/tag/open-source-ai/recommended", "https://medium.com/feed/tag/open-source-ai")]
    [InlineData("https://fosstodon.org/@someone", "https://fosstodon.org/@someone.rss")]
    [InlineData("https://bsky.app/profile/ai.bsky.social", "https://bsky.app/profile/ai.bsky.social/rss")]
    [InlineData("https://importai.substack.com/archive", "https://importai.substack.com/feed")]
    [InlineData("https://medium.com/@jane", "https://medium.com/feed/@jane")]
    [InlineData("https://jane.medium.com/", "https://jane.medium.com/feed")]
    [InlineData("https://arxiv.org/list/cs.CL/recent", "https://rss.arxiv.org/rss/cs.CL")]
    [InlineData(
        "https://arxiv.org/search/?query=open+weights&searchtype=all",
        "https://export.arxiv.org/api/query?search_query=all:%22open+weights%22&sortBy=submittedDate&sortOrder=descending&max_results=50"
    )]
    [InlineData("https://hn.algolia.com/?dateRange=all&q=open%20source%20model", "https://hnrss.org/newest?q=open%20source%20model")]
    [InlineData("https://news.ycombinator.com", "https://news.ycombinator.com/rss")]
    [InlineData("https://news.ycombinator.com/show", "https://hnrss.org/show")]
    [InlineData("https://news.ycombinator.com/user?id=pg", "https://hnrss.org/user?id=pg")]
    public void Address_of_a_known_site_means_its_feed(string page, string feed) =>
        Assert.Equal(feed, SiteFeeds.Find(FeedAddress.TryParse(page)!)?.Address.ToString());

    [Theory]
    [InlineData("https://www.reddit.com/r/LocalLLaMA/.rss")]
    [InlineData("https://github.com/allenai/OLMo/releases.atom")]
    [InlineData("https://github.com/allenai/OLMo/issues/7")]
    [InlineData("https://github.com/allenai")]
    [InlineData("https://importai.substack.com/feed")]
    [InlineData("https://www.youtube.com/@handle")]
    [InlineData("https://www.youtube.com/watch?v=abcdefghijk")]
    [InlineData("https://www.tiktok.com/@someone")]
    [InlineData("https://huggingface.co/allenai/OLMo-2-1124-7B")]
    [InlineData("https://huggingface.co/papers/2411.15124")]
    [InlineData("https://huggingface.co/datasets")]
    [InlineData("https://huggingface.co/pricing")]
    [InlineData("https://huggingface.co/")]
    [InlineData("https://substack.com/@someone")]
    [InlineData("https://blog.example.org/")]
    public void Feeds_and_pages_that_say_nothing_of_one_are_left_alone(string page) =>
        Assert.Null(SiteFeeds.Find(FeedAddress.TryParse(page)!));

    [Fact]
    public void Parts_of_a_feed_are_named_in_words() =>
        Assert.Equal(
            "the commits of allenai/OLMo in main",
            SiteFeeds.Find(FeedAddress.TryParse("https://github.com/allenai/OLMo/commits/main")!)!.Content
        );
}
