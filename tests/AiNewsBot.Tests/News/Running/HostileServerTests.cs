using System.IO.Compression;
using System.Net;
using System.Text;
using AiNewsBot.Feeds.Fetching;
using AiNewsBot.Feeds.Tests.Fetching;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace AiNewsBot.Tests.News.Running;

/// <summary>Hostile feeds, in the whole bot: it reports what is wrong with each, and the others continue.</summary>
public sealed class HostileServerTests
{
    private const int MB = 1024 * 1024;
    private static readonly byte[] Filler = Encoding.ASCII.GetBytes(new string('x', 64 * 1024));

    private static readonly (string Path, RequestDelegate Answer, string Says)[] Feeds =
    [
        ("/20MB", http => FillAsync(http, 20 * MB), "The answer is larger than 8 MB."),
        ("/endless", http => FillAsync(http, long.MaxValue), "The answer is larger than 8 MB."),
        ("/bomb", FeedServer.Send(Bomb(), ("Content-Encoding", "gzip")), "The feed is larger than 8 MB."),
        ("/byte-a-second", DripAsync, "did not send its feed within 3 s."),
        ("/never", http => Task.Delay(Timeout.Infinite, http.RequestAborted), "did not answer within 3 s."),
        ("/nested", Send($"<rss><channel>{Repeat("<a>", 100_000)}"), "Its elements are nested more than 1000 deep."),
        (
            "/escaped",
            Send(Rss($"<title>One</title><description>{Repeat("&lt;div&gt;", 50_000)}deep{Repeat("&lt;/div&gt;", 50_000)}</description>")),
            "it is a feed of 1 entry"
        ),
        (
            "/laughs",
            Send(
                $"<!DOCTYPE a [<!ENTITY a \"{Repeat("ha", 1000)}\"><!ENTITY b \"{Repeat("&a;", 1000)}\"><!ENTITY c "
                    + $"\"{Repeat("&b;", 1000)}\">]>{Rss("<title>&c;</title>")}"
            ),
            "it is a feed of 1 entry"
        ),
        (
            "/external",
            Send($"<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>{Rss("<title>Entity &x; stays</title>")}"),
            "it is a feed of 1 entry"
        ),
        ("/loop", FeedServer.Send(HttpStatusCode.Found, ("Location", "/loop-2")), "Redirect loop"),
        ("/loop-2", FeedServer.Send(HttpStatusCode.Found, ("Location", "/loop")), "Redirect loop"),
        ("/private", To("http://10.0.0.1/"), "feeds are read from public addresses only"),
        ("/mapped", To("http://[::ffff:10.0.0.1]/"), "feeds are read from public addresses only"),
        ("/nat64", To("http://[64:ff9b::a00:1]/"), "feeds are read from public addresses only"),
        ("/6to4", To("http://[2002:a00:1::]/"), "feeds are read from public addresses only"),
        ("/metadata", To("http://169.254.169.254/latest/meta-data/"), "feeds are read from public addresses only"),
        ("/link-local", To("http://[fe80::1]/"), "feeds are read from public addresses only"),
        ("/html", Send("<!DOCTYPE html><html><body><p>Nothing here</p></body></html>"), "This is a web page (HTML), and no feed."),
        ("/file", To("file:///etc/passwd"), "neither http nor https"),
    ];

    [Fact]
    public async Task Check_names_each_fault_and_other_feeds_are_still_posted()
    {
        var server = await FeedServer.StartAsync();
        foreach (var (path, answer, _) in Feeds)
            server[path] = answer;
        var honest = TestFeed.On(server, "/honest").Add("Old story");
        await using var rig = await NewsRig.StartAsync(
            server,
            [honest],
            settings: [.. Feeds.Select((feed, index) => ($"News:Feeds:{index + 1}:Url", server.Address(feed.Path).ToString()))],
            change: services =>
                services.AddSingleton(provider => new FeedFetcher(
                    provider.GetRequiredService<FeedFetcherOptions>() with
                    {
                        Limits = new FetchLimits { Time = TimeSpan.FromSeconds(3) },
                    },
                    provider.GetRequiredService<TimeProvider>()
                ))
        );

        foreach (var (path, _, says) in Feeds)
        {
            var reply = await rig.Discord.RunCommandAsync("feeds check", ("url", server.Address(path).ToString()));
            Assert.Contains(says, reply.Text.Replace("\\", "", StringComparison.Ordinal));
        }

        honest.Add("A story among thieves");
        await NewsRig.UntilAsync(
            () =>
                Task.FromResult(
                    rig.SimulatedChannels.Posted.All.Any(post => post.Text.Contains("A story among thieves", StringComparison.Ordinal))
                ),
            "the honest feed's story"
        );
        Assert.DoesNotContain(rig.SimulatedChannels.Posted.All, post => post.Text.Contains("root:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Hanging_feeds_do_not_delay_another_feed()
    {
        var server = await FeedServer.StartAsync();
        var hanging = 0;
        for (var i = 0; i < 60; i++)
        {
            server[$"/hangs/{i}"] = http =>
            {
                Interlocked.Increment(ref hanging);
                http.RequestAborted.Register(() => Interlocked.Decrement(ref hanging));
                return Task.Delay(Timeout.Infinite, http.RequestAborted);
            };
        }

        var others = await FeedServer.StartAsync();
        await using var disposed = others;
        var honest = TestFeed.On(others, "/honest").Add("Old story");
        await using var rig = await NewsRig.StartAsync(
            server,
            [honest],
            settings:
            [
                .. Enumerable
                    .Range(0, 60)
                    .Select(number => ($"News:Feeds:{number + 1}:Url", server.Address($"/hangs/{number}").ToString())),
            ]
        );
        await NewsRig.UntilAsync(() => Task.FromResult(Volatile.Read(ref hanging) > 0), "a feed to hang");

        honest.Add("Not held up");
        await rig.PostsAsync(1);
        await rig.ReadOnceMoreAsync(honest);

        Assert.True(Volatile.Read(ref hanging) > 0);
    }

    private static RequestDelegate Send(string body) =>
        FeedServer.Send(Encoding.UTF8.GetBytes(body), ("Content-Type", "application/xml; charset=utf-8"));

    private static RequestDelegate To(string address) => FeedServer.Send(HttpStatusCode.Found, ("Location", address));

    private static string Rss(string item) =>
        $"<rss version=\"2.0\"><channel><title>Hostile</title><item><guid isPermaLink=\"false\">1</guid>{item}</item></channel></rss>";

    private static string Repeat(string text, int times) => new StringBuilder().Insert(0, text, times).ToString();

    private static async Task FillAsync(HttpContext http, long bytes)
    {
        for (var left = bytes; left > 0; left -= Filler.Length)
            await http.Response.Body.WriteAsync(Filler, http.RequestAborted);
    }

    private static async Task DripAsync(HttpContext http)
    {
        while (!http.RequestAborted.IsCancellationRequested)
        {
            await http.Response.Body.WriteAsync("<"u8.ToArray(), http.RequestAborted);
            await Task.Delay(TimeSpan.FromSeconds(1), http.RequestAborted);
        }
    }

    private static byte[] Bomb()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            for (var i = 0; i < 100; i++)
                gzip.Write(new byte[MB]);
        }

        return packed.ToArray();
    }
}
