using System.Net;

namespace AiNewsBot.Feeds.Fetching;

/// <summary>Fetches feeds from servers that mean no good: whatever they do, it ends in time, in bounded memory and with one clear sentence.</summary>
public sealed class FeedFetcher : IDisposable
{
    private readonly FetchLimits _limits;
    private readonly TimeProvider _time;
    private readonly FeedHttp _http;
    private readonly BodyReader _bodies;
    private readonly HostTurns _turns;

    /// <summary>A fetcher that is meant to live as long as its program: it holds connections and the turns at each server.</summary>
    /// <param name="options">How it fetches.</param>
    /// <param name="time">The clock; null for the system's.</param>
    public FeedFetcher(FeedFetcherOptions options, TimeProvider? time = null)
    {
        (_limits, _time) = (options.Limits, time ?? TimeProvider.System);
        var guard = new AddressGuard(options.AllowedAddresses);
        _http = new FeedHttp(new GuardedConnector(guard, options.Resolve ?? Dns.GetHostAddressesAsync, _time), options);
        _bodies = new BodyReader(_limits);
        _turns = new HostTurns(_time);
    }

    /// <summary>Asks for a feed once, following redirects.</summary>
    /// <param name="address">Where it lies.</param>
    /// <param name="validators">From the last answer that was read and stored; null where there is none.</param>
    /// <param name="cancellationToken">Ends the fetch.</param>
    /// <exception cref="OperationCanceledException">The caller cancelled; whatever the server does is a result.</exception>
    public async Task<FetchResult> FetchAsync(FeedAddress address, Validators? validators, CancellationToken cancellationToken)
    {
        var trail = new RedirectTrail(address, _limits.Redirects);
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
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && FetchFaults.SentenceFor(exception, trail.Current.Url.IdnHost) is { } reason)
        {
            return new FetchResult.Failed(reason);
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
    private async Task<FetchResult?> StepAsync(RedirectTrail trail, Validators? validators, TimeBudget budget, CancellationToken cancellationToken)
    {
        using var spending = budget.Begin(cancellationToken);
        var host = trail.Current.Url.IdnHost;
        var hasAnswered = false;
        try
        {
            using var answer = await _http.AskAsync(trail.Current, validators, spending.Token);
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
                        Validators = AnswerHeaders.ValidatorsOf(answer),
                    };
                case HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect:
                    trail.Follow(LocationOf(answer), answer.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.PermanentRedirect);
                    return null;
                default:
                    return new FetchResult.Failed(FetchFaults.SentenceFor(answer.StatusCode, host), answer.StatusCode == HttpStatusCode.Gone)
                    {
                        Hints = new PollHints { RetryAfter = AnswerHeaders.RetryAfterOf(answer, _time.GetUtcNow()) },
                    };
            }
        }
        catch (Exception exception) when (spending.IsOver && !cancellationToken.IsCancellationRequested)
        {
            throw new FetchException(hasAnswered ? $"{host} did not send its feed within {Sizes.Text(_limits.Time)}." : $"{host} did not answer within {Sizes.Text(_limits.Time)}.", exception);
        }
    }

    private async Task<FetchResult> ReadAsync(HttpResponseMessage answer, RedirectTrail trail, CancellationToken cancellationToken)
    {
        var body = await _bodies.ReadAsync(answer, cancellationToken);
        var (mediaType, charset) = AnswerHeaders.ContentTypeOf(answer);
        return new FetchResult.Fetched(body, mediaType, charset, AnswerHeaders.ValidatorsOf(answer), trail.Current)
        {
            Hints = HintsOf(answer),
            MovedTo = trail.MovedTo,
            LinkHeaders = AnswerHeaders.LinksOf(answer),
        };
    }

    private PollHints HintsOf(HttpResponseMessage answer) => new() { MaxAge = AnswerHeaders.MaxAgeOf(answer), RetryAfter = AnswerHeaders.RetryAfterOf(answer, _time.GetUtcNow()) };

    private static string? LocationOf(HttpResponseMessage answer) => answer.Headers.NonValidated.TryGetValues("Location", out var values) ? values.First() : null;
}
