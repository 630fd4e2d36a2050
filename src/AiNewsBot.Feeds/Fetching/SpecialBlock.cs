using System.Collections.Immutable;
using System.Net;

namespace AiNewsBot.Feeds.Fetching;

/// <summary>
/// Addresses at which no public server lives: IANA's registries of special-purpose addresses for
/// <see href="https://www.iana.org/assignments/iana-ipv4-special-registry">IPv4</see> and
/// <see href="https://www.iana.org/assignments/iana-ipv6-special-registry">IPv6</see>, multicast, and what was withdrawn from use.
/// </summary>
/// <param name="Meaning">What they are, as in "is … ".</param>
internal readonly record struct SpecialBlock(IPNetwork Network, string Meaning)
{
    public static ImmutableArray<SpecialBlock> IPv4 { get; } =
    [
        Of("0.0.0.0/8", "of this network itself"),
        Of("10.0.0.0/8", "private"),
        Of("100.64.0.0/10", "shared by a provider's customers"),
        Of("127.0.0.0/8", "this machine"),

        // Here clouds serve a machine's credentials (169.254.169.254).
        Of("169.254.0.0/16", "link-local"),
        Of("172.16.0.0/12", "private"),
        Of("192.0.0.0/24", "for protocols"),
        Of("192.0.2.0/24", "for documentation"),
        Of("192.31.196.0/24", "a sink for names"),
        Of("192.52.193.0/24", "for multicast tunnels"),
        Of("192.88.99.0/24", "a withdrawn relay"),
        Of("192.168.0.0/16", "private"),
        Of("192.175.48.0/24", "a sink for names"),
        Of("198.18.0.0/15", "for benchmarks"),
        Of("198.51.100.0/24", "for documentation"),
        Of("203.0.113.0/24", "for documentation"),
        Of("224.0.0.0/4", "multicast"),
        Of("240.0.0.0/4", "reserved"),

        // In no registry: Azure's own services, which answer on every machine there under this public address.
        Of("168.63.129.16/32", "a cloud's own service"),
    ];

    /// <summary>Within 2000::/3: all else is not given out, and refused as a whole.</summary>
    public static ImmutableArray<SpecialBlock> IPv6 { get; } =
    [
        Of("2001::/32", "a tunnel (Teredo)"),
        Of("2001::/23", "for protocols"),
        Of("2001:db8::/32", "for documentation"),
        Of("2002::/16", "a tunnel (6to4)"),
        Of("2620:4f:8000::/48", "a sink for names"),
        Of("3fff::/20", "for documentation"),
    ];

    /// <summary>Named for the sake of the reason; whatever lies outside of 2000::/3 is refused, listed or not.</summary>
    public static ImmutableArray<SpecialBlock> OutsideOfGlobalUnicast { get; } =
    [
        Of("::1/128", "this machine"),
        Of("64:ff9b:1::/48", "a private translation to IPv4"),
        Of("fc00::/7", "private"),
        Of("fe80::/10", "link-local"),
        Of("fec0::/10", "private"),
        Of("ff00::/8", "multicast"),
        Of("::/0", "not public"),
    ];

    private static SpecialBlock Of(string network, string meaning) => new(IPNetwork.Parse(network), meaning);
}
