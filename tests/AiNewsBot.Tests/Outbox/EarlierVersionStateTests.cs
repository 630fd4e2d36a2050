using AiNewsBot.Tests.News;
using Dapper;

namespace AiNewsBot.Tests.Outbox;

/// <summary>What the version before left and one bot over it shows: its buttons work, its drafts wait, its instants are numbers.</summary>
[Trait("Database", "SQLite")]
public sealed class EarlierVersionStateTests(EarlierVersionFixture fixture) : IClassFixture<EarlierVersionFixture>
{
    private NewsRig Rig => fixture.Rig;

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
        var reply = await Rig.Discord.PressAsync(id);

        Assert.Contains(shown, reply.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("another version", reply.Text);
    }

    [Fact]
    public async Task Draft_that_waited_opens_its_form()
    {
        var form = await Rig.Discord.PressAsync("draft-resume:0123456789abcdef");

        Assert.Equal("A draft of before", form.Written["value"]);
        Assert.Equal("fact-form:~0|s|grok-1|event||0|0|0123456789abcdef", form.FormId);
    }

    [Fact]
    public async Task Draft_that_waited_is_offered_where_its_fact_is_added()
    {
        var reply = await Rig.Discord.RunCommandAsync("fact add", ("subject", "grok-1"), ("property", "event"));

        Assert.Contains("A draft of before", reply.Text);
    }

    [Fact]
    public async Task Discovered_releases_have_columns()
    {
        var found = await Rig.Database.ReadAsync(
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
        await Rig.Discord.RunCommandAsync("news list");

        var (wrongColumns, texts) = await Rig.Database.ReadAsync(
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
            (EarlierVersion.Summed.ToUnixTimeMilliseconds(), 1795920756913),
            await Rig.Database.ReadAsync(
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
}
