using System.Net;
using AiNewsBot.Feeds.Tests.Fetching;
using DiscordSimulator;
using DiscordSimulator.Interactions;

namespace AiNewsBot.Tests.News.Commands;

/// <summary>Why a feed cannot be read, in the language of the moderator who asks.</summary>
public sealed class LocalizedFeedFaultTests
{
    private const string Text = "270000000000099010";

    [Theory]
    [InlineData(
        "de",
        "127.0.0.1 hat keine solche Seite (404).",
        "127.0.0.1 weist den Bot ab (403). Seiten weisen Programme oft bei ihren Seiten ab",
        "die keine Quelle ist und keine nennt, und auch an den üblichen Stellen ist keine.",
        "10.0.0.1 führt zu einer Adresse, die privat ist; Quellen werden nur von öffentlichen Adressen gelesen.",
        "127.0.0.1 leitet zu einer Adresse weiter, die weder http noch https ist."
    )]
    [InlineData(
        "ja",
        "127.0.0.1 にそのページはありません（404）。",
        "127.0.0.1 はボットを拒んでいます（403）。 サイトはページではプログラムを拒んでも",
        "フィードの記載はなく、よくある場所にもありません。",
        "10.0.0.1 はプライベートアドレスを指しています。フィードは公開アドレスからのみ読みます。",
        "127.0.0.1 のリダイレクト先はhttp でも https でもありません。"
    )]
    public async Task Address_that_cannot_be_added_is_refused_in_the_language_of_the_moderator(
        string locale,
        string missing,
        string refused,
        string page,
        string guarded,
        string redirected
    )
    {
        var server = await FeedServer.StartAsync();
        server["/refused"] = FeedServer.Send(HttpStatusCode.Forbidden);
        server["/page"] = FeedServer.Send("<html><p>Nothing here</p></html>"u8.ToArray(), ("Content-Type", "text/html"));
        server["/file"] = FeedServer.Send(HttpStatusCode.Found, ("Location", "file:///etc/passwd"));
        await using var rig = await StartAsync(server);
        var user = rig.Discord.As(Member(locale));

        Assert.Contains(missing, await AddAsync("/missing"));
        Assert.Contains(refused, await AddAsync("/refused"));
        Assert.Contains(page, await AddAsync("/page"));
        Assert.Contains(redirected, await AddAsync("/file"));
        Assert.Contains(guarded, Plain(await user.RunCommandAsync("feeds add", ("url", "http://10.0.0.1/feed"))));

        async Task<string> AddAsync(string path) =>
            Plain(await user.RunCommandAsync("feeds add", ("url", server.Address(path).ToString())));
    }

    [Fact]
    public async Task Feed_that_fails_is_told_to_each_moderator_in_their_own_language()
    {
        var server = await FeedServer.StartAsync();
        var feed = TestFeed.On(server, "/own.xml", "Own feed").Add("Old story");
        await using var rig = await StartAsync(server);
        var german = rig.Discord.As(Member("de"));
        await german.RunCommandAsync("feeds add", ("url", feed.Url));
        await german.RunCommandAsync("news follow", ("channel", Text), ("feed", feed.Url), ("when", "instant"));

        feed.IsDown = true;
        await NewsRig.UntilAsync(async () => (await rig.RecordAsync(feed)).Fault is not null, "the fault to be noted");

        var japanese = rig.Discord.As(Member("ja"));
        Assert.Contains("**Fehler**: 127.0.0.1 meldet einen Serverfehler (503).", await RunAsync(german, "feeds list"));
        Assert.Contains("seine Quelle ist nicht lesbar: 127.0.0.1 meldet einen Serverfehler", await RunAsync(german, "news list"));
        Assert.Contains("**エラー**：127.0.0.1 でサーバーエラーが起きました（503）。", await RunAsync(japanese, "feeds list"));
        Assert.Contains("フィードを読み取れません：127.0.0.1 でサーバーエラーが起きました", await RunAsync(japanese, "news list"));

        static async Task<string> RunAsync(SimulatedUser user, string command) => Plain(await user.RunCommandAsync(command));
    }

    private static Task<NewsRig> StartAsync(FeedServer server) =>
        NewsRig.StartAsync(server, [TestFeed.On(server, "/operator.xml")], settings: (NewsRig.NoFollow, ""));

    private static string Plain(SimulatedReply reply) => reply.Text.Replace("\\", "", StringComparison.Ordinal);

    private static SimulatedMember Member(string locale) =>
        new()
        {
            Locale = locale,
            Channels = new Dictionary<string, (string, int, ulong)> { [Text] = ("news", 0, ulong.MaxValue >> 1) },
        };
}
