using AiNewsBot.News.Items;

namespace AiNewsBot.Tests.News.Items;

/// <summary>Which page is an entry's own article: the one that it declares, or its link where that stays on the feed's site.</summary>
public sealed class FeedSiteTests
{
    [Theory]
    [InlineData("https://lab.example/a", "lab.example/a")]
    [InlineData("https://blog.lab.example/a", "blog.lab.example/a")]
    [InlineData("http://WWW.LAB.example/a/", "lab.example/a")]
    [InlineData("https://lab.example/", null)]
    [InlineData("https://other.example/a", null)]
    [InlineData("https://notlab.example/a", null)]
    [InlineData("https://example/a", null)]
    [InlineData("ftp://lab.example/a", null)]
    [InlineData("no address", null)]
    [InlineData(null, null)]
    public void Link_is_the_article_where_it_stays_on_the_site(string? link, string? article) =>
        Assert.Equal(article, new FeedSite("https://feeds.lab.example/rss", null, "https://lab.example/").ArticleOf(link, null, false));

    [Theory]
    [InlineData("https://feeds.lab.example/rss", "https://lab.example/a")]
    [InlineData("https://lab.example/rss", "https://news.lab.example/a")]
    public void Site_counts_with_the_hosts_above_and_below_it(string feed, string link) =>
        Assert.NotNull(new FeedSite(feed).ArticleOf(link, null, false));

    [Fact]
    public void Two_hosts_under_one_domain_are_no_site() =>
        Assert.Null(new FeedSite("https://one.hoster.example/rss").ArticleOf("https://two.hoster.example/a", null, false));

    // Otherwise every page of ".com" would be of the site of a feed at a host without a dot.
    [Fact]
    public void Host_without_a_dot_has_no_hosts_below_it() =>
        Assert.Null(new FeedSite("https://com/rss").ArticleOf("https://lab.com/a", null, false));

    [Theory]
    [InlineData("https://elsewhere.example/its-article", "elsewhere.example/its-article")]
    [InlineData("https://elsewhere.example/", "lab.example/a")]
    [InlineData("nonsense", "lab.example/a")]
    public void Declared_page_comes_before_the_link_wherever_it_lies(string declared, string article) =>
        Assert.Equal(article, new FeedSite("https://lab.example/rss").ArticleOf("https://lab.example/a", declared, false));

    [Theory]
    [InlineData(true, "lab.example/changes#v2")]
    [InlineData(false, "lab.example/changes")]
    public void Fragment_counts_where_it_tells_the_entries_of_the_feed_apart(bool counts, string article) =>
        Assert.Equal(article, new FeedSite("https://lab.example/rss").ArticleOf("https://lab.example/changes#v2", null, counts));
}
