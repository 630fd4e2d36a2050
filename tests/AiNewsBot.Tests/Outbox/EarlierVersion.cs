using System.Globalization;
using AiNewsBot.Feeds.Tests.Fetching;
using AiNewsBot.Tests.Harness;
using AiNewsBot.Tests.News;
using Dapper;
using DiscordSimulator.Channels;

namespace AiNewsBot.Tests.Outbox;

/// <summary>The bot over a database that the version before left: with posts that wait, drafts, and buttons in its channels.</summary>
internal static class EarlierVersion
{
    public const string Digests = "200000000000000011";
    public const string Stories = "200000000000000020";
    public const string LongDigests = "200000000000000021";
    public const string Audit = "200000000000000030";
    private const string Forum = "200000000000000022";
    private const int LastBefore = 31;

    /// <summary>When the week was summed up last: on a Monday, a time of the past would be due for another.</summary>
    public static DateTimeOffset Summed { get; } = DateTimeOffset.UtcNow;

    /// <param name="folder">Of the database; it outlives the bot.</param>
    public static async Task<NewsRig> StartAsync(TemporaryFolder folder)
    {
        var server = await FeedServer.StartAsync();
        var feed = TestFeed.On(server, "/feed");
        var later = DateTimeOffset.UtcNow.AddHours(2).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        var rows = (
            await File.ReadAllTextAsync(
                Path.Combine(RepositoryRoot.Path, "tests/AiNewsBot.Tests/Outbox/EarlierVersion.sql"),
                TestContext.Current.CancellationToken
            )
        )
            .Replace("{feed}", feed.Url, StringComparison.Ordinal)
            .Replace("{summed}", Summed.ToString("O", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{later}", later, StringComparison.Ordinal);
        OldDatabase.Create(folder["old.db"], LastBefore, connection => connection.Execute(rows));
        return await NewsRig.StartAsync(
            server,
            [feed],
            discord =>
            {
                foreach (var channel in new[] { Digests, Stories, LongDigests, Audit })
                    discord.SimulatedChannels.Add(channel);
                discord.SimulatedChannels.Add(
                    new SimulatedChannel
                    {
                        Id = Forum,
                        Type = 15,
                        Tags = new() { ["77"] = "News" },
                    }
                );
            },
            settings:
            [
                ("Storage:ConnectionString", $"Data Source={folder["old.db"]}"),
                ("News:Follow:0:Channel", NewsRig.Channel),
                ("News:Follow:1:Channel", Digests),
                ("News:Follow:1:When", "daily"),
                ("News:Follow:1:At", "09:00"),
            ]
        );
    }
}
