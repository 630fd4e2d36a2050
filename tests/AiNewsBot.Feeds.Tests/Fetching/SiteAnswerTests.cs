using System.Text;
using AiNewsBot.Feeds.Fetching;
using AiNewsBot.Feeds.Parsing;

namespace AiNewsBot.Feeds.Tests.Fetching;

/// <summary>The feeds of well-known sites: what is read of answers that have the shape of recorded ones, cut to an entry each.</summary>
public sealed class SiteAnswerTests
{
    [Theory]
    [InlineData(
        "https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv",
        """
            <?xml version="1.0" encoding="UTF-8"?>
            <feed xmlns:yt="http://www.youtube.com/xml/schemas/2015" xmlns:media="http://search.yahoo.com/mrss/" xmlns="http://www.w3.org/2005/Atom">
             <link rel="self" href="http://www.youtube.com/feeds/videos.xml?channel_id=UCabcdefghijklmnopqrstuv"/><id>yt:channel:abcdefghijklmnopqrstuv</id>
             <yt:channelId>abcdefghijklmnopqrstuv</yt:channelId><title>Open Lab</title><link rel="alternate" href="https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv"/>
             <author><name>Open Lab</name><uri>https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv</uri></author><published>2020-05-14T12:00:00+00:00</published>
             <entry><id>yt:video:abcdefghijk</id><yt:videoId>abcdefghijk</yt:videoId><title>How we trained it</title><link rel="alternate" href="https://www.youtube.com/watch?v=abcdefghijk"/>
              <author><name>Open Lab</name></author><published>2026-11-20T15:00:10+00:00</published><updated>2026-11-21T09:00:00+00:00</updated>
              <media:group><media:title>How we trained it</media:title><media:content url="https://www.youtube.com/v/abcdefghijk?version=3" type="application/x-shockwave-flash" width="640" height="390"/>
               <media:thumbnail url="https://i2.ytimg.com/vi/abcdefghijk/hqdefault.jpg" width="480" height="360"/><media:description>All of it, from the data on.</media:description>
               <media:community><media:starRating count="90" average="5.00" min="1" max="5"/><media:statistics views="1000"/></media:community></media:group></entry></feed>
            """,
        "How we trained it | https://www.youtube.com/watch?v=abcdefghijk | Open Lab | 2026-11-20 | https://i2.ytimg.com/vi/abcdefghijk/hqdefault.jpg"
    )]
    [InlineData(
        "https://www.reddit.com/r/LocalLLaMA",
        """
            <?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"><category term="LocalLLaMA" label="r/LocalLLaMA"/><updated>2026-11-29T10:00:00+00:00</updated><id>/r/LocalLLaMA/.rss</id><link rel="self" href="https://www.reddit.com/r/LocalLLaMA/.rss" type="application/atom+xml"/><title>LocalLlama</title>
            <entry><author><name>/u/someone</name><uri>https://www.reddit.com/user/someone</uri></author><category term="LocalLLaMA" label="r/LocalLLaMA"/><content type="html">&lt;!-- SC_OFF --&gt;&lt;div class=&quot;md&quot;&gt;&lt;p&gt;The weights are out.&lt;/p&gt;&lt;/div&gt;&lt;!-- SC_ON --&gt; &amp;#32; submitted by &amp;#32; &lt;a href=&quot;https://www.reddit.com/user/someone&quot;&gt; /u/someone &lt;/a&gt; &lt;br/&gt; &lt;span&gt;&lt;a href=&quot;https://www.reddit.com/r/LocalLLaMA/comments/1abcde/new_weights/&quot;&gt;[link]&lt;/a&gt;&lt;/span&gt; &amp;#32; &lt;span&gt;&lt;a href=&quot;https://www.reddit.com/r/LocalLLaMA/comments/1abcde/new_weights/&quot;&gt;[comments]&lt;/a&gt;&lt;/span&gt;</content><id>t3_1abcde</id><link href="https://www.reddit.com/r/LocalLLaMA/comments/1abcde/new_weights/"/><updated>2026-11-29T09:00:00+00:00</updated><published>2026-11-29T09:00:00+00:00</published><title>New weights</title></entry></feed>
            """,
        "New weights | https://www.reddit.com/r/LocalLLaMA/comments/1abcde/new_weights/ | /u/someone | 2026-11-29 | "
    )]
    [InlineData(
        "https://github.com/allenai/OLMo/commits/main",
        """
            <?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" xml:lang="en-US"><id>tag:github.com,2008:/allenai/OLMo/commits/main</id><link type="text/html" rel="alternate" href="https://github.com/allenai/OLMo/commits/main"/><title>Recent Commits to OLMo:main</title><updated>2026-11-28T18:00:00Z</updated>
            <entry><id>tag:github.com,2008:Grit::Commit/0123456789abcdef0123456789abcdef01234567</id><link type="text/html" rel="alternate" href="https://github.com/allenai/OLMo/commit/0123456789abcdef0123456789abcdef01234567"/><title>Publish the training data (#700)</title><updated>2026-11-28T18:00:00Z</updated><media:thumbnail height="30" width="30" url="https://avatars.githubusercontent.com/u/1?s=30&amp;v=4"/><author><name>someone</name><uri>https://github.com/someone</uri></author><content type="html">&lt;pre style='white-space:pre-wrap;width:81ex'&gt;Publish the training data (#700)&lt;/pre&gt;</content></entry></feed>
            """,
        "Publish the training data (#700) | https://github.com/allenai/OLMo/commit/0123456789abcdef0123456789abcdef01234567 | someone | 2026-11-28 | "
    )]
    [InlineData(
        "https://fosstodon.org/@someone",
        """
            <?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:webfeeds="http://webfeeds.org/rss/1.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Someone</title><description>Public posts from @someone@fosstodon.org</description><link>https://fosstodon.org/@someone</link><image><url>https://cdn.fosstodon.org/avatars/1.png</url><title>Someone</title><link>https://fosstodon.org/@someone</link></image><lastBuildDate>Fri, 27 Nov 2026 08:00:00 +0000</lastBuildDate><webfeeds:icon>https://cdn.fosstodon.org/avatars/1.png</webfeeds:icon><generator>Mastodon v4.4.0</generator>
            <item><guid isPermaLink="true">https://fosstodon.org/@someone/115000000000000000</guid><link>https://fosstodon.org/@someone/115000000000000000</link><pubDate>Fri, 27 Nov 2026 08:00:00 +0000</pubDate><description>&lt;p&gt;A model with all of its data. &lt;a href="https://fosstodon.org/tags/ai" class="mention hashtag" rel="tag"&gt;#&lt;span&gt;ai&lt;/span&gt;&lt;/a&gt;&lt;/p&gt;</description><media:content url="https://cdn.fosstodon.org/media/1.png" type="image/png" fileSize="1000" medium="image"><media:rating scheme="urn:simple">nonadult</media:rating><media:description type="plain">A chart</media:description></media:content><category>ai</category></item></channel></rss>
            """,
        " | https://fosstodon.org/@someone/115000000000000000 |  | 2026-11-27 | https://cdn.fosstodon.org/media/1.png"
    )]
    [InlineData(
        "https://bsky.app/profile/lab.example.org",
        """
            <?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><description>An open lab</description><link>https://bsky.app/profile/lab.example.org</link><title>@lab.example.org - Open Lab</title><item><link>https://bsky.app/profile/lab.example.org/post/3mabcdefghi2k</link><description>The licence is Apache 2.0 now.</description><pubDate>26 Nov 2026 17:00 +0000</pubDate><guid isPermaLink="false">at://did:plc:abcdefghijklmnopqrstuvwx/app.bsky.feed.post/3mabcdefghi2k</guid></item></channel></rss>
            """,
        " | https://bsky.app/profile/lab.example.org/post/3mabcdefghi2k |  | 2026-11-26 | "
    )]
    [InlineData(
        "https://importai.substack.com",
        """
            <?xml version="1.0" encoding="UTF-8"?><rss xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom" version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:googleplay="http://www.google.com/schemas/play-podcasts/1.0"><channel><title><![CDATA[Import AI]]></title><link>https://importai.substack.com</link><generator>Substack</generator><item><title><![CDATA[Import AI 500]]></title><description><![CDATA[What open means]]></description><link>https://importai.substack.com/p/import-ai-500</link><guid isPermaLink="false">https://importai.substack.com/p/import-ai-500</guid><dc:creator><![CDATA[Jack]]></dc:creator><pubDate>Mon, 23 Nov 2026 13:00:00 GMT</pubDate><enclosure url="https://substackcdn.com/image/fetch/x.png" length="0" type="image/jpeg"/><content:encoded><![CDATA[<p>It means the data, too.</p>]]></content:encoded></item></channel></rss>
            """,
        "Import AI 500 | https://importai.substack.com/p/import-ai-500 | Jack | 2026-11-23 | https://substackcdn.com/image/fetch/x.png"
    )]
    [InlineData(
        "https://medium.com/@jane",
        """
            <?xml version="1.0" encoding="UTF-8"?><rss xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom" version="2.0" xmlns:cc="http://cyber.law.harvard.edu/rss/creativeCommonsRssModule.html"><channel><title><![CDATA[Stories by Jane on Medium]]></title><link>https://medium.com/@jane?source=rss-1------2</link><item><title><![CDATA[Reading a licence]]></title><link>https://medium.com/@jane/reading-a-licence-0123456789ab?source=rss-1------2</link><guid isPermaLink="false">https://medium.com/p/0123456789ab</guid><category><![CDATA[licensing]]></category><dc:creator><![CDATA[Jane]]></dc:creator><pubDate>Sun, 22 Nov 2026 10:00:00 GMT</pubDate><atom:updated>2026-11-22T10:00:00.000Z</atom:updated><content:encoded><![CDATA[<figure><img alt="A page" src="https://cdn-images-1.medium.com/max/1024/1*a.png" /></figure><p>Line by line.</p><img src="https://medium.com/_/stat?event=post.clientViewed&referrerSource=full_rss&postId=0123456789ab" width="1" height="1" alt="">]]></content:encoded></item></channel></rss>
            """,
        "Reading a licence | https://medium.com/@jane/reading-a-licence-0123456789ab?source=rss-1------2 | Jane | 2026-11-22 | https://cdn-images-1.medium.com/max/1024/1*a.png"
    )]
    [InlineData(
        "https://arxiv.org/search/?query=open+weights&searchtype=all",
        """
            <?xml version='1.0' encoding='UTF-8'?><feed xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/" xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns="http://www.w3.org/2005/Atom"><id>https://arxiv.org/api/x</id><title>arXiv Query: search_query=all:"open weights"</title><updated>2026-11-29T00:00:00Z</updated><opensearch:itemsPerPage>50</opensearch:itemsPerPage>
            <entry><id>http://arxiv.org/abs/2611.01234v1</id><title>Open Weights
             Revisited</title><updated>2026-11-25T17:00:00Z</updated><link href="https://arxiv.org/abs/2611.01234v1" rel="alternate" type="text/html"/><link href="https://arxiv.org/pdf/2611.01234v1" rel="related" type="application/pdf" title="pdf"/><summary>We look again.</summary><category term="cs.CL" scheme="http://arxiv.org/schemas/atom"/><published>2026-11-25T17:00:00Z</published><arxiv:primary_category term="cs.CL"/><author><name>Ann Author</name></author></entry></feed>
            """,
        "Open Weights Revisited | https://arxiv.org/abs/2611.01234v1 | Ann Author | 2026-11-25 | "
    )]
    [InlineData(
        "https://hn.algolia.com/?q=open+weights",
        """
            <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Hacker News - Newest: "open weights"</title><link>https://hn.algolia.com/?query=open+weights</link><docs>https://hnrss.org/</docs><generator>hnrss v2.1.1</generator><item><title><![CDATA[Open weights are not open source]]></title><description><![CDATA[<p>Article URL: <a href="https://example.org/open">https://example.org/open</a></p><p>Comments URL: <a href="https://news.ycombinator.com/item?id=46000000">https://news.ycombinator.com/item?id=46000000</a></p><p>Points: 3</p><p># Comments: 1</p>]]></description><pubDate>Sat, 28 Nov 2026 20:00:00 +0000</pubDate><link>https://example.org/open</link><dc:creator>someone</dc:creator><comments>https://news.ycombinator.com/item?id=46000000</comments><guid isPermaLink="false">https://news.ycombinator.com/item?id=46000000</guid></item></channel></rss>
            """,
        "Open weights are not open source | https://example.org/open | someone | 2026-11-28 | "
    )]
    public void Answer_of_a_site_is_read(string page, string answer, string read)
    {
        var feed = SiteFeeds.Find(FeedAddress.TryParse(page)!)!.Address;

        var entry = Assert.Single(FeedParser.Parse(Encoding.UTF8.GetBytes(answer.Trim()), null, feed.Url).Entries);

        Assert.Equal(
            read,
            $"{entry.Title} | {entry.Link} | {entry.Author} | {(entry.Published ?? entry.Updated):yyyy-MM-dd} | {entry.Pictures.FirstOrDefault()?.Url}"
        );
    }

