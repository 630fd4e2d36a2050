using System.Globalization;
using AiNewsBot.Feeds.Tests.Fetching;
using AiNewsBot.Tests.Harness;
using AiNewsBot.Tests.News;
using Dapper;
using DiscordSimulator.Channels;

namespace AiNewsBot.Tests.Outbox;

/// <summary>What the version before left: posts that wait are made, and its buttons work.</summary>
public sealed class EarlierVersionTests : IDisposable
{
    private const int LastBefore = 31;
    private const string Digests = "200000000000000011";
    private const string Stories = "200000000000000020";
    private const string LongDigests = "200000000000000021";
    private const string Forum = "200000000000000022";
    private const string Audit = "200000000000000030";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Posts_that_waited_are_made_once_each_as_they_were_meant()
    {
        await using var rig = await StartAsync();
        await rig.PostsAsync(6);
        Assert.True(await rig.Subscriptions.ResumeAsync(NewsRig.Channel));
        Assert.True(await rig.Subscriptions.ResumeAsync(Digests));
        await rig.PostsAsync(8);

        string[] In(string channel) =>
            [.. rig.SimulatedChannels.Posted.All.Where(post => post.Channel == channel).Select(post => post.Text)];
        var stories = In(Stories);
        Assert.Equal(2, stories.Length);
        Assert.Contains("Rejected story", stories[0]);
        Assert.DoesNotContain("What happened", stories[0]);
        Assert.Contains("Story under way", stories[1]);
        Assert.Contains("What happened", stories[1]);
        var digests = In(LongDigests);
        Assert.Equal(2, digests.Length);
        Assert.Contains("The day's news, 29 November 2026 (1 of 2)", digests[0]);
        Assert.Contains("<@&250000000000000009>", digests[0]);
        Assert.Contains("Digest story one", digests[0]);
        Assert.Contains("Digest story two", digests[0]);
        Assert.Contains("(2 of 2)", digests[1]);
        Assert.DoesNotContain("<@&", digests[1]);
        Assert.Contains("Digest story three", digests[1]);
        Assert.Contains("Told **before** the change: \"quoted\", 100 %", Assert.Single(In(Audit)));
        Assert.Contains("Paused story", Assert.Single(In(NewsRig.Channel)));
        Assert.Contains("Waits for its digest", Assert.Single(In(Digests)));
        var thread = Assert.Single(rig.SimulatedChannels.Posted.All, post => post.Title == "A post in the forum");
        Assert.Equal(["77"], thread.Tags);
        Assert.Equal(8, rig.SimulatedChannels.Posted.Count);
    }

    [Fact]
    public async Task Reasons_are_told_as_before()
    {
        await using var rig = await StartAsync();
        await rig.PostsAsync(6);

        var list = (await rig.Discord.RunCommandAsync("news list")).Text;
        Assert.Contains("**paused**: the bot may not post there: it needs View Channel", list);
        Assert.Contains("Whether it was posted cannot be determined: Discord answered 403, code 50001: Missing Access. Look there", list);
        Assert.Contains("12 of its 14 entries look new, though most of them bear dates or titles that are known.", list);
        Assert.Contains("refused by Discord: Discord answered 400, code 200000: blocked", await WhyAsync("Sent story"));
        Assert.Contains("not posted again: another subscription of the channel has posted it", await WhyAsync("Waits for its digest"));
        Assert.Contains("not posted: the subscription was ended", await WhyAsync("Paused story"));
        Assert.Contains("waits; the subscription is paused: the bot may not post there", await WhyAsync("Paused story"));

        async Task<string> WhyAsync(string item) => (await rig.Discord.RunCommandAsync("news why", ("item", item))).Text;
    }

