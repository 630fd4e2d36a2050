using System.Net;

namespace AiNewsBot.Feeds.Fetching;

/// <summary>Fetches feeds from hostile servers: every fetch ends in time, in bounded memory and with one clear reason.</summary>
public sealed class FeedFetcher : IDisposable
{
    private readonly FetchLimits _limits;
    private readonly TimeProvider _time;
    private readonly FeedHttpClient _http;
    private readonly BodyReader _bodies;
    private readonly PerHostLimiter _turns;

    /// <summary>A fetcher that is meant to live as long as its program: it holds connections and the turns at each server.</summary>
    /// <param name="options">How it fetches.</param>
    /// <param name="time">The clock; null for the system's.</param>
    public FeedFetcher(FeedFetcherOptions options, TimeProvider? time = null)
    {
        (_limits, _time) = (options.Limits, time ?? TimeProvider.System);
        var guard = new AddressGuard(options.AllowedAddresses);
        _http = new FeedHttpClient(new GuardedConnector(guard, options.Resolve ?? Dns.GetHostAddressesAsync, _time), options);
        _bodies = new BodyReader(_limits);
        _turns = new PerHostLimiter(_time);
    }

    /// <summary>Asks for a feed once, following redirects.</summary>
    /// <param name="address">Where it lies.</param>
    /// <param name="validators">From the last response that was read and stored; null for the first.</param>
    /// <param name="cancellationToken">Ends the fetch.</param>
    /// <exception cref="OperationCanceledException">The caller cancelled; every behaviour of the server is a result.</exception>
    public async Task<FetchResult> FetchAsync(FeedAddress address, CacheValidators? validators, CancellationToken cancellationToken)
    {
        var trail = new RedirectChain(address, _limits.Redirects);
        try
        {
            var budget = new TimeBudget(_limits.Time, _time);
            while (true)
            {
                using var turn = await _turns.EnterAsync(trail.Current.Server, cancellationToken);
                if (await StepAsync(trail, validators, budget, cancellationToken) is { } result)
                    return result;
            }
        }
        catch (Exception exception)
            when (!cancellationToken.IsCancellationRequested && FetchErrorText.Describe(exception, trail.Current.Url.IdnHost) is { } fault)
        {
            return new FetchResult.Failed(fault);
        }
        catch (Exception exception) when (cancellationToken.IsCancellationRequested && exception is not OperationCanceledException)
        {
            // A connection that is torn away in the middle of something breaks in more ways than by this exception.
            throw new OperationCanceledException("the fetch was cancelled", exception, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _http.Dispose();
        _bodies.Dispose();
    }

    // A request; null where its answer leads elsewhere.
    private async Task<FetchResult?> StepAsync(
        RedirectChain trail,
        CacheValidators? validators,
        TimeBudget budget,
        CancellationToken cancellationToken
    )
    {
        using var spending = budget.Begin(cancellationToken);
        var host = trail.Current.Url.IdnHost;
        var hasAnswered = false;
        try
        {
            using var answer = await _http.SendAsync(trail.Current, validators, spending.Token);
            hasAnswered = true;
            switch (answer.StatusCode)
            {
                case HttpStatusCode.OK or HttpStatusCode.NonAuthoritativeInformation:
                    return await ReadAsync(answer, trail, spending.Token);
                case HttpStatusCode.NotModified when validators is not null:
                    return new FetchResult.NotModified
                    {
                        Hints = HintsOf(answer),
                        MovedTo = trail.MovedTo,
                        Validators = ResponseHeaders.ValidatorsOf(answer),
                    };
                case HttpStatusCode.MovedPermanently
                or HttpStatusCode.Found
                or HttpStatusCode.SeeOther
                or HttpStatusCode.TemporaryRedirect
                or HttpStatusCode.PermanentRedirect:
                    trail.Follow(
                        LocationOf(answer),
                        answer.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.PermanentRedirect
                    );
                    return null;
                default:
                    return new FetchResult.Failed(
                        FetchErrorText.Describe(answer.StatusCode, host),
                        answer.StatusCode == HttpStatusCode.Gone
                    )
                    {
                        Status = answer.StatusCode,
                        IsShielded = ResponseHeaders.IsShielded(answer),
                        Hints = new PollHints { RetryAfter = ResponseHeaders.RetryAfterOf(answer, _time.GetUtcNow()) },
                    };
            }
        }
        catch (Exception exception) when (spending.IsOver && !cancellationToken.IsCancellationRequested)
        {
            throw new FetchException(
                new FeedFault(
                    hasAnswered ? FeedFaultCode.BodyTimeout : FeedFaultCode.AnswerTimeout,
                    host,
                    SizeFormatter.Text(_limits.Time)
                ),
                exception
            );
        }
    }

    private async Task<FetchResult> ReadAsync(HttpResponseMessage answer, RedirectChain trail, CancellationToken cancellationToken)
    {
        var body = await _bodies.ReadAsync(answer, cancellationToken);
        var (mediaType, charset) = ResponseHeaders.ContentTypeOf(answer);
        return new FetchResult.Fetched(body, mediaType, charset, ResponseHeaders.ValidatorsOf(answer), trail.Current)
        {
            Hints = HintsOf(answer),
            MovedTo = trail.MovedTo,
            LinkHeaders = ResponseHeaders.LinksOf(answer),
        };
    }

    private PollHints HintsOf(HttpResponseMessage answer) =>
        new() { MaxAge = ResponseHeaders.MaxAgeOf(answer), RetryAfter = ResponseHeaders.RetryAfterOf(answer, _time.GetUtcNow()) };

    private static string? LocationOf(HttpResponseMessage answer) =>
        answer.Headers.NonValidated.TryGetValues("Location", out var values) ? values.First() : null;
}
