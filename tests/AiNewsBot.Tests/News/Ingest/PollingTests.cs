using System.IO.Compression;
using System.Text;
using AiNewsBot.Feeds.Tests.Fetching;
using AiNewsBot.Storage;
using Dapper;
using Microsoft.AspNetCore.Http;

namespace AiNewsBot.Tests.News.Ingest;

/// <summary>How a feed's server is treated from one reading to the next.</summary>
public sealed class PollingTests
{
    private const string Crashed = "News pipeline crashed";

    private const string Feed = "<rss><channel><title>News</title><item><title>One</title><guid>1</guid></item></channel></rss>";

    // What readings found is noted for several feeds at once: none of them may wait for good for a note that could not be made.
    [Fact]
    public async Task Feed_whose_reading_could_not_be_noted_is_read_again()
    {
        var server = await FeedServer.StartAsync();
        var feed = TestFeed.On(server, "/feed").Add("Old story");
        await using var rig = await NewsRig.StartAsync(server, [feed]);
        rig.Bot.Expects(Crashed);

        // The note needs this column, and what leads to it does not.
        await RenameAsync(rig, "failure_told_at", "failure_hidden_at");
        await NewsRig.UntilAsync(
            () => Task.FromResult(rig.Bot.Log.Any(entry => entry.Message.Contains(Crashed, StringComparison.Ordinal))),
            "the note to fail"
        );
        await RenameAsync(rig, "failure_hidden_at", "failure_told_at");
        feed.Add("New story");

        Assert.Equal("New story", TestFeed.TitleOf(Assert.Single(await rig.PostsAsync(1))));
    }

    // What was not taken in is not known: its validator would make the server keep it back for good.
    [Fact]
    public async Task Validator_is_kept_only_after_the_body_was_read()
    {
        var server = await FeedServer.StartAsync();
        var sent = new System.Collections.Concurrent.ConcurrentQueue<string>();
        server["/feed"] = http =>
        {
            sent.Enqueue($"{http.Request.Headers.IfNoneMatch}");
            var isBroken = sent.Count == 1;
            http.Response.Headers.ETag = isBroken ? "\"broken\"" : "\"good\"";
            if (http.Request.Headers.IfNoneMatch == "\"good\"")
                http.Response.StatusCode = StatusCodes.Status304NotModified;
            return http.Response.StatusCode == StatusCodes.Status304NotModified
                ? Task.CompletedTask
                : http.Response.WriteAsync(isBroken ? "<html>Soon back</html>" : Feed);
        };
        await using var rig = await NewsRig.StartAsync(server, [], settings: ("News:Feeds:0:Url", server.Address("/feed").ToString()));

        // A reading that ends after its lease is another process's to repeat: how many it takes is not promised.
        await NewsRig.UntilAsync(() => Task.FromResult(sent.Contains("\"good\"")), "the validator of the body that was read");

        Assert.Equal(["", ""], sent.Take(2));
        Assert.DoesNotContain("\"broken\"", sent);
    }

