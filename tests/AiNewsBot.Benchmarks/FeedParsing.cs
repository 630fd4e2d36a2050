using System.Diagnostics;
using System.Text;
using AiNewsBot.Feeds.Parsing;

namespace AiNewsBot.Benchmarks;

/// <summary>Feeds read in memory, by format: how fast, and what each leaves to the garbage collector.</summary>
internal static class FeedParsing
{
    private const int Entries = 40;
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(3);

    public static Task MeasureAsync()
    {
        foreach (var (name, text) in Feeds())
            Measure(name, Encoding.UTF8.GetBytes(text));
        return Task.CompletedTask;
    }

    private static void Measure(string name, byte[] body)
    {
        for (var round = 0; round < 50; round++)
            FeedParser.Parse(body, contentType: null, address: null);

        // In processor time: what else runs on the machine is no matter then.
        var rounds = 0;
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var spent = Environment.CpuUsage.TotalTime;
        for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < Long; rounds++)
            FeedParser.Parse(body, contentType: null, address: null);
        spent = Environment.CpuUsage.TotalTime - spent;
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        var each = spent.TotalMilliseconds / rounds;
        Console.WriteLine(
            $"a feed of {body.Length / 1024} KB, {name}: n {rounds}, {each:0.###} ms of processor time each, "
                + $"{body.Length / 1000.0 / each:0} MB/s, {allocated / 1024.0 / rounds:0} KB allocated each"
        );
    }

    private static IEnumerable<(string Name, string Text)> Feeds()
    {
        var html = string.Concat(
            Enumerable.Repeat(
                "<p>The weights are <a href=\"https://example.org/weights\">published</a> under <b>Apache-2.0</b>; the data is not "
                    + "&amp; will not be.</p>\n",
                16
            )
        );
        var escaped = html.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
        yield return ("RSS with escaped HTML", Rss(escaped));
        yield return ("RSS with sections", Rss($"<![CDATA[{html}]]>"));
        yield return ("RSS that is no XML", Rss(html.Replace("</p>", "<br>", StringComparison.Ordinal)));
        yield return ("RSS with titles only", Rss(""));
        yield return (
            "Atom with XHTML",
            Repeat(
                "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>News</title>",
                "</feed>",
                i =>
                    $"<entry><title>Entry {i}</title><link "
                    + $"href=\"https://example.org/{i}\"/><id>tag:example.org,2024:{i}</id>"
                    + "<updated>2024-03-11T17:41:09Z</updated>"
                    + $"<content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\">{html}</div></content></entry>"
            )
        );
        yield return (
            "JSON Feed",
            Repeat(
                "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"News\",\"items\":[",
                "{}]}",
                i =>
                    $"{{\"id\":\"{i}\",\"url\":\"https://example.org/{i}\",\"title\":\"Entry "
                    + $"{i}\",\"date_published\":\"2024-03-11T17:41:09Z\","
                    + $"\"content_html\":{System.Text.Json.JsonSerializer.Serialize(html)}}},"
            )
        );
    }

    private static string Rss(string description) =>
        Repeat(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss version=\"2.0\"><channel><title>News</title>",
            "</channel></rss>",
            i =>
                $"<item><title>Entry {i}</title><link>https://example.org/{i}</link><guid "
                + $"isPermaLink=\"false\">{i}</guid><pubDate>Mon, 11 Mar 2024 17:41:09 "
                + $"GMT</pubDate><description>{description}</description></item>\n"
        );

    private static string Repeat(string head, string tail, Func<int, string> entry) =>
        head + string.Concat(Enumerable.Range(0, Entries).Select(entry)) + tail;
}
