using AiNewsBot.Feeds.Tests.Fetching;
using AiNewsBot.Tests.News.Running;
using DiscordSimulator;

namespace AiNewsBot.Tests.News.Delivery;

/// <summary>Announcement channels: so many publications an hour, and so many edits of what is published. Neither holds up what is new.</summary>
public sealed class PublishingTests
{
    private readonly LeapingClock _clock = new();

    [Fact]
    public async Task What_is_beyond_the_limit_is_published_when_the_hour_is_over()
    {
        await using var rig = await StartAsync();
        _feed!.Add([.. Enumerable.Range(0, 12).Select(number => new TestStory($"Story {number:00}"))]);
        await rig.PostsAsync(12);
        await rig.Board.Published.ReachAsync(10, "ten publications");
        _feed.Add("And another");
        await rig.PostsAsync(13);
        Assert.Equal(10, rig.Board.Published.Count);

        _clock.Leap(TimeSpan.FromMinutes(61));
        await rig.Board.Published.ReachAsync(13, "all publications");

        Assert.Equal(rig.Board.Posted.All.Select(TestFeed.TitleOf), rig.Board.Published.All.Select(TestFeed.TitleOf));
    }

    [Fact]
    public async Task Edits_of_what_is_published_wait_for_their_hour_and_hold_up_nothing()
    {
        await using var rig = await StartAsync();
        _feed!.Add([.. Enumerable.Range(0, 5).Select(number => new TestStory($"Story {number}") { Id = $"{number}" })]);
        await rig.Board.Published.ReachAsync(5, "five publications");

        _feed.Change(story => story.Id.Length > 1 ? story : story with { Title = $"Better {story.Id}" });
        await rig.Board.Edited.ReachAsync(3, "three edits");
        _feed.Add("Something new");
        await rig.PostsAsync(6);
        Assert.Equal(3, rig.Board.Edited.Count);

        _clock.Leap(TimeSpan.FromMinutes(61));
        await rig.Board.Edited.ReachAsync(5, "the other edits");
        await rig.ReadOnceMoreAsync(_feed);

        Assert.Equal(["Better 0", "Better 1", "Better 2", "Better 3", "Better 4", "Something new"], rig.Board.Posted.All.Select(TestFeed.TitleOf));
        Assert.Equal(5, rig.Board.Edited.Count);
    }

    [Fact]
    public async Task The_limit_under_its_other_code_is_waited_for_too()
    {
        await using var rig = await StartAsync();
        _feed!.Add(new TestStory("The story") { Id = "1" });
        await rig.Board.Published.ReachAsync(1, "the publication");
        rig.Discord.Rest.FailNext("PATCH", "/messages/", 400, """{"message":"This message cannot be edited due to announcement rate limits","code":20022}""");

        _feed.Change(story => story.Id != "1" ? story : story with { Title = "The better story" });
        await NewsRig.UntilAsync(() => rig.Discord.Rest.Requests.All.Any(request => request.Method == "PATCH"), "the edit to be refused");
        await rig.ReadOnceMoreAsync(_feed);
        Assert.Equal(0, rig.Board.Edited.Count);
        _clock.Leap(TimeSpan.FromMinutes(21));
        await rig.Board.Edited.ReachAsync(1, "the edit");

        Assert.Equal("The better story", TestFeed.TitleOf(rig.Board.Posted.All[0]));
    }

    private TestFeed? _feed;

    private async Task<NewsRig> StartAsync()
    {
        var server = await FeedServer.StartAsync();
        _feed = TestFeed.On(server, "/feed").Add("Old story");
        var rig = await NewsRig.StartAsync(server, [_feed], discord => discord.Board.Add(NewsRig.Channel, type: 5), new FakeDiscordOptions { Time = _clock }, _clock);
        rig.Bot.Expects("Rate limited");
        return rig;
    }
}
