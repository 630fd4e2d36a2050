namespace AiNewsBot.Feeds.Fetching;

/// <summary>The address of a feed or of a page: http or https, a host, no credentials.</summary>
public sealed record FeedAddress
{
    /// <summary>The longest address, in characters.</summary>
    public const int MaxLength = FeedLimits.Address;

    private FeedAddress(Uri url) => Url = url;

    /// <summary>As it is asked for, without a fragment.</summary>
    public Uri Url { get; }

    /// <summary>Whether what comes from there is encrypted on its way.</summary>
    public bool IsSecure => Url.Scheme == Uri.UriSchemeHttps;

    /// <summary>Host and port: whom a request goes to.</summary>
    public string Server => $"{Url.IdnHost}:{Url.Port}";

    /// <summary>The address that a text holds, with https where it names no scheme; null where the text is no address.</summary>
    public static FeedAddress? TryParse(string text) => TryParse(text, out FeedAddressFault? _);

    /// <summary>The address that a text holds, with https where it names no scheme.</summary>
    /// <param name="text">As people type or paste it.</param>
    /// <param name="fault">Why it is no address, as in "… "; null where it is one.</param>
    public static FeedAddress? TryParse(string text, out string? fault)
    {
        var address = TryParse(text, out FeedAddressFault? reason);
        fault = reason is { } named ? FeedFaultText.Describe(named) : null;
        return address;
    }

    /// <summary>The address that a text holds, with https where it names no scheme.</summary>
    /// <param name="text">As people type or paste it.</param>
    /// <param name="fault">Why it is no address; null where it is one.</param>
    public static FeedAddress? TryParse(string text, out FeedAddressFault? fault)
    {
        var trimmed = Unwrap(text.Trim());
        var full = trimmed.Contains("://", StringComparison.Ordinal) ? trimmed : $"https://{trimmed}";
        if (!Uri.TryCreate(full, UriKind.Absolute, out var url))
        {
            fault = FeedAddressFault.NoAddress;
            return null;
        }

        return (fault = GetError(url)) is null ? new FeedAddress(WithoutFragment(url)) : null;
    }

    /// <summary>Where a server's Location or a page's link leads from here; null where that is no address to fetch.</summary>
    public FeedAddress? Follow(string reference, out FeedAddressFault? fault)
    {
        if (Uri.TryCreate(Url, reference.Trim(), out var url))
            return (fault = GetError(url)) is null ? new FeedAddress(WithoutFragment(url)) : null;
        fault = FeedAddressFault.NoAddress;
        return null;
    }

    /// <inheritdoc/>
    public bool Equals(FeedAddress? other) => other is not null && ToString() == other.ToString();

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>The address, escaped where it has to be.</summary>
    public override string ToString() => Url.AbsoluteUri;

    // Chats keep an address from being shown in full by <…>. feed: names a reader's way to open an address, not one to fetch it by.
    private static string Unwrap(string text)
    {
        const string feed = "feed:";
        var bare = text.Trim('<', '>', '`');
        if (!bare.StartsWith(feed, StringComparison.OrdinalIgnoreCase))
            return bare;
        var address = bare[feed.Length..];
        var inner = address.TrimStart('/');
        var isWhole =
            inner.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            || inner.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
        return isWhole ? inner
            : address.StartsWith("//", StringComparison.Ordinal) ? $"http:{address}"
            : address;
    }

    private static FeedAddressFault? GetError(Uri url) =>
        url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps ? FeedAddressFault.OtherScheme
        : url.UserInfo.Length > 0 ? FeedAddressFault.Credentials
        : url.Host.Length == 0 ? FeedAddressFault.NoServer
        : url.AbsoluteUri.Length > MaxLength ? FeedAddressFault.TooLong
        : null;

    private static Uri WithoutFragment(Uri url) => url.Fragment.Length == 0 ? url : new UriBuilder(url) { Fragment = "" }.Uri;
}
