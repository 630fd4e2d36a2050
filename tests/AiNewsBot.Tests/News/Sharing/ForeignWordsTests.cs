using AiNewsBot.News.Releases;
using AiNewsBot.Storage;
using Dapper;
using Microsoft.Extensions.DependencyInjection;

namespace AiNewsBot.Tests.News.Sharing;

/// <summary>Nothing that one server brings in reaches another: place by place, with two servers.</summary>
public sealed class ForeignWordsTests
{
    private const string Article = "https://good.test/grok";
    private static readonly TestStory Told = new("Grok 3 weights are out")
    {
        Id = "good",
        Link = Article,
        Summary = "The real text.",
    };

    public static TheoryData<string, string, string> Copies =>
        new()
        {
            { Told.Title, "https://evil.test/login", "Send your password." },
            { Told.Title, "https://evil.test/login", Told.Summary },
            { "Log in here", Article, "Send your password." },
            { Told.Title, Article, Told.Summary },
        };

    [Theory]
    [MemberData(nameof(Copies))]
    public async Task A_post_shows_its_own_feeds_words_though_a_foreign_feed_was_first_and_edits_its_copy(
        string title,
        string link,
        string text
    )
    {
        await using var both = await TwoServers.StartAsync();
        await both.EvilBringsAsync(
            new TestStory(title)
            {
                Id = "evil",
                Link = link,
                Summary = text,
            }
        );
        both.Good.Add(Told);
        await both.Rig.PostsAsync(1);

        both.Evil.Change(story =>
            story.Id == "evil" ? story with { Title = "Taken over", Link = "https://evil.test/other", Summary = "Taken over, too." } : story
        );
        await both.Rig.ReadOnceMoreAsync(both.Evil, both.Good);

        var post = Assert.Single(both.Posts);
        Assert.Equal(Told.Title, TestFeed.TitleOf(post));
        Assert.Contains(Article, post.Text);
        Assert.Contains("The real text", post.Text);
        Assert.Contains("Good paper", post.Text);
        Assert.DoesNotContain("vil", post.Text);
        Assert.DoesNotContain("aken over", post.Text);
        Assert.Empty(both.Rig.SimulatedChannels.Edited.All);
    }

    [Fact]
    public async Task A_story_that_a_servers_own_feed_tells_too_is_one_post_there_and_names_it_there_alone()
    {
        await using var both = await TwoServers.StartAsync();
        await both.FollowThereAsync();
        both.Good.Add(Told);
        await both.Rig.PostsAsync(2);

        await both.EvilBringsAsync(Told with { Id = "evil" });
        await NewsRig.UntilAsync(
            () => Task.FromResult(both.TheirPosts[0].Text.Contains("also at [Evil paper]", StringComparison.Ordinal)),
            "the post there to name both"
        );

        Assert.DoesNotContain("vil", Assert.Single(both.Posts).Text);
        Assert.Single(both.TheirPosts);
    }

    [Fact]
    public async Task A_digest_shows_no_foreign_feed()
    {
        await using var both = await TwoServers.StartAsync(("News:Follow:0:Channel", NewsRig.Channel), ("News:Follow:0:When", "daily"));
        await NewsRig.UntilAsync(
            async () => (await both.Rig.Subscriptions.ForServerAsync(TwoServers.Here.Guild!)).Count == 1,
            "the channel's server to be known"
        );
        await both.EvilBringsAsync(Told with { Id = "evil", Link = "https://evil.test/login" });
        both.Good.Add(Told);
        await both.Rig.ReadOnceMoreAsync(both.Good);
        var choice = Assert.Single((await both.User.AutocompleteAsync("news preview", "subscription", "")).Choices);

        var preview = await both.User.RunCommandAsync("news preview", ("subscription", choice.Value));

        Assert.Contains(Article, preview.Text);
        Assert.DoesNotContain("vil", preview.Text);
    }

    [Theory]
    [InlineData("news latest", null)]
    [InlineData("news search", "text")]
    [InlineData("news why", "item")]
    public async Task Neither_the_newest_nor_the_searched_stories_are_foreign(string command, string? option)
    {
        await using var both = await TwoServers.StartAsync();
        await both.EvilBringsAsync(new TestStory("Gossip of Grok") { Link = "https://evil.test/gossip" });
        (string, object)[] options = option is null ? [] : [(option, "gossip grok")];

        Assert.DoesNotContain("Gossip of", (await both.User.RunCommandAsync(command, options)).Text);
        Assert.Contains("Gossip of", (await both.Stranger.RunCommandAsync(command, options)).Text);
    }

    [Fact]
    public async Task Why_names_no_foreign_feed_by_item_number_or_suggestion()
    {
        await using var both = await TwoServers.StartAsync();
        await both.EvilBringsAsync(new TestStory("Gossip of Grok") { Link = "https://evil.test/gossip" });
        var choice = Assert.Single((await both.Stranger.AutocompleteAsync("news why", "item", "gossip of")).Choices);

        Assert.Empty((await both.User.AutocompleteAsync("news why", "item", "gossip of")).Choices);
        Assert.Contains("No such story", (await both.User.RunCommandAsync("news why", ("item", choice.Value))).Text);
    }

