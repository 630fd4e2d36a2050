using System.Net;
using AiNewsBot.Feeds;
using AiNewsBot.Feeds.Fetching;
using AiNewsBot.News.Commands.FeedLists;
using AiNewsBot.News.Ingest;

namespace AiNewsBot.Tests.News.Commands;

/// <summary>What is advised where a site refuses the bot.</summary>
public sealed class FeedAdviceTests
{
    [Theory]
    [InlineData("https://www.reddit.com/r/LocalLLaMA/.rss", HttpStatusCode.Forbidden, false, "reddit.com/prefs/feeds")]
    [InlineData("https://old.reddit.com/r/LocalLLaMA/.rss", HttpStatusCode.TooManyRequests, false, "reddit.com/prefs/feeds")]
    [InlineData("https://lab.example/feed", HttpStatusCode.Forbidden, true, "Cloudflare, which protects this site")]
    [InlineData("https://lab.example/feed", HttpStatusCode.ServiceUnavailable, true, "Cloudflare, which protects this site")]
    [InlineData("https://lab.example/feed", HttpStatusCode.Forbidden, false, "look there for the address of a feed")]
    [InlineData("https://lab.example/feed", HttpStatusCode.Unauthorized, false, "a header for it (News:Feeds)")]
    public void Refusal_gets_advice(string address, HttpStatusCode status, bool isShielded, string advice) =>
        Assert.Contains(advice, AdviceFor(address, status, isShielded), StringComparison.Ordinal);

    [Theory]
    [InlineData("https://lab.example/feed", HttpStatusCode.NotFound)]
    [InlineData("https://notreddit.com/feed", HttpStatusCode.Gone)]
    [InlineData("https://lab.example/feed", null)]
    public void Answer_that_is_not_a_refusal_gets_no_advice(string address, HttpStatusCode? status) =>
        Assert.Empty(AdviceFor(address, status, false));

    private static string AdviceFor(string address, HttpStatusCode? status, bool isShielded) =>
        FeedAdvice.For(
            FeedAddress.TryParse(address)!,
            FeedProbeResult.Failed(new FeedFault(FeedFaultCode.Forbidden, "lab.example")) with
            {
                Status = status,
                IsShielded = isShielded,
            }
        );
}
