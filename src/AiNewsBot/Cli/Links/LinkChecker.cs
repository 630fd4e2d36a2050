using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;
using AiNewsBot.Feeds.Fetching;
using AiNewsBot.Json;

namespace AiNewsBot.Cli.Links;

/// <summary>Asks for addresses, one at a time, each server only after a pause.</summary>
/// <param name="archive">Where the Internet Archive tells what it keeps (https://archive.org/help/wayback_api.php).</param>
internal sealed class LinkChecker(FeedFetcher fetcher, TimeProvider time, TimeSpan pause, string archive)
{
    private readonly Dictionary<string, long> _asked = [];

    public async IAsyncEnumerable<CheckedLink> CheckAsync(
        IEnumerable<string> addresses,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        foreach (var url in TakeTurns(addresses))
        {
            var (state, reason) = await AskAsync(url, cancellationToken);
            var archived = state == LinkState.Dead ? await FindArchivedAsync(url, cancellationToken) : null;
            yield return new CheckedLink(url, time.GetUtcNow(), state, reason, archived);
        }
    }

    // One of each server after the other, so that the pauses of one are spent at the rest.
    private static IEnumerable<string> TakeTurns(IEnumerable<string> addresses) =>
        addresses
            .GroupBy(url => new Uri(url).Host)
            .SelectMany(host => host.Select((url, turn) => (Turn: turn, Url: url)))
            .OrderBy(pair => pair.Turn)
            .Select(pair => pair.Url);

    private async Task<(LinkState State, string? Reason)> AskAsync(string url, CancellationToken cancellationToken)
    {
        if (FeedAddress.TryParse(url, out string? error) is not { } address)
            return (LinkState.Unclear, error);
        await WaitAsync(address.Url.Host, cancellationToken);
        return await fetcher.FetchAsync(address, null, cancellationToken) is not FetchResult.Failed failed ? (LinkState.Alive, null)
            : failed.Status is HttpStatusCode.NotFound or HttpStatusCode.Gone ? (LinkState.Dead, failed.Reason)
            : (LinkState.Unclear, failed.Reason);
    }

    private async Task<string?> FindArchivedAsync(string url, CancellationToken cancellationToken)
    {
        if (FeedAddress.TryParse($"{archive}?url={Uri.EscapeDataString(url)}") is not { } address)
            return null;
        await WaitAsync(address.Url.Host, cancellationToken);
        if (await fetcher.FetchAsync(address, null, cancellationToken) is not FetchResult.Fetched fetched)
            return null;
        try
        {
            using var answer = JsonDocument.Parse(fetched.Body);
            return answer.RootElement.Field("archived_snapshots")?.Field("closest")?.Text("url");
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task WaitAsync(string host, CancellationToken cancellationToken)
    {
        if (_asked.TryGetValue(host, out var last) && pause - time.GetElapsedTime(last) is { Ticks: > 0 } left)
            await Task.Delay(left, time, cancellationToken);
        _asked[host] = time.GetTimestamp();
    }
}
