using System.Collections.Immutable;
using System.Net;

namespace AiNewsBot.Feeds.Fetching;

/// <summary>
/// Addresses at which no public server lives: IANA's registries of special-purpose addresses for
/// <see href="https://www.iana.org/assignments/iana-ipv4-special-registry">IPv4</see> and
/// <see href="https://www.iana.org/assignments/iana-ipv6-special-registry">IPv6</see>, multicast, and what was withdrawn from use.
/// </summary>
/// <param name="Kind">What they are.</param>
internal readonly record struct ReservedIpRange(IPNetwork Network, ReservedRangeKind Kind)
{
    public static ImmutableArray<ReservedIpRange> IPv4 { get; } =
    [
        Create("0.0.0.0/8", ReservedRangeKind.ThisNetwork),
        Create("10.0.0.0/8", ReservedRangeKind.Private),
        Create("100.64.0.0/10", ReservedRangeKind.Shared),
        Create("127.0.0.0/8", ReservedRangeKind.ThisMachine),
        // Here clouds serve a machine's credentials (169.254.169.254).
        Create("169.254.0.0/16", ReservedRangeKind.LinkLocal),
        Create("172.16.0.0/12", ReservedRangeKind.Private),
        Create("192.0.0.0/24", ReservedRangeKind.Protocols),
        Create("192.0.2.0/24", ReservedRangeKind.Documentation),
        Create("192.31.196.0/24", ReservedRangeKind.NameSink),
        Create("192.52.193.0/24", ReservedRangeKind.MulticastTunnels),
        Create("192.88.99.0/24", ReservedRangeKind.WithdrawnRelay),
        Create("192.168.0.0/16", ReservedRangeKind.Private),
        Create("192.175.48.0/24", ReservedRangeKind.NameSink),
        Create("198.18.0.0/15", ReservedRangeKind.Benchmarks),
        Create("198.51.100.0/24", ReservedRangeKind.Documentation),
        Create("203.0.113.0/24", ReservedRangeKind.Documentation),
        Create("224.0.0.0/4", ReservedRangeKind.Multicast),
        Create("240.0.0.0/4", ReservedRangeKind.Reserved),
        // In no registry: Azure's own services, which answer on every machine there under this public address.
        Create("168.63.129.16/32", ReservedRangeKind.CloudService),
    ];

    /// <summary>Within 2000::/3: all else is not given out, and refused as a whole.</summary>
    public static ImmutableArray<ReservedIpRange> IPv6 { get; } =
    [
        Create("2001::/32", ReservedRangeKind.TeredoTunnel),
        Create("2001::/23", ReservedRangeKind.Protocols),
        Create("2001:db8::/32", ReservedRangeKind.Documentation),
        Create("2002::/16", ReservedRangeKind.SixToFourTunnel),
        Create("2620:4f:8000::/48", ReservedRangeKind.NameSink),
        Create("3fff::/20", ReservedRangeKind.Documentation),
    ];

    /// <summary>Listed for the sake of the reason; everything outside 2000::/3 is refused, listed or not.</summary>
    public static ImmutableArray<ReservedIpRange> OutsideOfGlobalUnicast { get; } =
    [
        Create("::1/128", ReservedRangeKind.ThisMachine),
        Create("64:ff9b:1::/48", ReservedRangeKind.PrivateTranslation),
        Create("fc00::/7", ReservedRangeKind.Private),
        Create("fe80::/10", ReservedRangeKind.LinkLocal),
        Create("fec0::/10", ReservedRangeKind.Private),
        Create("ff00::/8", ReservedRangeKind.Multicast),
        Create("::/0", ReservedRangeKind.NotPublic),
    ];

    private static ReservedIpRange Create(string network, ReservedRangeKind kind) => new(IPNetwork.Parse(network), kind);
}
