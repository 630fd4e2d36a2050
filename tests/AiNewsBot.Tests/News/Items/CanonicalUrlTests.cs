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
    public void Spellings_of_an_address_have_one_canonical_form(string link, string canonical) =>
        Assert.Equal(canonical, CanonicalUrl.Normalize(link));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/relative")]
    [InlineData("javascript:alert(1)")]
    [InlineData("mailto:a@b.test")]
    public void Text_that_is_no_web_address_has_no_canonical_form(string? link) => Assert.Null(CanonicalUrl.Normalize(link));

    [Fact]
    public void Site_root_is_no_story_page()
    {
        Assert.False(CanonicalUrl.IsPage(CanonicalUrl.Normalize("https://news.test/")!));
        Assert.True(CanonicalUrl.IsPage(CanonicalUrl.Normalize("https://news.test/a")!));
    }
}
