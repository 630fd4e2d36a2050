using System.Collections.Immutable;
using System.Net;

namespace AiNewsBot.Feeds.Fetching;

/// <summary>
/// Addresses at which no public server lives: IANA's registries of special-purpose addresses for
/// <see href="https://www.iana.org/assignments/iana-ipv4-special-registry">IPv4</see> and
/// <see href="https://www.iana.org/assignments/iana-ipv6-special-registry">IPv6</see>, multicast, and what was withdrawn from use.
/// </summary>
/// <param name="Meaning">What they are, as in "is … ".</param>
internal readonly record struct ReservedIpRange(IPNetwork Network, string Meaning)
{
    public static ImmutableArray<ReservedIpRange> IPv4 { get; } =
    [
        Create("0.0.0.0/8", "of this network itself"),
        Create("10.0.0.0/8", "private"),
        Create("100.64.0.0/10", "shared by a provider's customers"),
        Create("127.0.0.0/8", "this machine"),
        // Here clouds serve a machine's credentials (169.254.169.254).
        Create("169.254.0.0/16", "link-local"),
        Create("172.16.0.0/12", "private"),
        Create("192.0.0.0/24", "for protocols"),
        Create("192.0.2.0/24", "for documentation"),
        Create("192.31.196.0/24", "a sink for names"),
        Create("192.52.193.0/24", "for multicast tunnels"),
        Create("192.88.99.0/24", "a withdrawn relay"),
        Create("192.168.0.0/16", "private"),
        Create("192.175.48.0/24", "a sink for names"),
        Create("198.18.0.0/15", "for benchmarks"),
        Create("198.51.100.0/24", "for documentation"),
        Create("203.0.113.0/24", "for documentation"),
        Create("224.0.0.0/4", "multicast"),
        Create("240.0.0.0/4", "reserved"),
        // In no registry: Azure's own services, which answer on every machine there under this public address.
        Create("168.63.129.16/32", "a cloud's own service"),
    ];

    /// <summary>Within 2000::/3: all else is not given out, and refused as a whole.</summary>
    public static ImmutableArray<ReservedIpRange> IPv6 { get; } =
    [
        Create("2001::/32", "a tunnel (Teredo)"),
        Create("2001::/23", "for protocols"),
        Create("2001:db8::/32", "for documentation"),
        Create("2002::/16", "a tunnel (6to4)"),
        Create("2620:4f:8000::/48", "a sink for names"),
        Create("3fff::/20", "for documentation"),
    ];

    /// <summary>Listed for the sake of the reason; everything outside 2000::/3 is refused, listed or not.</summary>
    public static ImmutableArray<ReservedIpRange> OutsideOfGlobalUnicast { get; } =
    [
        Create("::1/128", "this machine"),
        Create("64:ff9b:1::/48", "a private translation to IPv4"),
        Create("fc00::/7", "private"),
        Create("fe80::/10", "link-local"),
        Create("fec0::/10", "private"),
        Create("ff00::/8", "multicast"),
        Create("::/0", "not public"),
    ];

    private static ReservedIpRange Create(string network, string meaning) => new(IPNetwork.Parse(network), meaning);
}
