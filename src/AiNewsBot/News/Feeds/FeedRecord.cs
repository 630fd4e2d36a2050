using AiNewsBot.Feeds.Fetching;

namespace AiNewsBot.News.Feeds;

/// <summary>A row of feeds.</summary>
internal sealed record FeedRecord
{
    internal const string Columns = """
        id AS Id, url AS Url, kind AS Kind, origin AS Origin, title AS Title, about AS About, is_active AS IsActive, identity AS Identity,
            moved_to AS MovedTo,
        etag AS ETag, last_modified AS LastModified, body_hash AS BodyHash, baseline_at AS BaselineAt, polled_at AS PolledAt,
            succeeded_at AS SucceededAt,
        next_poll_at AS NextPollAt, failures AS Failures, fault AS Fault, failing_since AS FailingSince, gone_at AS GoneAt,
        newest_at AS NewestAt, is_to_rekey AS IsToRekey
        """;

    public long Id { get; init; }

    public required string Url { get; init; }

    public FeedKind Kind { get; init; }

    public FeedOrigin Origin { get; init; }

    public string? Title { get; init; }

    public string? About { get; init; }

    public bool IsActive { get; init; }

    public IdentityRule? Identity { get; init; }

    public string? MovedTo { get; init; }

    public string? ETag { get; init; }

    public string? LastModified { get; init; }

    /// <summary>Of the body that was read last: what comes again without validators need not be read again.</summary>
    public string? BodyHash { get; init; }

    public long? BaselineAt { get; init; }

    public long? PolledAt { get; init; }

    public long? SucceededAt { get; init; }

    public long NextPollAt { get; init; }

    public int Failures { get; init; }

    /// <summary>Why it could not be read last, as it is stored; null where it could.</summary>
    public string? Fault { get; init; }

    /// <summary>Why it could not be read last, as a sentence for the one who asks; null where it could.</summary>
    public string? FaultSentence => Fault is null ? null : FeedFaults.Sentence(FeedFaults.Restore(Fault));

    /// <summary>When it failed for the first time since it was read last; of meaning only while there is a fault.</summary>
    public long? FailingSince { get; init; }

    /// <summary>When its server said that it is gone for good, and the bot ceased to ask for it.</summary>
    public long? GoneAt { get; init; }

    public long? NewestAt { get; init; }

    /// <summary>Whether what is known of it was kept by a rule that told less apart: its next reading puts that right.</summary>
    public bool IsToRekey { get; init; }

    public CacheValidators? Validators => ETag is null && LastModified is null ? null : new CacheValidators(ETag, LastModified);

    /// <summary>Where it is to be asked for.</summary>
    public FeedAddress Address =>
        FeedAddress.TryParse(MovedTo ?? Url)
        ?? FeedAddress.TryParse(Url)
        ?? throw new InvalidOperationException($"{Url} is no address of a feed");

    /// <summary>As people know it.</summary>
    public string Name => string.IsNullOrWhiteSpace(Title) ? FeedAddress.TryParse(Url)?.Url.IdnHost ?? Url : Title;
}