    // Of a document whose end is missing, too little is seen to choose what tells its entries apart.
    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task A_first_body_that_was_cut_short_is_no_baseline_and_fixes_no_identity(string encoding)
    {
        var items = string.Concat(
            Enumerable
                .Range(1, 200)
                .Select(n =>
                    $"<item><title>Version "
                    + $"{n}</title><guid>https://lab.test/changes#v{n}</guid><link>https://lab.test/changes</link></item>"
                )
        );
        var body = Packed($"<rss><channel><title>News</title>{items}</channel></rss>", encoding);
        var server = await FeedServer.StartAsync();
        var isCut = true;
        var requests = 0;
        server["/feed"] = async http =>
        {
            Interlocked.Increment(ref requests);
            http.Response.Headers.ContentEncoding = encoding;
            await http.Response.Body.WriteAsync(body.AsMemory(0, isCut ? body.Length / 3 : body.Length));
        };
        await using var rig = await NewsRig.StartAsync(
            server,
            [],
            settings: [("News:Feeds:0:Url", server.Address("/feed").ToString()), ("News:Follow:0:Channel", NewsRig.Channel)]
        );
        await NewsRig.UntilAsync(
            async () =>
                await rig.Database.ReadAsync(connection => connection.ExecuteScalarAsync<string?>("SELECT fault FROM feeds")) is not null,
            "the fault to be noted"
        );
        var (baseline, identity) = await StateAsync();

        isCut = false;
        await rig.Database.WriteAsync(
            connection => connection.ExecuteAsync("UPDATE feeds SET next_poll_at = 0"),
            TestContext.Current.CancellationToken
        );
        await rig.BaselineAsync(1);

        Assert.Equal((0, null), (baseline, identity));
        Assert.Equal(
            200,
            await rig.Database.ReadAsync(
                connection => connection.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM sightings"),
                TestContext.Current.CancellationToken
            )
        );
        Assert.Contains("Fragment", (await StateAsync()).Identity, StringComparison.Ordinal);

        async Task<(int Baseline, string? Identity)> StateAsync() =>
            await rig.Database.ReadAsync(connection =>
                Task.FromResult(
                    (
                        connection.ExecuteScalar<int>("SELECT COUNT(*) FROM feeds WHERE baseline_at IS NOT NULL"),
                        connection.ExecuteScalar<string?>("SELECT identity FROM feeds")
                    )
                )
            );
    }

    [Fact]
    public async Task A_new_validator_that_comes_without_a_body_is_sent_from_then_on()
    {
        var server = await FeedServer.StartAsync();
        var sent = new System.Collections.Concurrent.ConcurrentQueue<string>();
        server["/feed"] = http =>
        {
            sent.Enqueue($"{http.Request.Headers.IfNoneMatch}");
            http.Response.Headers.ETag = $"\"v{Math.Min(sent.Count, 3)}\"";
            if (sent.Count > 1)
                http.Response.StatusCode = StatusCodes.Status304NotModified;
            return sent.Count > 1 ? Task.CompletedTask : http.Response.WriteAsync(Feed);
        };
        await using var rig = await NewsRig.StartAsync(server, [], settings: ("News:Feeds:0:Url", server.Address("/feed").ToString()));

        await NewsRig.UntilAsync(() => Task.FromResult(sent.Count >= 4), "four readings");

        Assert.Equal(["", "\"v1\"", "\"v2\"", "\"v3\""], sent.Take(4));
    }

    [Theory]
    [InlineData(200, "Cache-Control", "max-age=1800", "", 30)]
    [InlineData(200, "Retry-After", "600", "", 10)]
    [InlineData(503, "Retry-After", "600", "", 10)]
    [InlineData(429, "Retry-After", "7200", "", 120)]
    [InlineData(200, "X-None", "x", "<ttl>60</ttl>", 60)]
    [InlineData(200, "Cache-Control", "max-age=60", "<ttl>60</ttl>", 60)]
    [InlineData(200, "Cache-Control", "max-age=31536000", "", 24 * 60)]
    [InlineData(200, "Cache-Control", "no-cache, max-age=1800", "", 0)]
    public async Task Server_hints_set_the_next_poll(int status, string header, string value, string element, int minutes)
    {
        var server = await FeedServer.StartAsync();
        var asked = 0;
        server["/feed"] = http =>
        {
            Interlocked.Increment(ref asked);
            http.Response.StatusCode = status;
            http.Response.Headers[header] = value;
            return http.Response.WriteAsync(Feed.Replace("<item>", $"{element}<item>", StringComparison.Ordinal));
        };
        await using var rig = await NewsRig.StartAsync(server, [], settings: ("News:Feeds:0:Url", server.Address("/feed").ToString()));
        await NewsRig.UntilAsync(async () => await WaitAsync() is not null, "the first reading");

        Assert.InRange(
            (await WaitAsync())!.Value,
            TimeSpan.FromMinutes(minutes) - TimeSpan.FromSeconds(1),
            TimeSpan.FromMinutes(minutes) + TimeSpan.FromSeconds(15)
        );

        async Task<TimeSpan?> WaitAsync() =>
            await rig.Database.ReadAsync(connection =>
                connection.ExecuteScalarAsync<long?>("SELECT next_poll_at - polled_at FROM feeds WHERE polled_at IS NOT NULL")
            )
                is { } wait
                ? TimeSpan.FromMilliseconds(wait)
                : null;
    }

