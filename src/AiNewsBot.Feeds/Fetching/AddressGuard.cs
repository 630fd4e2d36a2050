using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;

namespace AiNewsBot.Feeds.Fetching;

/// <summary>Which addresses feeds may be fetched from: public ones, and those that the operator allows.</summary>
/// <param name="allowed">Blocks of addresses that are let through though they are not public.</param>
/// <remarks>
/// Who may add a feed may make the bot send a request to any address. It must be none that only the bot can reach: its neighbours, its own
/// machine, or the service by which a cloud gives a machine its credentials.
/// </remarks>
public sealed class AddressGuard(ImmutableArray<IPNetwork> allowed)
{
    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork Translated = IPNetwork.Parse("64:ff9b::/96");

    /// <summary>What the address is that it may not be connected to; null where it may.</summary>
    public ReservedRangeKind? GetError(IPAddress address)
    {
        var meant = Meant(address);
        if (allowed.Any(block => block.Contains(meant)))
            return null;
        if (meant.AddressFamily == AddressFamily.InterNetwork)
            return KindIn(ReservedIpRange.IPv4, meant);
        return KindIn(GlobalUnicast.Contains(meant) ? ReservedIpRange.IPv6 : ReservedIpRange.OutsideOfGlobalUnicast, meant);
    }

    // ::ffff:10.0.0.1 is another spelling of 10.0.0.1, and connects to it. 64:ff9b::10.0.0.1 does so through a translator, which is how a
    // machine with IPv6 alone reaches every IPv4 server, so the prefix cannot be refused as a whole. No other address that carries an IPv4
    // address (6to4, Teredo, private translators) has a use today.
    private static IPAddress Meant(IPAddress address) =>
        address.IsIPv4MappedToIPv6 ? address.MapToIPv4()
        : Translated.Contains(address) ? new IPAddress(address.GetAddressBytes().AsSpan(12))
        : address;

    private static ReservedRangeKind? KindIn(ImmutableArray<ReservedIpRange> blocks, IPAddress address)
    {
        foreach (var block in blocks)
        {
            if (block.Network.Contains(address))
                return block.Kind;
        }

        return null;
    }
}
