using System.Text;
using AiNewsBot.Feeds.Tests.Fetching;
using DiscordSimulator.Rendering;

namespace AiNewsBot.Tests.News.Rendering;

/// <summary>Posts as people see them: taken from the channel, and drawn as a page. DRAW=1 keeps the page, to be looked at.</summary>
public sealed class PostPageTests
{
    [Fact]
    public async Task Posts_are_drawn_as_they_were_sent()
    {
        var server = await FeedServer.StartAsync();
        var feed = TestFeed.On(server, "/feed", "Model Talk").Add("Old story");
        await using var rig = await NewsRig.StartAsync(server, [feed]);
        string[] drawn =
        [
            "Headings",
            "A small table",
            "A numbered list",
            "A block of code",
            "A quote",
            "WordPress with an excerpt and the whole",
            "A note of Mastodon without a title",
            "A list that begins with four, and one within it",
            "A small picture",
        ];
        var entries = GoldenCardTests.Entries;
        feed.Instead = Encoding.UTF8.GetBytes(
            feed.ToString()
                .Replace(
                    "<item>",
                    string.Concat(
                        drawn.Select(name => entries[name].Replace("</item>", $"<guid>{name}</guid></item>", StringComparison.Ordinal))
                    ) + "<item>",
                    StringComparison.Ordinal
                )
        );

        var posts = await rig.PostsAsync(drawn.Length);
        var page = new ChatPage();
        foreach (var post in posts)
            page.Add(post);
        var html = page.ToString();
        if (Environment.GetEnvironmentVariable("DRAW") == "1")
            await File.WriteAllTextAsync(Path.Combine(Path.GetTempPath(), "posts.html"), html, TestContext.Current.CancellationToken);

        Assert.Contains("<b>New</b>", html, StringComparison.Ordinal);
        Assert.Contains("<pre>Model   MMLU  Open\n", html, StringComparison.Ordinal);
        Assert.Contains("<blockquote>We release the weights.</blockquote>", html, StringComparison.Ordinal);
        Assert.Contains("<div style=\"padding-left:8px\">2. Look for <i>use restrictions</i>.</div>", html, StringComparison.Ordinal);
        Assert.Contains("title=\"https://wp.test/uploads/licence.jpg\"", html, StringComparison.Ordinal);
        Assert.Empty(rig.Discord.Violations.All);
    }
}
