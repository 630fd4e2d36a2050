using System.Text;
using AiNewsBot.Feeds.Parsing;

namespace AiNewsBot.Feeds.Tests.Parsing;

/// <summary>Feeds from texts in tests.</summary>
internal static class Parsed
{
    public static Feed Feed(string text, string? address = null) => Feed(Encoding.UTF8.GetBytes(text), address: address);

    public static Feed Feed(byte[] body, string? contentType = null, string? address = null) =>
        FeedParser.Parse(body, contentType, address is null ? null : new Uri(address));

    /// <summary>The one entry of an RSS feed with those elements in it.</summary>
    public static FeedEntry Item(string elements, string? address = null) =>
        Assert.Single(Feed($"<rss version='2.0'><channel><item>{elements}</item></channel></rss>", address).Entries);

    /// <summary>The one entry of an Atom feed with those elements in it.</summary>
    public static FeedEntry Entry(string elements, string? address = null) =>
        Assert.Single(Feed($"<feed xmlns='http://www.w3.org/2005/Atom'><entry>{elements}</entry></feed>", address).Entries);

    public static string Refusal(string text) => Refusal(Encoding.UTF8.GetBytes(text));

    public static string Refusal(byte[] body) => Assert.Throws<FeedFormatException>(() => Feed(body)).Message;
}
