using System.Globalization;
using AiNewsBot.Feeds.Tests.Fetching;
using AiNewsBot.Tests.News.Running;
using Dapper;

namespace AiNewsBot.Tests.News.Digests;

/// <summary>Digests of the whole bot on the days on which clocks are changed: one a day, across clock changes.</summary>
public sealed class DigestHourTests
{
    // Paris skips 02:30 in spring and has it twice in autumn; Lord Howe's clocks change by half an hour.
    [Theory]
    [InlineData("Europe/Paris", "02:30", "2026-10-25T00:20Z", "2026-10-25T00:31Z", "2026-10-25T01:31Z", "2026-10-26T01:31Z")]
    [InlineData("Europe/Paris", "02:30", "2026-03-29T00:50Z", "2026-03-29T01:01Z", "2026-03-29T23:00Z", "2026-03-30T00:31Z")]
    [InlineData("Australia/Lord_Howe", "01:45", "2026-04-04T14:35Z", "2026-04-04T14:46Z", "2026-04-04T15:16Z", "2026-04-05T15:16Z")]
    [InlineData("Australia/Lord_Howe", "02:15", "2026-10-03T15:20Z", "2026-10-03T15:31Z", "2026-10-03T20:00Z", "2026-10-04T15:16Z")]
    public async Task One_digest_is_posted_per_day(string zone, string at, string before, string due, string notAgain, string nextDay)
    {
        var server = await FeedServer.StartAsync();
        var feed = TestFeed.On(server, "/feed").Add("Old story");
        var clock = new ShiftedClock();
        Set(before);
        await using var rig = await NewsRig.StartAsync(
            server,
            [feed],
            time: clock,
            settings:
            [
                ("News:Follow:0:Channel", NewsRig.Channel),
                ("News:Follow:0:When", "daily"),
                ("News:Follow:0:At", at),
                ("News:Follow:0:Timezone", zone),
            ]
        );
        await AddAsync("The first");
        Assert.Empty(rig.SimulatedChannels.Posted.All);

        Set(due);
        Assert.Contains("The first", Assert.Single(await rig.PostsAsync(1)).Text);
        await AddAsync("The second");
        Set(notAgain);
        await rig.ReadOnceMoreAsync(feed);
        Assert.Equal(1, rig.SimulatedChannels.Posted.Count);
        Set(nextDay);
        var second = (await rig.PostsAsync(2))[1];

        Assert.Contains("The second", second.Text);
        Assert.DoesNotContain("The first", second.Text);

        void Set(string now) =>
            clock.Shift = DateTimeOffset.Parse(now, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) - DateTimeOffset.UtcNow;

        async Task AddAsync(string title)
        {
            feed.Add(title);
            await NewsRig.UntilAsync(
                async () =>
                    await rig.Database.ReadAsync(connection =>
                        connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM digest_items WHERE outbox_id IS NULL")
                    ) == 1,
                "the story to wait"
            );
        }
    }

    [Fact]
    public async Task Long_digest_pings_in_its_first_part_only_and_each_part_is_a_row_in_order()
    {
        var server = await FeedServer.StartAsync();
        var feed = TestFeed.On(server, "/feed").Add("Old story");
        var clock = new LeapingClock();
        await using var rig = await NewsRig.StartAsync(
            server,
            [feed],
            time: clock,
            settings: [("News:Follow:0:Channel", NewsRig.Channel), ("News:Follow:0:When", "daily"), ("News:Follow:0:Mention", "777")]
        );
        feed.Add([
            .. Enumerable
                .Range(0, 70)
                .Select(number => new TestStory(
                    $"A rather long headline with <@&778> in it that says much about story number {number:00}"
                )),
        ]);
        await NewsRig.UntilAsync(async () => await CountAsync("digest_items") == 70, "the stories to wait");

        clock.Leap(TimeSpan.FromDays(1));
        await NewsRig.UntilAsync(
            () =>
                Task.FromResult(
                    rig.SimulatedChannels.Posted.All is [.., { } last] && last.Text.Contains("number 00", StringComparison.Ordinal)
                ),
            "the last part"
        );

        var posts = rig.SimulatedChannels.Posted.All;
        Assert.True(posts.Count > 1);
        Assert.Equal(posts.Count, await CountAsync("outbox"));
        Assert.Equal(
            [
                ["777"],
                .. Enumerable.Repeat(Array.Empty<string>(), posts.Count - 1),
            ],
            posts.Select(post => post.Pings.ToArray())
        );
        Assert.Equal(
            Enumerable.Range(0, 70).Reverse(),
            posts.SelectMany(post =>
                Enumerable.Range(0, 70).Reverse().Where(number => post.Text.Contains($"number {number:00}", StringComparison.Ordinal))
            )
        );

        Task<long> CountAsync(string table) =>
            rig.Database.ReadAsync(connection => connection.ExecuteScalarAsync<long>($"SELECT COUNT(*) FROM {table}"));
    }

    [Fact]
    public async Task Edited_story_edits_its_digest()
    {
        var server = await FeedServer.StartAsync();
        var feed = TestFeed.On(server, "/feed").Add("Old story");
        var clock = new LeapingClock();
        await using var rig = await NewsRig.StartAsync(
            server,
            [feed],
            time: clock,
            settings: [("News:Follow:0:Channel", NewsRig.Channel), ("News:Follow:0:When", "daily"), ("News:Follow:0:Mention", "777")]
        );
        feed.Add(new TestStory("Mistral opens a model") { Id = "m" }).Add("Another story");
        await NewsRig.UntilAsync(
            async () =>
                await rig.Database.ReadAsync(connection => connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM digest_items")) == 2,
            "the stories to wait"
        );
        clock.Leap(TimeSpan.FromDays(1));
        await rig.PostsAsync(1);

        feed.Change(story => story.Id == "m" ? story with { Title = "Mistral opens two models" } : story);
        await rig.SimulatedChannels.Edited.ReachAsync(1, "the digest to be edited");
        await rig.ReadOnceMoreAsync(feed);

        var post = Assert.Single(rig.SimulatedChannels.Posted.All);
        Assert.Contains("Mistral opens two models", post.Text);
        Assert.Contains("Another story", post.Text);
        Assert.Equal(1, rig.SimulatedChannels.Edited.Count);
    }
}
