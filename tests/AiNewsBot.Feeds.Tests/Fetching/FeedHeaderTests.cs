using System.Net;
using System.Text;
using AiNewsBot.Feeds.Fetching;

namespace AiNewsBot.Feeds.Tests.Fetching;

/// <summary>Headers of private feeds: for one address alone.</summary>
public sealed class FeedHeaderTests
{
    private static readonly byte[] Feed = Encoding.UTF8.GetBytes("<rss version='2.0'><channel><title>Private</title></channel></rss>");

    [Fact]
    public async Task Header_goes_to_its_feed_and_nowhere_else()
    {
        await using var server = await FeedServer.StartAsync();
        server["/private"] = FeedServer.Send(Feed);
        server["/other"] = FeedServer.Send(Feed);
        server["/moved"] = FeedServer.Send(HttpStatusCode.Found, ("Location", "/other"));
        using var fetcher = new FeedFetcher(
            Fetch.Loopback with
            {
                Headers =
                [
                    new FeedHeader(server.Address("/private"), "Authorization", "Bearer secret"),
                    new FeedHeader(server.Address("/moved"), "X-Token", "secret"),
                ],
            }
        );

        await fetcher.SucceedAsync(server.Address("/private"));
        await fetcher.SucceedAsync(server.Address("/other"));
        await fetcher.SucceedAsync(server.Address("/moved"));

        Assert.Equal(
            [("/private", "Bearer secret", null), ("/other", null, null), ("/moved", null, "secret"), ("/other", null, null)],
            server.Requests.Select(request =>
                (request[":path"], request.GetValueOrDefault("Authorization"), request.GetValueOrDefault("X-Token"))
            )
        );
    }

    [Fact]
    public void Header_is_named_without_its_value() =>
        Assert.DoesNotContain(
            "secret",
            new FeedHeader(FeedAddress.TryParse("https://a.test/feed")!, "Authorization", "secret").ToString(),
            StringComparison.Ordinal
        );
}
