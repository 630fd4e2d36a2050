using System.Globalization;
using System.Security;
using System.Text;
using AiNewsBot.Feeds.Tests.Fetching;
using DiscordSimulator.Channels;

namespace AiNewsBot.Tests.News;

/// <summary>A feed on the loopback that a test adds stories to.</summary>
internal sealed class TestFeed
{
    private readonly Lock _lock = new();
    private readonly List<TestStory> _stories = [];
    private readonly string _title;

    private readonly string _site;

    private TestFeed(string url, string title, string site) => (Url, _title, _site) = (url, title, site);

    public string Url { get; }

    /// <summary>Answers with something else; null for the feed.</summary>
    public byte[]? Instead { get; set; }

    /// <summary>Whether the server says that it cannot now.</summary>
    public bool IsDown { get; set; }

    public int Requests;

    public static TestFeed On(FeedServer server, string path, string title = "Test feed", string site = "https://news.test/")
    {
        var feed = new TestFeed(server.Address(path).ToString(), title, site);
        server[path] = async http =>
        {
            Interlocked.Increment(ref feed.Requests);
            http.Response.StatusCode = feed.IsDown ? 503 : 200;
            http.Response.ContentType = "application/rss+xml; charset=utf-8";
            await http.Response.Body.WriteAsync(feed.Instead ?? Encoding.UTF8.GetBytes(feed.ToString()), http.RequestAborted);
        };
        return feed;
    }

    /// <summary>The title of the story that a post shows, without its link.</summary>
    public static string TitleOf(SimulatedMessage post)
    {
        var line = post.Text.Split('\n').First(text => text.StartsWith("### ", StringComparison.Ordinal))[4..];
        return line.StartsWith('[') ? line[1..line.IndexOf("](", StringComparison.Ordinal)] : line;
    }

    public TestFeed Add(params TestStory[] stories)
    {
        lock (_lock)
            _stories.AddRange(stories);
        return this;
    }

    public TestFeed Add(string title, string? link = null)
    {
        lock (_lock)
            _stories.Add(
                new TestStory(title) { Link = link ?? $"https://news.test/{_stories.Count}-{Url.GetHashCode(StringComparison.Ordinal):x}" }
            );
        return this;
    }

    /// <summary>Shows these stories alone.</summary>
    public void Replace(params TestStory[] stories)
    {
        lock (_lock)
        {
            _stories.Clear();
            _stories.AddRange(stories);
        }
    }

    /// <summary>Changes each story.</summary>
    public void Change(Func<TestStory, TestStory> change)
    {
        lock (_lock)
        {
            for (var i = 0; i < _stories.Count; i++)
                _stories[i] = change(_stories[i]);
        }
    }

    private static string PictureOf(TestStory story) =>
        story.Picture is null ? "" : $"<enclosure url=\"{SecurityElement.Escape(story.Picture)}\" type=\"image/jpeg\" length=\"9\"/>";

    public override string ToString()
    {
        lock (_lock)
        {
            var items = Enumerable
                .Reverse(_stories)
                .Select(story =>
                    $"<item><title>{SecurityElement.Escape(story.Title)}</title>"
                    + (story.Link is null ? "" : $"<link>{SecurityElement.Escape(story.Link)}</link>")
                    + (story.Canonical is null ? "" : Canonical(story.Canonical))
                    + $"<guid isPermaLink=\"false\">{SecurityElement.Escape(story.Id)}</guid>"
                    + $"<description>{SecurityElement.Escape(story.Summary)}</description>"
                    + PictureOf(story)
                    + $"{(story.Date is { } date ? $"<pubDate>{date.ToString("r", CultureInfo.InvariantCulture)}</pubDate>" : "")}</item>"
                );
            return $"<?xml version=\"1.0\" encoding=\"utf-8\"?><rss "
                + $"version=\"2.0\"><channel><title>{_title}</title><link>{_site}</link>{string.Join('\n', items)}</channel></rss>";
        }
    }

    private static string Canonical(string address) =>
        $"<a:link xmlns:a=\"http://www.w3.org/2005/Atom\" rel=\"canonical\" href=\"{SecurityElement.Escape(address)}\"/>";
}

/// <summary>A story of it.</summary>
internal sealed record TestStory(string Title)
{
    public string Id { get; init; } = $"id of {Title}";

    public string? Link { get; init; }

    /// <summary>The page that it declares to be its own.</summary>
    public string? Canonical { get; init; }

    /// <summary>A picture that comes with it.</summary>
    public string? Picture { get; init; }

    public string Summary { get; init; } = "What happened.";

    public DateTimeOffset? Date { get; init; } = DateTimeOffset.UtcNow;
}
