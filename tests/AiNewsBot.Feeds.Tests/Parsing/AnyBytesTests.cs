using System.Text;
using FsCheck.Xunit;

namespace AiNewsBot.Feeds.Tests.Parsing;

/// <summary>Any input is a feed within its bounds, or refused with a reason.</summary>
public sealed class AnyBytesTests
{
    private static readonly string[] Charsets = ["utf-8", "utf-16", "koi8-r", "gb18030", "iso-2022-jp", "utf-7", "x"];

    private static readonly string[] Words =
    [
        "<rss version='2.0'>",
        "</rss>",
        "<channel>",
        "</channel>",
        "<item>",
        "</item>",
        "<feed xmlns='http://www.w3.org/2005/Atom'>",
        "</feed>",
        "<entry>",
        "</entry>",
        "<title>",
        "</title>",
        "<title type='html'>",
        "<title type='xhtml'>",
        "<link>",
        "</link>",
        "<link href='x'/>",
        "<guid>",
        "</guid>",
        "<description>",
        "</description>",
        "<content type='xhtml'>",
        "</content>",
        "<pubDate>",
        "</pubDate>",
        "<image>",
        "</image>",
        "<![CDATA[",
        "]]>",
        "<!--",
        "-->",
        "<?xml version='1.0' encoding='koi8-r'?>",
        "<!DOCTYPE a [<!ENTITY b 'c'>]>",
        "&b;",
        "&lt;p&gt;",
        "&nbsp;",
        "&#x202E;",
        "&",
        "<",
        ">",
        "\"",
        "'",
        "<p>",
        "</p>",
        "<br>",
        "<script>",
        "text ",
        "Mon, 11 Mar 2024 17:41:09 GMT",
        "2024-03-11",
        "xml:base='/a/'",
        "{",
        "}",
        "[",
        "]",
        ":",
        ",",
        "\"version\"",
        "\"https://jsonfeed.org/version/1\"",
        "\"items\"",
        "\"id\"",
        "\0",
        "\ud800",
        "é",
        "漢",
        "\uFEFF",
    ];

    [Property(MaxTest = 1000)]
    public void Parser_survives_any_bytes(byte[] body) => IsBounded(body, null);

    [Property(MaxTest = 1000)]
    public void Parser_survives_any_text(string? text, string? contentType) => IsBounded(Encoding.UTF8.GetBytes(text ?? ""), contentType);

    [Property(MaxTest = 3000)]
    public void Parser_survives_any_mixture_of_feed_words(byte[] picks) =>
        IsBounded(Encoding.UTF8.GetBytes("<rss><channel><item>" + Mixed(picks)), "text/xml");

    [Property(MaxTest = 2000)]
    public void Parser_survives_any_mixture_in_any_encoding(byte[] picks, byte charset) =>
        IsBounded(Encoding.UTF8.GetBytes(Mixed(picks)), $"text/xml; charset={Charsets[charset % Charsets.Length]}");

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Parser_survives_any_change_of_the_shared_samples(int seed)
    {
        var random = new Random(seed);
        var bodies = Samples.Read().Select(sample => sample.Body).Where(body => body.Length is > 100 and < 50_000).ToArray();
        for (var i = 0; i < 1000; i++)
            IsBounded(Changed(bodies[random.Next(bodies.Length)], bodies, random), null);
    }

    private static string Mixed(byte[] picks) => string.Concat(picks.Select(pick => Words[pick % Words.Length]));

    private static byte[] Changed(byte[] body, byte[][] others, Random random)
    {
        var changed = body.ToList();
        for (var times = random.Next(1, 6); times > 0; times--)
        {
            var at = random.Next(changed.Count);
            switch (random.Next(5))
            {
                case 0:
                    changed[at] = (byte)random.Next(256);
                    break;
                case 1:
                    changed.RemoveRange(at, Math.Min(changed.Count - at - 1, random.Next(40)));
                    break;
                case 2:
                    changed.InsertRange(at, Encoding.UTF8.GetBytes(Words[random.Next(Words.Length)]));
                    break;
                case 3:
                    var other = others[random.Next(others.Length)];
                    changed.InsertRange(at, other.AsSpan(0, random.Next(Math.Min(other.Length, 500))).ToArray());
                    break;
                default:
                    changed.RemoveRange(at, changed.Count - at - (at == 0 ? 1 : 0));
                    changed.Add((byte)'<');
                    break;
            }
        }

        return [.. changed];
    }

    private static void IsBounded(byte[] body, string? contentType)
    {
        Feed feed;
        try
        {
            feed = Parsed.Feed(body, contentType, "https://example.org/feed");
        }
        catch (FeedFormatException refusal)
        {
            Assert.InRange(refusal.Message.Length, 10, 200);
            Assert.DoesNotContain(refusal.Message, character => char.IsControl(character) || char.IsSurrogate(character));
            return;
        }

        IsReadable(feed.Title, FeedLimits.Title + 1, isLine: true);
        foreach (var entry in feed.Entries)
        {
            IsReadable(entry.Title, FeedLimits.Title + 1, isLine: true);
            IsReadable(entry.Summary, FeedLimits.Summary + 1, isLine: false);
            Assert.InRange(entry.Link?.Length ?? 1, 1, FeedLimits.Link);
            Assert.InRange(entry.Id?.Length ?? 1, 1, FeedLimits.Id);
        }
    }

    // Text that can be stored, sent and shown: no halves of characters, nothing that acts unseen, no blank ends.
    private static void IsReadable(string? text, int longest, bool isLine)
    {
        if (text is null)
            return;
        Assert.InRange(text.Length, 1, longest);
        Assert.Equal(text, new UTF8Encoding(false, true).GetString(new UTF8Encoding(false, true).GetBytes(text)));
        Assert.Equal(text, text.Trim());
        Assert.DoesNotContain(
            text,
            character => char.IsControl(character) && (isLine || character != '\n') || character is '\u202E' or '\uFEFF'
        );
    }
}
