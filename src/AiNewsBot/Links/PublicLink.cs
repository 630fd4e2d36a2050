using System.Net;
using System.Text.RegularExpressions;
using AiNewsBot.Feeds.Fetching;

namespace AiNewsBot.Links;

/// <summary>Whether a typed web address can be read by others.</summary>
internal static partial class PublicLink
{
    /// <summary>The longest address that is taken.</summary>
    public const int MaxLength = 400;

    private static readonly AddressGuard Guard = new([]);

    /// <summary>What is wrong with an address; null when others can read it.</summary>
    public static LinkError? GetFault(string url)
    {
        if (url.Length > MaxLength)
            return LinkError.TooLong;
        if (
            !Uri.TryCreate(url, UriKind.Absolute, out var address)
            || address.Scheme is not ("http" or "https")
            || address.UserInfo.Length > 0
            || url.Any(character => char.IsWhiteSpace(character) || char.IsControl(character))
        )
            return LinkError.NoAddress;
        return IsPrivate(HostOf(address)) ? LinkError.Private : null;
    }

    /// <summary>The host of an address, as people read it.</summary>
    public static string HostOf(Uri address) => address.IdnHost.TrimEnd('.');

    /// <summary>Whether a host has a name that is reserved for examples and tests: no page lies there.</summary>
    public static bool IsReserved(Uri address) => ReservedHost().IsMatch(HostOf(address));

    private static bool IsPrivate(string host) =>
        IPAddress.TryParse(host.Trim('[', ']'), out var ip)
            ? Guard.GetError(ip) is not null
            : !host.Contains('.', StringComparison.Ordinal) || PrivateHost().IsMatch(host);

    [GeneratedRegex(@"(^|\.)(test|invalid|example)$", RegexOptions.IgnoreCase)]
    private static partial Regex ReservedHost();

    [GeneratedRegex(@"(^|\.)(localhost|local|internal|lan|home|intranet|localdomain)$", RegexOptions.IgnoreCase)]
    private static partial Regex PrivateHost();
}
