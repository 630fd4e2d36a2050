using System.Net;
using AiNewsBot.Feeds.Fetching;
using FsCheck.Xunit;

namespace AiNewsBot.Feeds.Tests.Fetching;

public sealed class AddressGuardTests
{
    private static readonly AddressGuard Strict = new([]);

    // Copied by hand from IANA's registries, and not from the code: the two are to agree.
    private static readonly string[] SpecialBlocks =
    [
        "0.0.0.0/8",
        "10.0.0.0/8",
        "100.64.0.0/10",
        "127.0.0.0/8",
        "169.254.0.0/16",
        "172.16.0.0/12",
        "192.0.0.0/24",
        "192.0.0.0/29",
        "192.0.2.0/24",
        "192.31.196.0/24",
        "192.52.193.0/24",
        "192.88.99.0/24",
        "192.168.0.0/16",
        "192.175.48.0/24",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/4",
        "240.0.0.0/4",
        "255.255.255.255/32",
        "168.63.129.16/32",
        "::/128",
        "::1/128",
        "::/96",
        "64:ff9b:1::/48",
        "100::/64",
        "100:0:0:1::/64",
        "2001::/23",
        "2001::/32",
        "2001:1::1/128",
        "2001:2::/48",
        "2001:3::/32",
        "2001:4:112::/48",
        "2001:10::/28",
        "2001:20::/28",
        "2001:30::/28",
        "2001:db8::/32",
        "2002::/16",
        "2620:4f:8000::/48",
        "3fff::/20",
        "5f00::/16",
        "fc00::/7",
        "fe80::/10",
        "fec0::/10",
        "ff00::/8",
        "4000::/3",
        "e000::/4",
    ];

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("1.1.1.1")]
    [InlineData("9.255.255.255")]
    [InlineData("11.0.0.0")]
    [InlineData("100.63.255.255")]
    [InlineData("100.128.0.0")]
    [InlineData("126.255.255.255")]
    [InlineData("128.0.0.0")]
    [InlineData("168.63.129.17")]
    [InlineData("169.253.255.255")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.0")]
    [InlineData("192.0.1.0")]
    [InlineData("192.167.255.255")]
    [InlineData("192.169.0.0")]
    [InlineData("198.17.255.255")]
    [InlineData("198.20.0.0")]
    [InlineData("223.255.255.255")]
    [InlineData("2001:200::1")]
    [InlineData("2606:4700:4700::1111")]
    [InlineData("2a00:1450:4001:81b::200e")]
    [InlineData("3ffe::1")]
    [InlineData("::ffff:8.8.8.8")]
    [InlineData("64:ff9b::8.8.8.8")]
    public void Public_address_passes(string address) => Assert.Null(Strict.GetError(IPAddress.Parse(address)));

    [Theory]
    [InlineData("127.0.0.1", "this machine")]
    [InlineData("127.255.255.254", "this machine")]
    [InlineData("0.0.0.0", "of this network itself")]
    [InlineData("10.0.0.1", "private")]
    [InlineData("172.31.255.255", "private")]
    [InlineData("192.168.1.1", "private")]
    [InlineData("169.254.169.254", "link-local")]
    [InlineData("100.100.100.200", "shared by a provider's customers")]
    [InlineData("192.0.0.192", "for protocols")]
    [InlineData("168.63.129.16", "a cloud's own service")]
    [InlineData("203.0.113.9", "for documentation")]
    [InlineData("239.255.255.250", "multicast")]
    [InlineData("255.255.255.255", "reserved")]
    [InlineData("::", "not public")]
    [InlineData("::1", "this machine")]
    [InlineData("::7f00:1", "not public")]
    [InlineData("::ffff:127.0.0.1", "this machine")]
    [InlineData("::ffff:169.254.169.254", "link-local")]
    [InlineData("64:ff9b::127.0.0.1", "this machine")]
    [InlineData("64:ff9b::a9fe:a9fe", "link-local")]
    [InlineData("64:ff9b:1::8.8.8.8", "a private translation to IPv4")]
    [InlineData("2002:7f00:1::", "a tunnel (6to4)")]
    [InlineData("2002:808:808::1", "a tunnel (6to4)")]
    [InlineData("2001:0:4136:e378:8000:63bf:3fff:fdd2", "a tunnel (Teredo)")]
    [InlineData("2001:db8::1", "for documentation")]
    [InlineData("3fff:fff::1", "for documentation")]
    [InlineData("fe80::1%2", "link-local")]
    [InlineData("fec0::1", "private")]
    [InlineData("fd00:ec2::254", "private")]
    [InlineData("fd20:ce::254", "private")]
    [InlineData("ff02::1", "multicast")]
    [InlineData("5f00::1", "not public")]
    [InlineData("100::1", "not public")]
    public void Special_address_is_refused_by_its_meaning(string address, string meaning) =>
        Assert.Equal(meaning, FeedFaultText.Describe(Strict.GetError(IPAddress.Parse(address))!.Value));

    [Property(MaxTest = 2000)]
    public void Addresses_of_special_blocks_never_pass(byte pick, byte[] host)
    {
        var address = Within(IPNetwork.Parse(SpecialBlocks[pick % SpecialBlocks.Length]), host);

        Assert.NotNull(Strict.GetError(address));
        if (address.GetAddressBytes() is { Length: 4 } bytes)
        {
            Assert.NotNull(Strict.GetError(address.MapToIPv6()));
            Assert.NotNull(Strict.GetError(new IPAddress([0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0, .. bytes])));
            Assert.NotNull(Strict.GetError(new IPAddress([0x20, 0x02, .. bytes, .. new byte[10]])));
        }
    }

    [Property(MaxTest = 2000)]
    public void Addresses_outside_special_blocks_pass(byte a, byte b, byte c, byte d)
    {
        var address = new IPAddress([a, b, c, d]);

        Assert.Equal(SpecialBlocks.Any(block => IPNetwork.Parse(block).Contains(address)), Strict.GetError(address) is not null);
    }

    [Fact]
    public void Both_ends_of_each_special_block_are_refused() =>
        Assert.All(
            SpecialBlocks.Select(IPNetwork.Parse),
            block =>
            {
                Assert.NotNull(Strict.GetError(block.BaseAddress));
                Assert.NotNull(Strict.GetError(Within(block, [.. Enumerable.Repeat((byte)255, 16)])));
            }
        );

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("::ffff:127.0.0.1", true)]
    [InlineData("127.0.0.2", false)]
    [InlineData("10.20.30.40", true)]
    [InlineData("64:ff9b::10.20.30.40", true)]
    [InlineData("10.21.0.0", false)]
    [InlineData("fd00:1::1", true)]
    [InlineData("fd01::1", false)]
    [InlineData("::1", false)]
    [InlineData("169.254.169.254", false)]
    public void Operator_allows_only_the_listed_addresses(string address, bool passes)
    {
        var guard = new AddressGuard([IPNetwork.Parse("127.0.0.1/32"), IPNetwork.Parse("10.20.0.0/16"), IPNetwork.Parse("fd00::/16")]);

        Assert.Equal(passes, guard.GetError(IPAddress.Parse(address)) is null);
    }

    // The block's address with the bits after its prefix taken from elsewhere.
    private static IPAddress Within(IPNetwork block, byte[] host)
    {
        var bytes = block.BaseAddress.GetAddressBytes();
        for (var bit = block.PrefixLength; bit < bytes.Length * 8 && host.Length > 0; bit++)
            bytes[bit / 8] |= (byte)(host[bit / 8 % host.Length] & (0x80 >> (bit % 8)));
        return new IPAddress(bytes);
    }
}
