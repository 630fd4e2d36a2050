using System.Net;
using AiNewsBot.Configuration;
using AiNewsBot.News.Configuration;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace AiNewsBot.Tests.News.Configuration;

public sealed class NewsSettingsTests
{
    [Fact]
    public void Private_addresses_are_refused_by_default()
    {
        var settings = Read();

        Assert.Empty(settings.AllowedBlocks());
        Assert.Equal(TimeSpan.FromMinutes(5), settings.PollInterval);
    }

    [Fact]
    public void Allowed_addresses_are_numbered_keys_or_one_text()
    {
        IPNetwork[] expected = [IPNetwork.Parse("127.0.0.1/32"), IPNetwork.Parse("fd00::/8")];

        Assert.Equal(
            expected,
            Read(("News:AllowedPrivateAddresses:0", "127.0.0.1"), ("News:AllowedPrivateAddresses:1", "fd00::/8")).AllowedBlocks()
        );
        Assert.Equal(expected, Read(("News:AllowedPrivateAddresses", "127.0.0.1, fd00::/8")).AllowedBlocks());
        Assert.Empty(Read(("News:AllowedPrivateAddresses", "")).AllowedBlocks());
    }

    [Fact]
    public void Each_settings_fault_is_one_line_that_names_its_key()
    {
        var exception = Assert.Throws<OptionsValidationException>(() =>
            Read(("News:PollInterval", "00:00:00.9"), ("News:AllowedPrivateAddresses", "10.0.0.0/8,home,10.0.0.0/33"))
        );

        Assert.Collection(
            exception.Failures,
            line => Assert.Equal("News:PollInterval: must be a time from 00:00:01 to a day, such as 00:05:00", line),
            line => Assert.StartsWith("News:AllowedPrivateAddresses: 'home' is no address", line),
            line => Assert.StartsWith("News:AllowedPrivateAddresses: '10.0.0.0/33' is no address", line)
        );
    }

    [Theory]
    [InlineData("00:00:01")]
    [InlineData("1.00:00:00")]
    public void Poll_interval_is_between_a_second_and_a_day(string interval) =>
        Assert.Equal(TimeSpan.Parse(interval, null), Read(("News:PollInterval", interval)).PollInterval);

    [Theory]
    [InlineData("10.1")]
    [InlineData("10.0.0.1/8")]
    [InlineData("10.0.0.0/8/9")]
    [InlineData("10.0.0.0/-1")]
    [InlineData("10.0.0.0/")]
    [InlineData("fd00::/129")]
    [InlineData("::ffff:10.0.0.0")]
    [InlineData("localhost")]
    [InlineData("")]
    public void Malformed_address_block_is_refused(string text) => Assert.Null(AddressBlock.TryParse(text));

    [Theory]
    [InlineData("0.0.0.0/0")]
    [InlineData("192.168.7.0/24")]
    [InlineData("192.168.7.128/25")]
    [InlineData("::1/128")]
    [InlineData("fd12:3456::/31")]
    public void Address_block_is_read_as_written(string text) => Assert.Equal(text, AddressBlock.TryParse(text).ToString());

    private static NewsSettings Read(params (string Key, string Value)[] values) =>
        SettingsBinder.Read<NewsSettings>(
            new ConfigurationBuilder()
                .AddInMemoryCollection(values.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value)))
                .Build()
        );
}
