using AiNewsBot.Feeds.Fetching;

namespace AiNewsBot.Feeds.Tests.Fetching;

public sealed class FeedAddressTests
{
    [Theory]
    [InlineData("https://example.org/feed", "https://example.org/feed")]
    [InlineData(" http://example.org:8080/a?b=c#d ", "http://example.org:8080/a?b=c")]
    [InlineData("example.org/feed", "https://example.org/feed")]
    [InlineData("example.org:8443/feed", "https://example.org:8443/feed")]
    [InlineData("HTTPS://Example.ORG", "https://example.org/")]
    [InlineData("<https://example.org/feed>", "https://example.org/feed")]
    [InlineData("`https://example.org/feed`", "https://example.org/feed")]
    [InlineData(" <example.org/feed> ", "https://example.org/feed")]
    [InlineData("feed://example.org/feed", "http://example.org/feed")]
    [InlineData("Feed:https://example.org/feed", "https://example.org/feed")]
    [InlineData("<feed://https://example.org/feed>", "https://example.org/feed")]
    [InlineData("feed:example.org/feed", "https://example.org/feed")]
    [InlineData("feed.example.org", "https://feed.example.org/")]
    [InlineData("https://bücher.example/ä", "https://bücher.example/%C3%A4")]
    public void Web_address_is_accepted(string text, string expected) => Assert.Equal(expected, FeedAddress.TryParse(text)?.ToString());

    [Theory]
    [InlineData("ftp://example.org/feed", "is neither http nor https")]
    [InlineData("file:///etc/passwd", "is neither http nor https")]
    [InlineData("javascript:alert(1)", "is no web address")]
    [InlineData("feed:javascript:alert(1)", "is no web address")]
    [InlineData("feed:file:///etc/passwd", "is neither http nor https")]
    [InlineData("<feed://user:secret@example.org/>", "has a user name or password in it, which others would see")]
    [InlineData("https://user:secret@example.org/", "has a user name or password in it, which others would see")]
    [InlineData("user@example.org", "has a user name or password in it, which others would see")]
    [InlineData("https://", "is no web address")]
    [InlineData("https://example.org:99999/", "is no web address")]
    [InlineData("", "is no web address")]
    public void Invalid_address_is_refused_with_its_fault(string text, string expected)
    {
        Assert.Null(FeedAddress.TryParse(text, out string? fault));
        Assert.Equal(expected, fault);
    }

    [Fact]
    public void Overlong_address_is_refused() => Assert.Null(FeedAddress.TryParse($"https://example.org/{new string('a', 3000)}"));

    [Theory]
    [InlineData("http://2130706433/", "127.0.0.1")]
    [InlineData("http://0x7f.1/", "127.0.0.1")]
    [InlineData("http://0177.0.0.1/", "127.0.0.1")]
    [InlineData("http://[::ffff:7f00:1]/", "::ffff:127.0.0.1")]
    public void Disguised_address_is_refused_by_the_guard(string text, string expected) =>
        Assert.Equal(System.Net.IPAddress.Parse(expected), System.Net.IPAddress.Parse(FeedAddress.TryParse(text)!.Url.IdnHost));

    [Theory]
    [InlineData("/feed.xml", "https://example.org/feed.xml")]
    [InlineData("feed.xml", "https://example.org/blog/feed.xml")]
    [InlineData("//other.example/feed", "https://other.example/feed")]
    [InlineData("?page=2#x", "https://example.org/blog/?page=2")]
    [InlineData("gopher://other.example/", null)]
    [InlineData("http://", null)]
    [InlineData("https://a:b@example.org/", null)]
    public void Reference_is_resolved_against_its_document(string reference, string? expected) =>
        Assert.Equal(expected, FeedAddress.TryParse("https://example.org/blog/")!.Follow(reference, out _)?.ToString());

    [Fact]
    public void Two_spellings_of_one_address_are_equal()
    {
        Assert.Equal(FeedAddress.TryParse("https://Example.org:443/a#b"), FeedAddress.TryParse("https://example.org/a"));
        Assert.NotEqual(FeedAddress.TryParse("https://example.org/A"), FeedAddress.TryParse("https://example.org/a"));
    }
}