    [Theory]
    [InlineData("news follow")]
    [InlineData("feeds remove")]
    public async Task No_foreign_feed_is_suggested_or_taken_by_name_number_or_address(string command)
    {
        await using var both = await TwoServers.StartAsync();
        var id = Assert.Single((await both.Stranger.AutocompleteAsync(command, "feed", "evil")).Choices).Value;

        Assert.Empty((await both.User.AutocompleteAsync(command, "feed", "evil")).Choices);
        foreach (var name in new[] { "Evil paper", id, both.Evil.Url })
            Assert.Contains(
                "o feed here",
                (await both.User.RunCommandAsync(command, ("channel", NewsRig.Channel), ("when", "instant"), ("feed", name))).Text.Replace(
                    "no such feed here",
                    "no feed here",
                    StringComparison.Ordinal
                )
            );
    }

    [Fact]
    public async Task Feeds_list_and_check_tell_nothing_of_a_foreign_feed()
    {
        await using var both = await TwoServers.StartAsync();

        Assert.DoesNotContain("Evil", (await both.User.RunCommandAsync("feeds list")).Text);
        Assert.Contains("it is on no list of this server", (await both.User.RunCommandAsync("feeds check", ("url", both.Evil.Url))).Text);
    }

    [Fact]
    public async Task A_foreign_subscription_is_not_suggested_previewed_or_ended()
    {
        await using var both = await TwoServers.StartAsync(("News:Follow:0:Channel", TwoServers.TheirChannel));
        await both.FollowThereAsync("daily");
        var id = (await both.Stranger.AutocompleteAsync("news unfollow", "subscription", "")).Choices[0].Value;

        Assert.Empty((await both.User.AutocompleteAsync("news unfollow", "subscription", "")).Choices);
        Assert.Contains("no such subscription", (await both.User.RunCommandAsync("news unfollow", ("subscription", id))).Text);
        Assert.Contains("no such subscription", (await both.User.RunCommandAsync("news preview", ("subscription", id))).Text);
        Assert.DoesNotContain(TwoServers.TheirChannel, (await both.User.RunCommandAsync("news list")).Text);
    }

    [Fact]
    public async Task A_foreign_feed_that_claims_to_have_moved_here_does_not_answer_for_this_address()
    {
        await using var both = await TwoServers.StartAsync();
        var own = TestFeed.On(both.Rig.Feeds, "/own", "Own paper").Add("Own old story");
        await both.Rig.Database.WriteAsync(
            connection =>
                connection.ExecuteAsync("UPDATE feeds SET moved_to = @own WHERE url = @evil", new { own = own.Url, evil = both.Evil.Url }),
            TestContext.Current.CancellationToken
        );

        Assert.Contains("Own paper", (await both.User.RunCommandAsync("feeds add", ("url", own.Url))).Text);

        Assert.Equal(
            own.Url,
            (await both.Rig.FeedStore.ForServerAsync(TwoServers.Here.Guild, TestContext.Current.CancellationToken))
                .Single(feed => feed.Url != both.Good.Url)
                .Url
        );
    }

    [Fact]
    public async Task A_subscription_to_a_feed_that_now_only_another_server_lists_gets_nothing_of_it()
    {
        await using var both = await TwoServers.StartAsync();
        await both.Rig.Database.WriteAsync(
            connection =>
                connection.ExecuteAsync(
                    "UPDATE subscriptions SET feed_id = (SELECT id FROM feeds WHERE url = @Url), config_key = NULL",
                    new { both.Evil.Url }
                ),
            TestContext.Current.CancellationToken
        );

        await both.EvilBringsAsync(new TestStory("Gossip of Grok") { Link = "https://evil.test/gossip" });

        Assert.Empty(both.Posts);
    }

    [Fact]
    public async Task A_form_that_names_a_foreign_channel_posts_nothing_there()
    {
        await using var both = await TwoServers.StartAsync();

        var reply = await both.Stranger.SubmitAsync(
            $"news-post:{NewsRig.Channel}:0",
            ("title", "From elsewhere"),
            ("text", ""),
            ("link", "")
        );

        Assert.Contains("Choose a channel of this server", reply.Text);
        Assert.Empty(reply.Buttons);
    }

    [Fact]
    public async Task A_foreign_draft_is_not_posted()
    {
        await using var both = await TwoServers.StartAsync();
        var form = await both.User.RunCommandAsync("news post", ("channel", NewsRig.Channel));
        var draft = await both.User.SubmitAsync(form.FormId!, ("title", "Ours"), ("text", ""), ("link", ""));

        Assert.Contains("decided already", (await both.Stranger.PressAsync(draft.Buttons["Post it"])).Text);
        Assert.Empty(both.Posts);
    }

    [Fact]
    public async Task Discovery_is_in_the_operators_feeds_own_words()
    {
        await using var both = await TwoServers.StartAsync();
        await both.EvilBringsAsync(new TestStory("allenai/OLMo: v9") { Link = "https://github.com/allenai/OLMo/releases/tag/v9" });

        Assert.Empty(
            await both.Rig.Bot.Services.GetRequiredService<DiscoveredReleases>().AfterAsync(0, 10, TestContext.Current.CancellationToken)
        );
    }
}
