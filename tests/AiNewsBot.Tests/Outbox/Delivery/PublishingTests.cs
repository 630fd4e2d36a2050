using AiNewsBot.Feeds.Tests.Fetching;
using AiNewsBot.Tests.News;
using AiNewsBot.Tests.News.Running;
using DiscordSimulator;

namespace AiNewsBot.Tests.Outbox.Delivery;

/// <summary>Announcement channels: so many publications an hour, and so many edits
/// of what is published. Neither holds up what is new.</summary>
public sealed class PublishingTests
{
    private readonly LeapingClock _clock = new();

    [Fact]
    public async Task Crossposts_over_the_limit_wait_for_the_next_hour()
    {
        await using var rig = await StartAsync();
        _feed!.Add([.. Enumerable.Range(0, 12).Select(number => new TestStory($"Story {number:00}"))]);
        await rig.PostsAsync(12);
        await rig.SimulatedChannels.Published.ReachAsync(10, "ten publications");
        _feed.Add("And another");
        await rig.PostsAsync(13);
        Assert.Equal(10, rig.SimulatedChannels.Published.Count);

        _clock.Leap(TimeSpan.FromMinutes(61));
        await rig.SimulatedChannels.Published.ReachAsync(13, "all publications");

        Assert.Equal(
            rig.SimulatedChannels.Posted.All.Select(TestFeed.TitleOf),
            rig.SimulatedChannels.Published.All.Select(TestFeed.TitleOf)
        );
    }

    [Fact]
    public async Task Edits_of_crossposted_messages_wait_without_blocking_posts()
    {
        await using var rig = await StartAsync();
        _feed!.Add([.. Enumerable.Range(0, 5).Select(number => new TestStory($"Story {number}") { Id = $"{number}" })]);
        await rig.SimulatedChannels.Published.ReachAsync(5, "five publications");

        _feed.Change(story => story.Id.Length > 1 ? story : story with { Title = $"Better {story.Id}" });
        await rig.SimulatedChannels.Edited.ReachAsync(3, "three edits");
        _feed.Add("Something new");
        await rig.PostsAsync(6);
        Assert.Equal(3, rig.SimulatedChannels.Edited.Count);

        _clock.Leap(TimeSpan.FromMinutes(61));
        await rig.SimulatedChannels.Edited.ReachAsync(5, "the other edits");
        await rig.ReadOnceMoreAsync(_feed);

        Assert.Equal(
            ["Better 0", "Better 1", "Better 2", "Better 3", "Better 4", "Something new"],
            rig.SimulatedChannels.Posted.All.Select(TestFeed.TitleOf)
        );
        Assert.Equal(5, rig.SimulatedChannels.Edited.Count);
    }

    [Fact]
    public async Task Edit_limit_with_its_other_code_is_waited_for()
    {
        await using var rig = await StartAsync();
        _feed!.Add(new TestStory("The story") { Id = "1" });
        await rig.SimulatedChannels.Published.ReachAsync(1, "the publication");
        rig.Discord.Rest.FailNext(
            "PATCH",
            "/messages/",
            400,
            """{"message":"This message cannot be edited due to announcement rate limits","code":20022}"""
        );

        _feed.Change(story => story.Id != "1" ? story : story with { Title = "The better story" });
        await NewsRig.UntilAsync(
            () => Task.FromResult(rig.Discord.Rest.Requests.All.Any(request => request.Method == "PATCH")),
            "the edit to be refused"
        );
        await rig.ReadOnceMoreAsync(_feed);
        Assert.Equal(0, rig.SimulatedChannels.Edited.Count);
        _clock.Leap(TimeSpan.FromMinutes(21));
        await rig.SimulatedChannels.Edited.ReachAsync(1, "the edit");

        Assert.Equal("The better story", TestFeed.TitleOf(rig.SimulatedChannels.Posted.All[0]));
    }

    private TestFeed? _feed;

    private async Task<NewsRig> StartAsync()
    {
        var server = await FeedServer.StartAsync();
        _feed = TestFeed.On(server, "/feed").Add("Old story");
        var rig = await NewsRig.StartAsync(
            server,
            [_feed],
            discord => discord.SimulatedChannels.Add(NewsRig.Channel, type: 5),
            new FakeDiscordOptions { Time = _clock },
            _clock
        );
        rig.Bot.Expects("Rate limited");
        return rig;
    }
}
