using System.Security.Cryptography;
using AiNewsBot.Feeds;
using AiNewsBot.Feeds.Fetching;
using AiNewsBot.News.Feeds;
using AiNewsBot.News.Releases;

namespace AiNewsBot.News.Ingest;

/// <summary>Asks for a feed and reads what comes. Every behaviour of its server ends in a result; nothing is stored here.</summary>
internal sealed class FeedReader(FeedFetcher fetcher)
{
    public async Task<PollResult> ReadAsync(FeedRecord feed, CancellationToken cancellationToken)
    {
        // A body that could not be read has no validators kept, so it is asked for whole again.
        var result = await fetcher.FetchAsync(feed.Address, feed.Validators, cancellationToken);
        switch (result)
        {
            case FetchResult.NotModified same:
                var validators = Newest(same.Validators, feed.Validators);
                return new PollResult.Unchanged
                {
                    Hints = result.Hints,
                    MovedTo = result.MovedTo,
                    Validators = validators,
                };
            case FetchResult.Failed failed:
                return new PollResult.Failed(failed.Fault, failed.IsGone) { Hints = result.Hints };
        }

        var fetched = (FetchResult.Fetched)result;
        if (HashOf(fetched) == feed.BodyHash)
            return new PollResult.Unchanged
            {
                Hints = result.Hints,
                MovedTo = result.MovedTo,
                Validators = fetched.Validators,
            };
        try
        {
            var read = feed.Kind == FeedKind.Hub ? HuggingFaceReader.Read(fetched.Body, fetched.Address.Url) : FeedBody.Parse(fetched);
            return ResultOf(read, fetched);
        }
        catch (FeedFormatException exception)
        {
            return new PollResult.Failed(exception.Fault) { Hints = result.Hints };
        }
    }

    /// <summary>What was read from an answer.</summary>
    internal static PollResult.Read ResultOf(Feed feed, FetchResult.Fetched answer) =>
        new(feed, HashOf(answer))
        {
            Hints = answer.Hints with { TimeToLive = feed.Ttl },
            MovedTo = answer.MovedTo,
            Validators = answer.Validators,
        };

    private static string HashOf(FetchResult.Fetched answer) => Convert.ToHexStringLower(SHA256.HashData(answer.Body.Span));

    // An answer without a body may name new validators (RFC 9111, 4.3.4); what it does not name stays as it was.
    private static CacheValidators? Newest(CacheValidators? given, CacheValidators? sent) =>
        given is null ? sent : new CacheValidators(given.ETag ?? sent?.ETag, given.LastModified ?? sent?.LastModified);
}
