using System.Net;
using AiNewsBot.Feeds.Fetching;

namespace AiNewsBot.Feeds.Tests.Fetching;

public sealed class RedirectTests
{
    [Theory]
    [InlineData(HttpStatusCode.MovedPermanently, true)]
    [InlineData(HttpStatusCode.PermanentRedirect, true)]
    [InlineData(HttpStatusCode.Found, false)]
    [InlineData(HttpStatusCode.SeeOther, false)]
    [InlineData(HttpStatusCode.TemporaryRedirect, false)]
    public async Task Permanent_redirect_is_followed_and_kept(HttpStatusCode status, bool isKept)
    {
        await using var server = await FeedServer.StartAsync();
        server["/old"] = FeedServer.Send(status, ("Location", "new"));
        server["/new"] = FeedServer.Send("<rss/>"u8.ToArray());
        using var fetcher = Fetch.Fetcher();

        var fetched = await fetcher.SucceedAsync(server.Address("/old"));

        Assert.Equal(server.Address("/new"), fetched.Address);
        Assert.Equal(isKept ? server.Address("/new") : null, fetched.MovedTo);
    }

    [Fact]
    public async Task Redirect_after_a_temporary_one_is_not_kept()
    {
        await using var server = await FeedServer.StartAsync();
        server["/a"] = FeedServer.Send(HttpStatusCode.MovedPermanently, ("Location", "/b"));
        server["/b"] = FeedServer.Send(HttpStatusCode.Found, ("Location", "/c"));
        server["/c"] = FeedServer.Send(HttpStatusCode.MovedPermanently, ("Location", "/d"));
        server["/d"] = FeedServer.Send(HttpStatusCode.NotModified);
        using var fetcher = Fetch.Fetcher();

        var result = await fetcher.FetchAsync(server.Address("/a"), new CacheValidators("\"v1\"", null));

        Assert.Equal(server.Address("/b"), Assert.IsType<FetchResult.NotModified>(result).MovedTo);
        Assert.All(server.Requests, request => Assert.Equal("\"v1\"", request["If-None-Match"]));
    }

    [Fact]
    public async Task Five_redirects_are_followed_and_a_sixth_is_not()
    {
        await using var server = await FeedServer.StartAsync();
        for (var i = 0; i < 6; i++)
            server[$"/{i}"] = FeedServer.Send(HttpStatusCode.Found, ("Location", $"/{i + 1}"));
        server["/6"] = FeedServer.Send("<rss/>"u8.ToArray());
        using var fetcher = Fetch.Fetcher();

        Assert.Equal(server.Address("/6"), (await fetcher.SucceedAsync(server.Address("/1"))).Address);
        Assert.Equal($"{server.Address("/0")} redirects more than 5 times.", await fetcher.FailAsync(server.Address("/0")));
    }

    [Fact]
    public async Task Redirect_loop_is_named()
    {
        await using var server = await FeedServer.StartAsync();
        server["/feed"] = FeedServer.Send(HttpStatusCode.Found, ("Location", "/a"));
        server["/a"] = FeedServer.Send(HttpStatusCode.Found, ("Location", "/b"));
        server["/b"] = FeedServer.Send(HttpStatusCode.MovedPermanently, ("Location", "/a#again"));
        using var fetcher = Fetch.Fetcher();

        Assert.Equal(
            $"Redirect loop: {server.Address("/a")} → {server.Address("/b")} → {server.Address("/a")}.",
            await fetcher.FailAsync(server.Address("/feed"))
        );
        Assert.Equal(3, server.Requests.Count);
    }

    [Theory]
    [InlineData("http://10.0.0.1/feed", "10.0.0.1 leads to an address that is private; feeds are read from public addresses only.")]
    [InlineData(
        "http://[::ffff:169.254.169.254]/latest/meta-data/",
        "[::ffff:169.254.169.254] leads to an address that is link-local; feeds are read from public addresses only."
    )]
    [InlineData(
        "http://[64:ff9b::10.0.0.1]/",
        "[64:ff9b::a00:1] leads to an address that is private; feeds are read from public addresses only."
    )]
    [InlineData("http://2130706434/", "127.0.0.2 leads to an address that is this machine; feeds are read from public addresses only.")]
    [InlineData("file:///etc/passwd", "127.0.0.1 redirects to an address that is neither http nor https.")]
    [InlineData(
        "http://user:secret@127.0.0.1/",
        "127.0.0.1 redirects to an address that has a user name or password in it, which others would see."
    )]
    [InlineData("http://", "127.0.0.1 redirects to an address that is no web address.")]
    [InlineData("", "127.0.0.1 redirects without saying where to.")]
    public async Task Redirect_to_a_forbidden_address_is_refused(string location, string reason)
    {
        await using var server = await RawServer.StartAsync($"HTTP/1.1 302 Found\r\nLocation: {location}\r\nContent-Length: 0\r\n\r\n");
        using var fetcher = Fetch.Fetcher();

        Assert.Equal(reason, await fetcher.FailAsync(server.Address));
    }

    [Fact]
    public async Task Redirect_location_may_be_in_any_script()
    {
        await using var server = await FeedServer.StartAsync(builder =>
            Microsoft.AspNetCore.Hosting.WebHostBuilderKestrelExtensions.ConfigureKestrel(
                builder.WebHost,
                options => options.ResponseHeaderEncodingSelector = _ => System.Text.Encoding.UTF8
            )
        );
        server["/feed"] = FeedServer.Send(HttpStatusCode.Found, ("Location", "/новости"));
        server["/новости"] = FeedServer.Send("<rss/>"u8.ToArray());
        using var fetcher = Fetch.Fetcher();

        Assert.Equal(server.Address("/новости"), (await fetcher.SucceedAsync(server.Address("/feed"))).Address);
    }

    [Fact]
    public void Https_feed_is_not_redirected_to_http()
    {
        var trail = new RedirectChain(FeedAddress.TryParse("https://example.org/feed")!, 5);

        trail.Follow("https://www.example.org/feed", isPermanent: true);

        Assert.Equal(
            "https://www.example.org/feed redirects from https to http://www.example.org/feed, which is not encrypted; add that "
                + "address itself if it is meant.",
            Assert.Throws<FetchException>(() => trail.Follow("http://www.example.org/feed", isPermanent: false)).Message
        );
    }

    [Fact]
    public void Http_feed_may_be_redirected_to_https()
    {
        var trail = new RedirectChain(FeedAddress.TryParse("http://example.org/feed")!, 5);

        trail.Follow("https://example.org/feed", isPermanent: true);

        Assert.Equal("https://example.org/feed", trail.MovedTo?.ToString());
    }
}
