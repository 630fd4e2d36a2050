namespace AiNewsBot.Feeds.Fetching;

/// <summary>The way from the address of a feed to where it lies.</summary>
internal sealed class RedirectChain(FeedAddress start, int max)
{
    private const int MaxReasonLength = 120;
    private readonly List<FeedAddress> _steps = [start];
    private bool _isPermanent = true;

    public FeedAddress Current => _steps[^1];

    /// <summary>Where the feed has moved for good: what comes after a redirect that may change tomorrow does not count.</summary>
    public FeedAddress? MovedTo { get; private set; }

    /// <exception cref="FetchException">That way is not gone.</exception>
    public void Follow(string? location, bool isPermanent)
    {
        if (string.IsNullOrWhiteSpace(location))
            throw new FetchException(new FeedFault(FeedFaultCode.RedirectWithoutTarget, Current.Url.IdnHost));
        var next =
            Current.Follow(location, out var fault)
            ?? throw new FetchException(new FeedFault(FeedFaultCode.RedirectUnusable, Current.Url.IdnHost, $"{fault}"));

        // Who added an address with https asked that it cannot be changed on the way, and what is read is posted in channels.
        // Followed silently, the wish would be void from the first redirect on; the address with http can be added by itself.
        if (Current.IsSecure && !next.IsSecure)
            throw new FetchException(new FeedFault(FeedFaultCode.RedirectInsecure, Short(Current), Short(next)));
        if (_steps.Contains(next))
            throw new FetchException(
                new FeedFault(
                    FeedFaultCode.RedirectLoop,
                    string.Join(" → ", _steps.SkipWhile(step => step != next).Append(next).Select(Short))
                )
            );
        if (_steps.Count > max)
            throw new FetchException(new FeedFault(FeedFaultCode.RedirectsTooMany, Short(_steps[0]), $"{max}"));
        _steps.Add(next);
        _isPermanent &= isPermanent;
        if (_isPermanent)
            MovedTo = next;
    }

    private static string Short(FeedAddress address) =>
        address.ToString() is { Length: > MaxReasonLength } text ? $"{text[..MaxReasonLength]}…" : address.ToString();
}
