using AiNewsBot.Links;

namespace AiNewsBot.Tests.Links;

/// <summary>Which addresses others can read: on the public web, by a name or number outside of private networks.</summary>
public sealed class PublicLinkTests
{
    [Theory]
    [InlineData("https://example.org")]
    [InlineData("http://example.org/a?b=c#d")]
    [InlineData("https://xn--bcher-kva.example.org/")]
    [InlineData("https://bücher.example.org/")]
    [InlineData("https://8.8.8.8/")]
    [InlineData("https://[2606:4700:4700::1111]/")]
    [InlineData("https://example.org:8443/")]
    public void Address_on_the_public_web_is_fine(string url) => Assert.Null(PublicLink.GetFault(url));

    [Theory]
    [InlineData("")]
    [InlineData("example.org")]
    [InlineData("ftp://example.org/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://user@example.org/")]
    [InlineData("https://user:secret@example.org/")]
    [InlineData("https://example.org/a b")]
    [InlineData("https://example.org/a\nb")]
    [InlineData(" https://example.org/")]
    public void Text_that_is_not_a_plain_web_address_is_a_fault(string url) => Assert.Equal(LinkError.NoAddress, PublicLink.GetFault(url));

    [Theory]
    [InlineData("http://localhost/")]
    [InlineData("http://intranet/")]
    [InlineData("http://wiki.internal/")]
    [InlineData("http://printer.local/")]
    [InlineData("http://printer.LOCAL./")]
    [InlineData("http://nas.home/")]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://0x7f.1/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://10.1.2.3/")]
    [InlineData("http://172.16.0.1/")]
    [InlineData("http://192.168.1.1/")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("http://100.64.0.1/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://[fe80::1]/")]
    [InlineData("http://[fd00::1]/")]
    [InlineData("http://[::ffff:10.0.0.1]/")]
    public void Address_of_ones_own_network_is_private(string url) => Assert.Equal(LinkError.Private, PublicLink.GetFault(url));

    [Theory]
    [InlineData(400, null)]
    [InlineData(401, LinkError.TooLong)]
    public void Address_has_at_most_400_characters(int length, object? fault) =>
        Assert.Equal(fault, PublicLink.GetFault("https://example.org/".PadRight(length, 'a')));

    [Theory]
    [InlineData("https://example/", true)]
    [InlineData("https://press.example/", true)]
    [InlineData("https://a.test/", true)]
    [InlineData("https://a.INVALID./", true)]
    [InlineData("https://example.org/", false)]
    [InlineData("https://latest.org/", false)]
    [InlineData("https://mytest/", false)]
    public void Names_that_are_kept_for_examples_lead_nowhere(string url, bool isReserved) =>
        Assert.Equal(isReserved, PublicLink.IsReserved(new Uri(url)));
}
