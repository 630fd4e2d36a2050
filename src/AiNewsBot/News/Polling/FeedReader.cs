using System.Security.Cryptography;
using AiNewsBot.News.Feeds;
using AiNewsBot.News.Fetching;
using AiNewsBot.News.Parsing;
using AiNewsBot.News.Watching;

namespace AiNewsBot.News.Polling;

/// <summary>Asks for a feed and reads what comes. Whatever its server does ends in a result; nothing is stored here.</summary>
public sealed class FeedReader(FeedFetcher fetcher)
{
    public async Task<PollResult> ReadAsync(FeedRecord feed, CancellationToken cancellationToken)
    {
        // A body that could not be read has no validators kept, so it is asked for whole again.
        var result = await fetcher.FetchAsync(feed.Address, feed.Validators, cancellationToken);
        switch (result)
        {
            case FetchResult.NotModified:
                return new PollResult.Unchanged { Hints = result.Hints, MovedTo = result.MovedTo, Validators = feed.Validators };
            case FetchResult.Failed failed:
                return new PollResult.Failed(failed.Reason, failed.IsGone) { Hints = result.Hints };
        }

        var fetched = (FetchResult.Fetched)result;
        var hash = Convert.ToHexStringLower(SHA256.HashData(fetched.Body.Span));
        if (hash == feed.BodyHash)
            return new PollResult.Unchanged { Hints = result.Hints, MovedTo = result.MovedTo, Validators = fetched.Validators };
        try
        {
            var read = Parse(feed.Kind, fetched);
            return new PollResult.Read(read, hash) { Hints = result.Hints with { TimeToLive = read.Ttl }, MovedTo = result.MovedTo, Validators = fetched.Validators };
        }
        catch (FeedFormatException exception)
        {
            return new PollResult.Failed(exception.Message) { Hints = result.Hints };
        }
    }

    private static Feed Parse(FeedKind kind, FetchResult.Fetched fetched)
    {
        if (kind == FeedKind.Hub)
            return HubReader.Read(fetched.Body, fetched.Address.Url);
        var type = fetched.Charset is null ? fetched.MediaType : $"{fetched.MediaType ?? "application/xml"}; charset={fetched.Charset}";
        return FeedParser.Parse(fetched.Body, type, fetched.Address.Url);
    }
}