    [Fact]
    public async Task Feed_added_by_two_servers_is_fetched_once()
    {
        const string one = "200000000000000050",
            other = "200000000000000051";
        var server = await FeedServer.StartAsync();
        var feed = TestFeed.On(server, "/shared.xml", "Shared feed").Add("Old story");
        await using var rig = await NewsRig.StartAsync(
            server,
            [TestFeed.On(server, "/operator.xml")],
            discord =>
            {
                discord.SimulatedChannels.Add(one);
                discord.SimulatedChannels.Add(new DiscordSimulator.Channels.SimulatedChannel { Id = other, Guild = "210000000000000077" });
            },
            settings: (NewsRig.NoFollow, "")
        );
        foreach (var (guild, channel) in new[] { ("200000000000000000", one), ("210000000000000077", other) })
        {
            var user = rig.Discord.As(
                new DiscordSimulator.SimulatedMember
                {
                    Guild = guild,
                    Channels = new Dictionary<string, (string, int, ulong)> { [channel] = ("news", 0, ulong.MaxValue >> 1) },
                }
            );
            Assert.Contains("Added", (await user.RunCommandAsync("feeds add", ("url", feed.Url))).Text);
            Assert.Contains("From now on", (await user.RunCommandAsync("news follow", ("channel", channel), ("when", "instant"))).Text);
        }

        Assert.Equal(
            1,
            await rig.Database.ReadAsync(
                connection => connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM feeds WHERE url = @Url", new { feed.Url }),
                TestContext.Current.CancellationToken
            )
        );
        feed.Add("For both");
        await rig.PostsAsync(2);

        Assert.Equal([one, other], rig.SimulatedChannels.Posted.All.Select(post => post.Channel).Order());
    }

    private static byte[] Packed(string text, string encoding)
    {
        using var packed = new MemoryStream();
        using (
            Stream stream = encoding switch
            {
                "gzip" => new GZipStream(packed, CompressionLevel.Optimal),
                "br" => new BrotliStream(packed, CompressionLevel.Optimal),
                _ => new ZLibStream(packed, CompressionLevel.Optimal),
            }
        )
            stream.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }

    [Fact]
    public async Task Disabled_feed_is_enabled_by_a_successful_check()
    {
        var server = await FeedServer.StartAsync();
        var feed = TestFeed.On(server, "/feed").Add("Old story");
        await using var rig = await NewsRig.StartAsync(server, [feed]);
        await rig.Database.WriteAsync(
            connection => connection.ExecuteAsync("UPDATE feeds SET is_active = 0"),
            TestContext.Current.CancellationToken
        );
        await NewsRig.UntilAsync(
            async () => Assert.Single(await rig.FeedStore.ForServerAsync(null)) is { IsActive: false },
            "it to be off"
        );
        Assert.Contains("off: its address is not certain", (await rig.Discord.RunCommandAsync("feeds list")).Text);

        Assert.Contains("It is on now", (await rig.Discord.RunCommandAsync("feeds check", ("url", feed.Url))).Text);
        feed.Add("And goes on");

        Assert.Equal("And goes on", TestFeed.TitleOf(Assert.Single(await rig.PostsAsync(1))));
    }

    private static Task<int> RenameAsync(NewsRig rig, string column, string name) =>
        rig.Database.WriteAsync(
            connection => connection.ExecuteAsync($"ALTER TABLE feeds RENAME COLUMN {column} TO {name}"),
            TestContext.Current.CancellationToken
        );
}
