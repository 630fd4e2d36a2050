using System.Net;

namespace AiNewsBot.Feeds.Fetching;

/// <summary>Addresses that only the network around the bot knows: what lies there no one else can fetch.</summary>
public static class PrivateHosts
{
    private static readonly AddressGuard Guard = new([]);

    // Special-use names (RFC 6762, RFC 8375) and those that networks use by custom.
    private static readonly string[] Endings = [".local", ".internal", ".home.arpa", ".lan", ".intranet", ".localhost"];

    /// <summary>Whether an address is of that kind, as far as it says so itself: no name is looked up.</summary>
    public static bool IsOne(FeedAddress address)
    {
        var host = address.Url.IdnHost;
        return IPAddress.TryParse(host, out var number)
            ? Guard.GetError(number) is not null
            : !host.Contains('.', StringComparison.Ordinal)
                || Endings.Any(ending => host.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
    }
}
