using AiNewsBot.News.Items;

namespace AiNewsBot.Tests.News.Items;

public sealed class CanonicalUrlTests
{
    [Theory]
    [InlineData("http://www.News.test:80/A/b/?utm_source=x&id=3&fbclid=y#top", "news.test/A/b?id=3")]
    [InlineData("https://news.test/A/b?id=3", "news.test/A/b?id=3")]
    [InlineData("https://news.test/", "news.test")]
    [InlineData("https://news.test:8443/x", "news.test:8443/x")]
    [InlineData("https://b\u00fccher.test/\u00fc", "xn--bcher-kva.test/%C3%BC")]
    public void Ways_of_writing_an_address_have_one_form(string link, string canonical) => Assert.Equal(canonical, CanonicalUrl.Of(link));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/relative")]
    [InlineData("javascript:alert(1)")]
    [InlineData("mailto:a@b.test")]
    public void What_is_no_web_address_has_none(string? link) => Assert.Null(CanonicalUrl.Of(link));

    [Fact]
    public void A_whole_site_is_no_page_of_a_story()
    {
        Assert.False(CanonicalUrl.IsPage(CanonicalUrl.Of("https://news.test/")!));
        Assert.True(CanonicalUrl.IsPage(CanonicalUrl.Of("https://news.test/a")!));
    }
}
