using System.Globalization;
using System.Net;

namespace AiNewsBot.Configuration;

/// <summary>A block of addresses as an operator writes it: 10.1.0.0/16, fd00::/8, or a single address.</summary>
internal static class AddressBlock
{
    /// <summary>The block; null where the text is malformed. So is one whose address has bits beyond its prefix: it is a slip whose meaning
    /// would be a guess.</summary>
    public static IPNetwork? TryParse(string text)
    {
        var parts = text.Split('/');
        if (parts.Length > 2 || !IPAddress.TryParse(parts[0], out var address) || address.IsIPv4MappedToIPv6 || !IsWhole(parts[0]))
            return null;
        var bits = address.GetAddressBytes().Length * 8;
        if (parts.Length == 1)
            return new IPNetwork(address, bits);
        if (!int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var prefix) || prefix > bits)
            return null;
        return address.Equals(First(address, prefix)) ? new IPNetwork(address, prefix) : null;
    }

    // IPAddress reads "10.1" as 10.0.0.1.
    private static bool IsWhole(string address) =>
        address.Contains(':', StringComparison.Ordinal) || address.Count(character => character == '.') == 3;

    private static IPAddress First(IPAddress address, int prefix)
    {
        var bytes = address.GetAddressBytes();
        for (var bit = prefix; bit < bytes.Length * 8; bit++)
            bytes[bit / 8] &= (byte)~(0x80 >> (bit % 8));
        return new IPAddress(bytes);
    }
}
