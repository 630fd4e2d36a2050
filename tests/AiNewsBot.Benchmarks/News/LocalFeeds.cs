using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.Benchmarks.News;

/// <summary>Feeds on the loopback, with ETags, that stories are added to.</summary>
internal sealed class LocalFeeds : IAsyncDisposable
{
    /// <summary>The host of pictures; nothing is fetched from there.</summary>
    public const string PictureHost = "pictures.test";

    private const string Articles = "/article/";

    private readonly bool _hasPictures;

    // A page has more than what is read of it.
    private static readonly string Padding = new(' ', 100_000);

    private readonly WebApplication _server;
    private readonly ConcurrentDictionary<string, LocalFeed> _feeds = new();
    private TaskCompletionSource? _held;
    private TaskCompletionSource? _heldPages;
    private int _requests;
    private int _unchanged;
    private int _pages;

    private LocalFeeds(bool hasPictures)
    {
        _hasPictures = hasPictures;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _server = builder.Build();
        _server.Run(ServeAsync);
    }

    public int Requests => _requests;

    public int Unchanged => _unchanged;

    /// <summary>How often the page of a story was asked for.</summary>
    public int Pages => _pages;

    public string Address { get; private set; } = "";

    /// <param name="hasPictures">Whether stories have pictures: each second one in the feed, the others on their pages.</param>
    public static async Task<LocalFeeds> StartAsync(bool hasPictures)
    {
        var feeds = new LocalFeeds(hasPictures);
        await feeds._server.StartAsync();
        feeds.Address = feeds._server.Urls.First();
        return feeds;
    }

    /// <summary>Adds a feed; its address is the server's with its name.</summary>
    public LocalFeed Add(string name) =>
        _feeds[$"/{name}"] = new LocalFeed($"{Address}/{name}", _hasPictures ? $"{Address}{Articles}" : null);

    /// <summary>Keeps the answers of feeds back, until disposed.</summary>
    public IDisposable Hold()
    {
        Volatile.Write(ref _held, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        return new Release(() => Interlocked.Exchange(ref _held, null)?.TrySetResult());
    }

    /// <summary>Keeps the pages of stories back, until disposed.</summary>
    public IDisposable HoldPages()
    {
        Volatile.Write(ref _heldPages, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        return new Release(() => Interlocked.Exchange(ref _heldPages, null)?.TrySetResult());
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(0);
        await _server.StopAsync(now.Token);
        await _server.DisposeAsync();
    }

    private async Task ServeAsync(HttpContext http)
    {
        var path = http.Request.Path.Value ?? "";
        if (path.StartsWith(Articles, StringComparison.Ordinal))
        {
            Interlocked.Increment(ref _pages);
            if (Volatile.Read(ref _heldPages) is { } kept)
                await kept.Task;
            http.Response.ContentType = "text/html; charset=utf-8";
            await http.Response.WriteAsync(
                $"<head><meta property=\"og:image\" content=\"https://{PictureHost}/{Uri.EscapeDataString(path)}.jpg\"></head>{Padding}"
            );
            return;
        }

        Interlocked.Increment(ref _requests);
        if (Volatile.Read(ref _held) is { } release)
            await release.Task;
        if (!_feeds.TryGetValue(path, out var feed))
        {
            http.Response.StatusCode = 404;
            return;
        }

        var (body, tag) = feed.Render();
        http.Response.Headers.ETag = tag;
        if (http.Request.Headers.IfNoneMatch == tag)
        {
            Interlocked.Increment(ref _unchanged);
            http.Response.StatusCode = 304;
            return;
        }

        http.Response.ContentType = "application/rss+xml; charset=utf-8";
        await http.Response.Body.WriteAsync(body);
    }

    private sealed class Release(Action act) : IDisposable
    {
        public void Dispose() => act();
    }
}

/// <summary>A feed of it.</summary>
/// <param name="url">Its address.</param>
/// <param name="articles">Where the pages of its stories are; null for stories without pictures, whose pages are nowhere.</param>
internal sealed class LocalFeed(string url, string? articles)
{
    private const int MaxCount = 60;

    private readonly Lock _lock = new();
    private readonly List<(string Title, DateTimeOffset At)> _stories = [];
    private (byte[] Body, string Tag)? _rendered;

    public string Url => url;

    /// <summary>Whether the picture of a story is in the feed itself, and not on its page alone.</summary>
    public static bool HasPicture(string title) => title[^1] % 2 == 0;

    public void Add(IEnumerable<string> titles)
    {
        lock (_lock)
        {
            _stories.AddRange(titles.Select(title => (title, DateTimeOffset.UtcNow)));
            if (_stories.Count > MaxCount)
                _stories.RemoveRange(0, _stories.Count - MaxCount);
            _rendered = null;
        }
    }

    public (byte[] Body, string Tag) Render()
    {
        lock (_lock)
        {
            if (_rendered is { } same)
                return same;
            var items = Enumerable
                .Reverse(_stories)
                .Select(story =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"<item><title>{story.Title}</title>"
                            + $"<link>{articles ?? "https://news.test/"}{Uri.EscapeDataString(story.Title)}</link>"
                            + $"<guid isPermaLink=\"false\">{story.Title}</guid><description>What happened in it.</description>"
                            + $"{PictureOf(story.Title)}<pubDate>{story.At:r}</pubDate></item>"
                    )
                );
            var body = Encoding.UTF8.GetBytes(
                $"<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Local "
                    + $"feed</title><link>https://news.test/</link>{string.Concat(items)}</channel></rss>"
            );
            var rendered = (body, $"\"{Convert.ToHexString(SHA256.HashData(body))[..16]}\"");
            _rendered = rendered;
            return rendered;
        }
    }

    private string PictureOf(string title) =>
        articles is not null && HasPicture(title)
            ? $"<enclosure url=\"https://{LocalFeeds.PictureHost}/{Uri.EscapeDataString(title)}.jpg\" "
                + "type=\"image/jpeg\" length=\"90000\"/>"
            : "";
}
