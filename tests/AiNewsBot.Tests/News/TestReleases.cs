using AiNewsBot.Feeds.Tests.Fetching;
using Microsoft.AspNetCore.Http;

namespace AiNewsBot.Tests.News;

/// <summary>A feed of releases on the loopback, in the shape that GitHub gives it:
/// newest first, notes as escaped HTML, and a validator.</summary>
internal sealed class TestReleases
{
    private readonly string _path;
    private volatile string _entries = "";
    private int _count;

    public TestReleases(FeedServer server, string path)
    {
        (Url, _path) = (server.Address(path).ToString(), path[1..^"/releases.atom".Length]);
        server[path] = http =>
        {
            var tag = $"W/\"{_count}\"";
            http.Response.Headers.ETag = tag;
            if (http.Request.Headers.IfNoneMatch == tag)
            {
                http.Response.StatusCode = StatusCodes.Status304NotModified;
                return Task.CompletedTask;
            }

            http.Response.ContentType = "application/atom+xml; charset=utf-8";
            return http.Response.WriteAsync(ToString());
        };
    }

    public string Url { get; }

    public void Add(string version)
    {
        _entries = $"""
            <entry>
              <id>tag:github.com,2008:Repository/533741/{version}</id>
              <updated>2026-11-24T10:00:0{_count}Z</updated>
              <link rel="alternate" type="text/html" href="https://github.com/{_path}/releases/tag/{version}"/>
              <title>{version}</title>
              <content type="html">&lt;h2&gt;Notes of {version}&lt;/h2&gt;&lt;ul&gt;&lt;li&gt;Weights&lt;/li&gt;&lt;/ul&gt;</content>
              <author><name>somebody</name></author>
              <media:thumbnail height="30" width="30" url="https://avatars.test/u/1"/>
            </entry>
            {_entries}
            """;
        _count++;
    }

    public override string ToString() =>
        $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" xml:lang="en-US">
              <id>tag:github.com,2008:https://github.com/{_path}/releases</id>
              <link type="text/html" rel="alternate" href="https://github.com/{_path}/releases"/>
              <link type="application/atom+xml" rel="self" href="https://github.com/{_path}/releases.atom"/>
              <title>Release notes from {_path.Split('/')[^1]}</title>
              <updated>2026-11-24T10:00:00Z</updated>
              {_entries}
            </feed>
            """;
}
