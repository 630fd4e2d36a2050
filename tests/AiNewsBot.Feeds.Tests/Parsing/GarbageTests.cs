using System.Text;

namespace AiNewsBot.Feeds.Tests.Parsing;

/// <summary>What servers print before a feed does not hide it.</summary>
public sealed class GarbageTests
{
    private const string Json = "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"title\":\"One\"}]}";
    private const string Notice = "<br />\n<b>Notice</b>: Undefined index in <b>/a.php</b> on line <b>3</b><br />\n";

    [Theory]
    [InlineData(Notice)]
    [InlineData("[warning] cache is cold\n")]
    [InlineData("{debug: 1}\n")]
    [InlineData("PHP Warning: x\n")]
    [InlineData("ï»¿")]
    [InlineData(" \n\n")]
    public void Before_XML(string garbage) =>
        Assert.Equal(
            "One",
            Assert
                .Single(Parsed.Feed($"{garbage}<?xml version='1.0'?><rss><channel><item><title>One</title></item></channel></rss>").Entries)
                .Title
        );

    [Theory]
    [InlineData(Notice)]
    [InlineData("Warning: x\n")]
    [InlineData(")]}',\n")]
    public void Before_JSON(string garbage) => Assert.Equal("One", Assert.Single(Parsed.Feed(garbage + Json).Entries).Title);

    [Fact]
    public void Before_the_declaration_of_the_encoding()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var body = Encoding
            .GetEncoding("koi8-r")
            .GetBytes(
                $"{string.Concat(Enumerable.Repeat(Notice, 50))}<?xml version='1.0' "
                    + $"encoding='koi8-r'?><rss><channel><title>Новости</title><item/></channel></rss>"
            );

        Assert.Equal("Новости", Parsed.Feed(body).Title);
    }

    [Fact]
    public void An_empty_feed_behind_a_notice_is_one() =>
        Assert.Equal("Lab", Parsed.Feed($"{Notice}<rss><channel><title>Lab</title></channel></rss>").Title);
}
