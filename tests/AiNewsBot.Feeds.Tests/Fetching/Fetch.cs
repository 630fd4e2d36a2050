using System.Net;
using AiNewsBot.Feeds.Fetching;

namespace AiNewsBot.Feeds.Tests.Fetching;

/// <summary>Fetchers that may ask the loopback.</summary>
internal static class Fetch
{
    public static readonly FeedFetcherOptions Loopback = new()
    {
        AllowedAddresses = [IPNetwork.Parse("127.0.0.1/32")],
        UserAgent = "Test/1.2.3 (+https://test.example)",
    };

    /// <summary>A fetcher by the default limits.</summary>
    public static FeedFetcher Fetcher(TimeProvider? time = null, FetchLimits? limits = null, Func<string, IPAddress[]>? resolve = null) =>
        new(
            Loopback with
            {
                Limits = limits ?? new FetchLimits(),
                Resolve = resolve is null ? Unplanned : (host, _) => Task.FromResult(resolve(host)),
            },
            time
        );

    public static Task<FetchResult> FetchAsync(this FeedFetcher fetcher, FeedAddress address, CacheValidators? validators = null) =>
        fetcher.FetchAsync(address, validators, TestContext.Current.CancellationToken);

    /// <summary>Why it failed.</summary>
    public static async Task<string> FailAsync(this FeedFetcher fetcher, FeedAddress address) =>
        Assert.IsType<FetchResult.Failed>(await fetcher.FetchAsync(address)).Reason;

    public static async Task<FetchResult.Fetched> SucceedAsync(this FeedFetcher fetcher, FeedAddress address)
    {
        var result = await fetcher.FetchAsync(address);
        return result as FetchResult.Fetched ?? throw new InvalidOperationException($"not fetched: {result}");
    }

    private static Task<IPAddress[]> Unplanned(string host, CancellationToken cancellationToken) =>
        throw new InvalidOperationException($"{host} was looked up");
}
