using AiNewsBot.Feeds.Tests.Fetching;

namespace AiNewsBot.Tests.News.Running;

/// <summary>The clock is set while the bot runs.</summary>
public sealed class ClockTests
{
    [Fact]
    public async Task Stories_are_posted_once_and_soon_whatever_the_clock_does()
    {
        var server = await FeedServer.StartAsync();
        var feed = TestFeed.On(server, "/feed").Add("Old story");
        var clock = new ShiftedClock();
        await using var rig = await NewsRig.StartAsync(server, [feed], time: clock);
        (string Title, TimeSpan Shift)[] steps =
        [
            ("As it is", TimeSpan.Zero),
            ("Three hours on", TimeSpan.FromHours(3)),
            ("Two days back", TimeSpan.FromDays(-2)),
            ("Fourteen months on", TimeSpan.FromDays(420)),
            ("An hour back", TimeSpan.FromHours(-1)),
            ("Right again", TimeSpan.Zero),
        ];

        for (var i = 0; i < steps.Length; i++)
        {
            clock.Shift = steps[i].Shift;
            feed.Add(steps[i].Title);
            await rig.PostsAsync(i + 1);
        }

        await rig.ReadOnceMoreAsync(feed);
        Assert.Equal(steps.Select(step => step.Title), rig.SimulatedChannels.Posted.All.Select(TestFeed.TitleOf));
    }

    [Fact]
    public async Task Digest_made_by_a_wrong_clock_is_not_repeated()
    {
        var server = await FeedServer.StartAsync();
        var feed = TestFeed.On(server, "/feed").Add("Old story");
        var clock = new ShiftedClock();
        await using var rig = await NewsRig.StartAsync(
            server,
            [feed],
            time: clock,
            settings: [("News:Follow:0:Channel", NewsRig.Channel), ("News:Follow:0:When", "daily"), ("News:Follow:0:At", "09:00")]
        );
        feed.Add("The story of the day");
        await rig.ReadOnceMoreAsync(feed);

        clock.Shift = TimeSpan.FromDays(2);
        await rig.PostsAsync(1);
        clock.Shift = TimeSpan.FromDays(-1);
        feed.Add("Another day's story");
        await rig.ReadOnceMoreAsync(feed);
        clock.Shift = TimeSpan.FromDays(3);
        await rig.PostsAsync(2);
        clock.Shift = TimeSpan.Zero;
        await rig.ReadOnceMoreAsync(feed);

        Assert.Equal(2, rig.SimulatedChannels.Posted.Count);
        Assert.Contains("The story of the day", rig.SimulatedChannels.Posted.All[0].Text);
        Assert.DoesNotContain("The story of the day", rig.SimulatedChannels.Posted.All[1].Text);
        Assert.Contains("Another day's story", rig.SimulatedChannels.Posted.All[1].Text);
    }
}