    [Fact]
    public async Task Channel_of_YouTube_by_its_handle_is_found_by_its_page()
    {
        await using var server = await FeedServer.StartAsync();
        server["/@openlab"] = FeedServer.Send(
            Encoding.UTF8.GetBytes(
                """<!DOCTYPE html><html lang="en"><head><title>Open Lab - YouTube</title><link rel="canonical" href="https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv"><link rel="alternate" type="application/rss+xml" title="RSS" href="/feeds/videos.xml?channel_id=UCabcdefghijklmnopqrstuv"></head><body></body></html>"""
            ),
            ("Content-Type", "text/html; charset=utf-8")
        );
        server["/feeds/videos.xml"] = FeedServer.Send(
            Encoding.UTF8.GetBytes("""<feed xmlns="http://www.w3.org/2005/Atom"><title>Open Lab</title></feed>""")
        );
        using var fetcher = Fetch.Fetcher();

        var found = await new FeedDiscovery(fetcher).FindAsync(
            server.Address("/@openlab"),
            guesses: false,
            TestContext.Current.CancellationToken
        );

        Assert.Equal(server.Address("/feeds/videos.xml?channel_id=UCabcdefghijklmnopqrstuv"), found.Found!.Address);
    }

    [Theory]
    [InlineData(403, "Server", "cloudflare", true)]
    [InlineData(503, "cf-mitigated", "challenge", true)]
    [InlineData(403, "Server", "nginx", false)]
    [InlineData(404, "Server", "cloudflare", false)]
    public async Task Refusal_by_a_protection_from_programs_is_told_apart(int status, string header, string value, bool isShielded)
    {
        await using var server = await FeedServer.StartAsync();
        server["/feed"] = http =>
        {
            http.Response.StatusCode = status;
            http.Response.Headers[header] = value;
            return Task.CompletedTask;
        };
        using var fetcher = Fetch.Fetcher();

        var failed = Assert.IsType<FetchResult.Failed>(
            await fetcher.FetchAsync(server.Address("/feed"), null, TestContext.Current.CancellationToken)
        );

        Assert.Equal(isShielded, failed.IsShielded);
    }
}
