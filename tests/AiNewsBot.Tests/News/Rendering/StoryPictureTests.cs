using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Feeds;
using AiNewsBot.Feeds.Tests.Fetching;
using AiNewsBot.News.Items;
using AiNewsBot.News.Rendering;

namespace AiNewsBot.Tests.News.Rendering;

/// <summary>Which pictures posts show, and where.</summary>
public sealed class StoryPictureTests
{
    private static readonly EntryPicture Large = new("https://news.test/large.jpg", "A chart", 1200, 600);
    private static readonly EntryPicture Small = new("https://news.test/small.jpg", null, 120, 120);

    [Fact]
    public void Large_picture_is_shown_below_the_text_with_what_there_is_to_see()
    {
        var card = CardOf(View([Small, Large]));

        Assert.Equal(new CardImage("https://news.test/large.jpg", "A chart"), Assert.Single(card.Images));
        Assert.Null(card.Thumbnail);
    }

    [Fact]
    public void Small_picture_is_shown_beside_the_title()
    {
        var card = CardOf(View([Small]));

        Assert.Empty(card.Images);
        Assert.Equal(new CardImage("https://news.test/small.jpg", "The picture of “Title”"), card.Thumbnail);
    }

    [Fact]
    public void Icon_of_the_feed_stands_in_for_a_picture()
    {
        var card = CardOf(View([]) with { Icon = "https://news.test/icon.png" });

        Assert.Equal(new CardImage("https://news.test/icon.png", "The icon of Test feed"), card.Thumbnail);
    }

    [Theory]
    [InlineData(false, false, 1)]
    [InlineData(true, false, 0)]
    [InlineData(true, true, 1)]
    public void Picture_that_is_not_for_everyone_is_shown_in_age_restricted_channels_alone(bool isExplicit, bool isRestricted, int count)
    {
        var look = PostLook.Usual with { IsAgeRestricted = isRestricted };

        Assert.Equal(count, CardOf(View([Large]) with { IsExplicit = isExplicit }, look).Images.Length);
        Assert.Equal(count, CardOf(View([Large], isExplicit), look).Images.Length);
    }

    [Fact]
    public void No_picture_is_shown_where_that_is_not_wanted()
    {
        Assert.Empty(CardOf(View([Large]), PostLook.Usual with { HasPictures = false }).Images);
        Assert.Empty(CardOf(View([Large]), PostLook.Usual with { IsTitleAlone = true }).Images);
        Assert.Empty(CardOf(View([Large]) with { HasPictures = false }).Images);
    }

    [Fact]
    public async Task Picture_of_an_entry_comes_with_its_post()
    {
        var server = await FeedServer.StartAsync();
        var feed = TestFeed.On(server, "/feed").Add("Old story");
        await using var rig = await NewsRig.StartAsync(server, [feed]);

        feed.Instead = Document(
            feed,
            "<item><title>New</title><link>https://news.test/new</link><guid>n</guid><description>Words.</description>"
                + "<enclosure url=\"https://news.test/new.jpg\" type=\"image/jpeg\" length=\"9\"/></item>"
        );
        var post = await rig.NextPostAsync();

        Assert.Contains("https://news.test/new.jpg", post.Body.ToString(), StringComparison.Ordinal);
        Assert.Contains("Words.", post.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_of_an_entry_without_a_picture_is_asked_once_for_one()
    {
        var server = await FeedServer.StartAsync();
        var feed = TestFeed.On(server, "/feed").Add("Old story");
        var asked = 0;
        server["/article"] = async http =>
        {
            Interlocked.Increment(ref asked);
            http.Response.ContentType = "text/html";
            await http.Response.Body.WriteAsync(
                """
                <head><meta property="og:image" content="https://news.test/share.jpg">
                <meta property="og:image:alt" content="A chart">
                """u8.ToArray(),
                http.RequestAborted
            );
        };
        await using var rig = await NewsRig.StartAsync(server, [feed], settings: ("News:ArticlePictures", "true"));

        feed.Add(new TestStory("New") { Link = server.Address("/article").ToString() });
        var post = await rig.NextPostAsync();
        await rig.ReadOnceMoreAsync(feed);

        Assert.Contains("/share.jpg", post.Body.ToString(), StringComparison.Ordinal);
        Assert.Contains("A chart", post.Body.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, asked);
    }

    [Fact]
    public async Task Of_many_new_entries_the_pages_of_the_newest_ten_are_asked()
    {
        var server = await FeedServer.StartAsync();
        var now = DateTimeOffset.UtcNow;
        var feed = TestFeed.On(server, "/feed").Add(new TestStory("Old story") { Date = now.AddDays(-1) });
        var asked = new ConcurrentBag<int>();
        foreach (var number in Enumerable.Range(1, 12))
        {
            server[$"/article/{number}"] = async http =>
            {
                asked.Add(number);
                http.Response.ContentType = "text/html";
                await http.Response.Body.WriteAsync("<head></head>"u8.ToArray(), http.RequestAborted);
            };
        }

        await using var rig = await NewsRig.StartAsync(server, [feed], settings: ("News:ArticlePictures", "true"));

        feed.Add([
            .. Enumerable
                .Range(1, 12)
                .Select(number => new TestStory($"New {number}")
                {
                    Link = server.Address($"/article/{number}").ToString(),
                    Date = now.AddHours(-number),
                }),
        ]);
        await rig.PostsAsync(12);

        Assert.Equal(Enumerable.Range(1, 10), asked.Order());
    }

    [Theory]
    [InlineData("image/png", true)]
    [InlineData("text/html", false)]
    public async Task Picture_in_the_network_of_the_bot_goes_with_the_message(string mediaType, bool isShown)
    {
        var server = await FeedServer.StartAsync();
        var feed = TestFeed.On(server, "/feed").Add("Old story");
        server["/chart.png"] = FeedServer.Send("a picture"u8.ToArray(), ("Content-Type", mediaType));
        await using var rig = await NewsRig.StartAsync(server, [feed]);

        feed.Instead = Document(
            feed,
            $"<item><title>New</title><guid>new</guid>"
                + $"<description>&lt;img src=\"{server.Address("/chart.png")}\" alt=\"A chart\"&gt;</description></item>"
        );
        var post = await rig.NextPostAsync();

        var request = rig.Discord.Rest.Requests.All.Last(one =>
            one.Path.EndsWith("/messages", StringComparison.Ordinal) && one.Method == "POST"
        );
        string[] files = isShown ? ["picture0.png"] : [];
        Assert.Equal(files, request.Files.Select(file => file.Name));
        Assert.Equal(isShown, post.Body.ToString().Contains("attachment://picture0.png", StringComparison.Ordinal));
        Assert.DoesNotContain(server.Address("/chart.png").ToString(), post.Body.ToString(), StringComparison.Ordinal);
        Assert.Empty(rig.Discord.Violations.All);
    }

    private static byte[] Document(TestFeed feed, string item) =>
        Encoding.UTF8.GetBytes(feed.ToString().Replace("<item>", $"{item}<item>", StringComparison.Ordinal));

    private static Card CardOf(StoryView story, PostLook? look = null) =>
        StoryPictures.AddTo(new Card(null, [new CardBlock("Title"), new CardBlock("foot")], []), story, look ?? PostLook.Usual);

    private static StoryView View(ImmutableArray<EntryPicture> pictures, bool isExplicit = false) =>
        new(
            new NewsItem
            {
                Title = "Title",
                DetailsJson = ItemDetailsJson.Write(new ItemDetails { Pictures = pictures, IsExplicit = isExplicit }),
            },
            [("Test feed", null)],
            []
        );
}