    [Fact]
    public async Task Buttons_of_news_do_what_they_said()
    {
        await using var rig = await StartAsync();
        await rig.PostsAsync(6);
        var discord = rig.Discord;

        Assert.Contains("because of a subscription", (await discord.PressAsync("news-why:8670246806109759995")).Text);
        Assert.Contains("It is posted.", (await discord.PressAsync("news-publish:8")).Text);
        Assert.Contains("Discarded.", (await discord.PressAsync("news-discard:22")).Text);
        Assert.Contains("decided already", (await discord.PressAsync("news-publish:22")).Text);
        Assert.Contains("A scheduled post", (await discord.PressAsync("scheduled:0")).Text);
        var form = await discord.PressAsync("scheduled-edit:10");
        Assert.Equal("A scheduled post", form.Written["title"]);
        Assert.Contains("Changed.", (await discord.SubmitAsync("scheduled-edit:10", ("title", "Another title"), ("at", "3h"))).Text);
        Assert.Contains("Cancelled: it is not posted.", (await discord.PressAsync("scheduled-cancel:10")).Text);
        Assert.Contains("Noted: it was posted.", (await discord.PressAsync("news-held:18:sent")).Text);
        Assert.Contains("posts follow", (await discord.PressAsync("news-batch:1:post")).Text);
        var draft = await discord.SubmitAsync($"news-post:{Stories}:0", ("title", "Written in a form of before"));
        Assert.Contains("Written in a form of before", draft.Text);

        var posts = await rig.PostsAsync(8);
        Assert.Contains(posts.Skip(6), post => post.Channel == NewsRig.Channel && post.Text.Contains("A draft", StringComparison.Ordinal));
        Assert.Contains(posts.Skip(6), post => post.Channel == Stories && post.Text.Contains("Held back in", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("model:grok", "Grok")]
    [InlineData("timeline:grok", "What is known of Grok, by date")]
    [InlineData("licence:grok", "licence")]
    [InlineData("aspect:licence:grok", "licence")]
    [InlineData("more:q:Is Grok-1: yes | no | open source?", "Grok-1")]
    [InlineData("more:s:grok", "Grok")]
    [InlineData("list-page:||||||:2", "page 2 of")]
    [InlineData("list-page:||2||||20240101-20241231:1", "2024")]
    [InlineData("list-page:|||||||||:2", "page 2 of")]
    [InlineData("list-page:~|||||||2", "page 2 of")]
    [InlineData("timeline-page:grok:1", "What is known of Grok, by date")]
    [InlineData("timeline-page:~grok|1", "What is known of Grok, by date")]
    [InlineData("fact-history:s|grok-1|weights|9223372036854775807", "Grok-1, weights: history")]
    [InlineData("fact-history:~s|grok-1|weights|9223372036854775807", "Grok-1, weights: history")]
    [InlineData("fact-stale:2026-01-01|x", "checked")]
    [InlineData("suggestion-next:1", "wait")]
    [InlineData("import-apply:~s|0123456789abcdef|", "was replaced by a later one")]
    [InlineData("privacy-ask:", "Your id goes from all")]
    [InlineData("vain-ignore:1", "question")]
    [InlineData("setup-skip:setup-channel", "audit channel")]
    public async Task Buttons_of_answers_and_settings_work(string id, string shown)
    {
        await using var rig = await StartAsync();

        var reply = await rig.Discord.PressAsync(id);

        Assert.Contains(shown, reply.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("another version", reply.Text);
    }

    [Theory]
    [InlineData("fact-form:0|s|grok-1|event||0|0")]
    [InlineData("fact-form:0|s|grok-1|event||0|0|0123456789abcdef")]
    public async Task Form_that_was_open_is_taken(string id)
    {
        await using var rig = await StartAsync();

        var reply = await rig.Discord.SubmitAsync(
            id,
            ("value", "Something happened"),
            ("since", "2024-03-17"),
            ("source", "https://x.ai/news"),
            ("why", "It was missing")
        );

        Assert.Contains("Something happened", reply.Text);
        Assert.Contains("Undo", reply.Buttons.Keys);
    }

    [Fact]
    public async Task Draft_that_waited_opens_its_form()
    {
        await using var rig = await StartAsync();

        var form = await rig.Discord.PressAsync("draft-resume:0123456789abcdef");

        Assert.Equal("A draft of before", form.Written["value"]);
        Assert.Equal("fact-form:~0|s|grok-1|event||0|0|0123456789abcdef", form.FormId);
    }

    [Fact]
    public async Task Draft_that_waited_is_offered_where_its_fact_is_added()
    {
        await using var rig = await StartAsync();

        var reply = await rig.Discord.RunCommandAsync("fact add", ("subject", "grok-1"), ("property", "event"));

        Assert.Contains("A draft of before", reply.Text);
    }

    [Fact]
    public async Task Discovered_releases_have_columns()
    {
        await using var rig = await StartAsync();

        var found = await rig.Database.ReadAsync(
            connection =>
                Task.FromResult(
                    connection
                        .Query<string>(
                            "SELECT owner || '|' || repository || '|' || coalesce(version, '-') || '|' || coalesce(licence, '-') "
                                + "FROM discoveries ORDER BY item_id"
                        )
                        .ToArray()
                ),
            TestContext.Current.CancellationToken
        );

        Assert.Equal(["xai-org|grok-9|-|other", "allenai|OLMo|v0.2|-", "mistralai|Tiny|-|-"], found);
    }

    [Fact]
    public async Task Instants_are_unix_milliseconds_everywhere()
    {
        await using var rig = await StartAsync();
        await rig.Discord.RunCommandAsync("news list");

        var (wrongColumns, texts) = await rig.Database.ReadAsync(
            connection =>
            {
                var columns = connection
                    .Query<string>(
                        """
                        SELECT m.name || '.' || c.name || ':' || c.type FROM sqlite_master AS m, pragma_table_info(m.name) AS c
                        WHERE m.type = 'table' AND m.name <> 'SchemaVersions' AND m.name NOT LIKE 'sqlite\_%' ESCAPE '\'
                        """
                    )
                    .Select(column => column.Split('.', ':'))
                    .ToArray();
                string[] wrong =
                [
                    .. columns.Where(column => IsInstant(column[1]) && column[2] != "INTEGER").Select(column => $"{column[0]}.{column[1]}"),
                ];
                string[] written =
                [
                    .. columns
                        .Where(column =>
                            connection.ExecuteScalar<long>(
                                $"SELECT COUNT(*) FROM {column[0]} WHERE \"{column[1]}\" LIKE '____-__-__T__:__%'"
                            ) > 0
                        )
                        .Select(column => $"{column[0]}.{column[1]}"),
                ];
                return Task.FromResult((wrong, written));
            },
            TestContext.Current.CancellationToken
        );

        Assert.Empty(wrongColumns);
        Assert.Empty(texts);
        Assert.Equal(
            (1795920745719, 1795920756913),
            await rig.Database.ReadAsync(
                connection =>
                    Task.FromResult(
                        (
                            connection.ExecuteScalar<long>("SELECT summed_at FROM servers WHERE audit_channel IS NOT NULL"),
                            connection.ExecuteScalar<long>("SELECT last_asked FROM unanswered")
                        )
                    ),
                TestContext.Current.CancellationToken
            )
        );
    }

    private static bool IsInstant(string column) =>
        column.EndsWith("_at", StringComparison.Ordinal)
        || column is "last_asked" or "digested_to" or "not_before" or "publish_not_before" or "failing_since";

    private async Task<NewsRig> StartAsync()
    {
        var server = await FeedServer.StartAsync();
        var feed = TestFeed.On(server, "/feed");
        var later = DateTimeOffset.UtcNow.AddHours(2).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        var rows = (
            await File.ReadAllTextAsync(
                Path.Combine(RepositoryRoot.Path, "tests/AiNewsBot.Tests/Outbox/EarlierVersion.sql"),
                TestContext.Current.CancellationToken
            )
        )
            .Replace("{feed}", feed.Url, StringComparison.Ordinal)
            .Replace("{later}", later, StringComparison.Ordinal);
        OldDatabase.Create(_folder["old.db"], LastBefore, connection => connection.Execute(rows));
        return await NewsRig.StartAsync(
            server,
            [feed],
            discord =>
            {
                foreach (var channel in new[] { Digests, Stories, LongDigests, Audit })
                    discord.SimulatedChannels.Add(channel);
                discord.SimulatedChannels.Add(
                    new SimulatedChannel
                    {
                        Id = Forum,
                        Type = 15,
                        Tags = new() { ["77"] = "News" },
                    }
                );
            },
            settings:
            [
                ("Storage:ConnectionString", $"Data Source={_folder["old.db"]}"),
                ("News:Follow:0:Channel", NewsRig.Channel),
                ("News:Follow:1:Channel", Digests),
                ("News:Follow:1:When", "daily"),
                ("News:Follow:1:At", "09:00"),
            ]
        );
    }
}
