using System.Text;

namespace AiNewsBot.Feeds.Tests.Parsing;

/// <summary>JSON Feeds as programs and people write them.</summary>
public sealed class JsonFeedTests
{
    private const string Head = """{"version":"https://jsonfeed.org/version/1.1","title":"News",""";

    [Theory]
    [InlineData("""{"id":5,"title":"One"}""", "5", "One")]
    [InlineData("""{"id":12345678901234567890123,"title":"One"}""", "12345678901234567890123", "One")]
    [InlineData("""{"id":1.50,"title":"One"}""", "1.50", "One")]
    [InlineData("{\"id\":\"1\",\"title\":\"One\nof\ttwo\"}", "1", "One of two")]
    [InlineData("""{"id":"1","title":"Half a \ud83d pair, \"quoted\" \u00e9 \ud83d\ude00"}""", "1", "Half a \ufffd pair, \"quoted\" é 😀")]
    [InlineData("""{"id":"1","title":null,"_own":{"id":"no","title":"no"},"tags":[["deep"],{}],"authors":null}""", "1", null)]
    [InlineData("""{"id":true,"title":["no"],"url":"https://a.test/1"}""", null, null)]
    public void Json_item_is_read(string item, string? id, string? title)
    {
        var entry = Assert.Single(Parsed.Feed($"{Head}\"items\":[{item}]}}").Entries);

        Assert.Equal((id, title), (entry.Id, entry.Title));
    }

    [Theory]
    [InlineData("""{"id":"1","url":"","external_url":"https://a.test/else"}""", "https://a.test/else")]
    [InlineData("""{"id":"1","url":"/1","external_url":"https://a.test/else"}""", "https://a.test/1")]
    [InlineData("""{"id":"1"}""", null)]
    public void Json_item_link_is_read(string item, string? link) =>
        Assert.Equal(link, Assert.Single(Parsed.Feed($"{Head}\"items\":[{item}]}}", "https://a.test/feed.json").Entries).Link);

    [Theory]
    [InlineData("\"url\":\"/1\",\"external_url\":\"https://else.test/page\"", "https://a.test/1")]
    [InlineData("\"external_url\":\"https://else.test/page\",\"url\":\"https://own.test/1\"", "https://own.test/1")]
    [InlineData("\"url\":\"https://else.test/page\"", null)]
    [InlineData("\"external_url\":\"https://else.test/page\"", null)]
    [InlineData("\"url\":\"https://else.test/page\",\"external_url\":\"https://else.test/page\"", null)]
    public void Json_item_declares_its_own_page_where_it_names_another_beside_it(string links, string? canonical) =>
        Assert.Equal(
            canonical,
            Assert.Single(Parsed.Feed($"{Head}\"items\":[{{\"id\":\"1\",{links}}}]}}", "https://a.test/feed.json").Entries).Canonical
        );

    [Theory]
    [InlineData("\"2026-03-02T10:00:00+01:00\"")]
    [InlineData("\"2026-03-02T09:00:00.5Z\"")]
    [InlineData("1772442000")]
    public void Json_item_date_is_read(string date) =>
        Assert.Equal(
            "2026-03-02 09:00",
            Assert
                .Single(Parsed.Feed($"{Head}\"items\":[{{\"id\":\"1\",\"date_published\":{date}}}]}}").Entries)
                .Published?.UtcDateTime.ToString("yyyy-MM-dd HH:mm", null)
        );

    [Theory]
    [InlineData("")]
    [InlineData("}")]
    [InlineData("""{"id":"2","tit""")]
    [InlineData("""{"id":"2","title":"Two"},""")]
    [InlineData("""{"id":"2","title":Two}]}""")]
    public void Truncated_or_malformed_json_keeps_the_items_before(string rest) =>
        Assert.Equal("One", Parsed.Feed($"{Head}\"items\":[{{\"id\":\"1\",\"title\":\"One\"}},{rest}").Entries[0].Title);

    [Fact]
    public void Json_version_may_come_last() =>
        Assert.Single(Parsed.Feed("""{"items":[null,{"id":"1"}],"version":"http://jsonfeed.org/version/1"}""").Entries);

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void Json_byte_order_mark_is_ignored(string encoding)
    {
        var chosen = Encoding.GetEncoding(encoding);

        Assert.Equal(
            "ニュース",
            Assert
                .Single(
                    Parsed
                        .Feed([.. chosen.GetPreamble(), .. chosen.GetBytes($"{Head}\"items\":[{{\"id\":\"1\",\"title\":\"ニュース\"}}]}}")])
                        .Entries
                )
                .Title
        );
    }
}
