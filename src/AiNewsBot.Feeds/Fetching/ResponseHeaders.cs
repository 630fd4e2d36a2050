using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace AiNewsBot.Feeds.Fetching;

/// <summary>What the headers of a response say. A malformed header counts as absent.</summary>
internal static class ResponseHeaders
{
    private const int MaxValidatorLength = 1024;

    // IANA's registry of content codings; servers put character sets and other words there, which pack nothing.
    private static readonly string[] Codings =
    [
        "gzip",
        "x-gzip",
        "br",
        "deflate",
        "compress",
        "x-compress",
        "zstd",
        "exi",
        "pack200-gzip",
        "aes128gcm",
        "dcb",
        "dcz",
    ];

    public static CacheValidators? ValidatorsOf(HttpResponseMessage answer)
    {
        var eTag = Validator(answer.Headers.NonValidated, "ETag");
        var lastModified = Validator(answer.Content.Headers.NonValidated, "Last-Modified");
        return eTag is null && lastModified is null ? null : new CacheValidators(eTag, lastModified);
    }

    /// <summary>How long the answer stays fresh, less the time that it has spent in caches on its way.</summary>
    public static TimeSpan? MaxAgeOf(HttpResponseMessage answer) =>
        answer.Headers.CacheControl is { MaxAge: { } age, NoCache: false, NoStore: false }
            ? Positive(age - (answer.Headers.Age ?? TimeSpan.Zero))
            : null;

    /// <summary>In seconds or as a date.</summary>
    public static TimeSpan? RetryAfterOf(HttpResponseMessage answer, DateTimeOffset now)
    {
        if (First(answer.Headers.NonValidated, "Retry-After") is not { } text)
            return null;
        if (text.Length > 0 && text.All(char.IsAsciiDigit))
            return TimeSpan.FromSeconds(
                Math.Min(
                    ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : uint.MaxValue,
                    uint.MaxValue
                )
            );
        return RetryConditionHeaderValue.TryParse(text, out var condition) && condition.Date is { } date ? Positive(date - now) : null;
    }

    /// <summary>The media type and the character set, even of a malformed header.</summary>
    public static (string? MediaType, string? Charset) ContentTypeOf(HttpResponseMessage answer)
    {
        if (First(answer.Content.Headers.NonValidated, "Content-Type") is not { } text)
            return (null, null);
        var parts = text.Split([';', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var charset = parts
            .FirstOrDefault(part =>
                part.StartsWith("charset", StringComparison.OrdinalIgnoreCase) && part.Contains('=', StringComparison.Ordinal)
            )
            ?.Split('=', 2)[1]
            .Trim(' ', '"', '\'');
        return (
            parts.FirstOrDefault(part => part.Contains('/', StringComparison.Ordinal))?.ToLowerInvariant(),
            string.IsNullOrEmpty(charset) ? null : charset
        );
    }

    /// <summary>What the body is packed in, innermost first.</summary>
    public static string[] EncodingsOf(HttpResponseMessage answer) =>
        answer.Content.Headers.NonValidated.TryGetValues("Content-Encoding", out var values)
            ?
            [
                .. values
                    .SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                    .Select(name => name.ToLowerInvariant())
                    .Where(Codings.Contains),
            ]
            : [];

    /// <summary>The links that the headers name (RFC 8288), as they are there.</summary>
    public static ImmutableArray<string> LinksOf(HttpResponseMessage answer) =>
        answer.Headers.NonValidated.TryGetValues("Link", out var values) ? [.. values] : [];

    /// <summary>Whether Cloudflare refused the request, before it reached the site.</summary>
    public static bool IsShielded(HttpResponseMessage answer) =>
        answer.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests
        && (
            answer.Headers.NonValidated.Contains("cf-mitigated")
            || First(answer.Headers.NonValidated, "Server")?.Equals("cloudflare", StringComparison.OrdinalIgnoreCase) == true
        );

    // A header that cannot be sent back is of no use: the next request would fail by it.
    private static string? Validator(HttpHeadersNonValidated headers, string name) =>
        First(headers, name) is { Length: > 0 and <= MaxValidatorLength } text && text.All(character => character is >= ' ' and <= '~')
            ? text
            : null;

    private static string? First(HttpHeadersNonValidated headers, string name) =>
        headers.TryGetValues(name, out var values) ? values.First().Trim() : null;

    private static TimeSpan? Positive(TimeSpan time) => time > TimeSpan.Zero ? time : null;
}
