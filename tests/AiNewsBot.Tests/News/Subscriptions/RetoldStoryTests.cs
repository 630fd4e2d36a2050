using AiNewsBot.News.Feeds;
using Dapper;

namespace AiNewsBot.Tests.News.Subscriptions;

/// <summary>Stories whose feed changes their title: told once more to those who want that, and edited for all others.</summary>
public sealed class RetoldStoryTests : IAsyncLifetime
{
    private NewsStorage _news = null!;
    private FeedRecord _feed = null!;
    private long _retelling;
    private long _start;
    private DateTimeOffset _published;

    public async ValueTask InitializeAsync()
    {
        _news = await NewsStorage.CreateAsync();
        _feed = await _news.AddFeedAsync("lab.example");
        _retelling = await _news.FollowAsync(channel: "10");
        await _news.ExecuteAsync("UPDATE subscriptions SET tells_again = 1 WHERE id = @_retelling", new { _retelling });
    }

    public ValueTask DisposeAsync() => _news.DisposeAsync();

    [Fact]
    public async Task Story_is_told_again_when_its_title_changes_and_only_then()
    {
        var other = await _news.FollowAsync(channel: "11");
        await ReadAsync("v2.0, a candidate");
        _news.Time.Advance(TimeSpan.FromHours(2));
        await ReadAsync("v2.0, a candidate", "Its text was corrected");
        await ReadAsync("v2.0 is out");
        await ReadAsync("v2.0 is out", "Its text was corrected again");

        Assert.Equal(["v2.0 is out", "v2.0 is out"], await _news.PostsAsync(_retelling));
        Assert.Equal("0 1", await TellingsAsync());
        Assert.Single(await _news.PostsAsync(other));
    }

    [Fact]
    public async Task Title_that_changes_all_the_time_is_told_three_times_more_and_once_an_hour_at_most()
    {
        for (var minute = 0; minute < 600; minute += 20)
        {
            await ReadAsync($"Live: {minute} minutes");
            _news.Time.Advance(TimeSpan.FromMinutes(20));
        }

        Assert.Equal("0 1 2 3", await TellingsAsync());
        Assert.Equal(
            [0, 60, 120, 180],
            (await _news.ListAsync<long>("SELECT created_at FROM outbox ORDER BY id", new { })).Select(at => (at - _start) / 60_000)
        );
    }

    [Fact]
    public async Task Title_that_only_passes_the_filter_now_is_told_for_the_first_time()
    {
        await _news.Subscriptions.SetFilterAsync(_retelling, "-candidate", cancellationToken: TestContext.Current.CancellationToken);
        await ReadAsync("v2.0, a candidate");
        Assert.Empty(await _news.PostsAsync(_retelling));

        await ReadAsync("v2.0 is out");

        Assert.Equal(["v2.0 is out"], await _news.PostsAsync(_retelling));
        Assert.Equal("0", await TellingsAsync());
    }

    [Fact]
    public async Task Retelling_of_one_subscription_in_a_channel_covers_that_of_another()
    {
        var second = await _news.FollowAsync(channel: "10");
        await _news.ExecuteAsync("UPDATE subscriptions SET tells_again = 1", new { });
        await ReadAsync("v2.0, a candidate");
        await _news.ExecuteAsync(
            "UPDATE outbox SET state = CASE WHEN subscription_id = @second THEN 'covered' ELSE 'sent' END",
            new { second }
        );
        _news.Time.Advance(TimeSpan.FromHours(2));
        await ReadAsync("v2.0 is out");
        var rows = (
            await _news.Database.ReadAsync(
                connection =>
                    connection.QueryAsync<AiNewsBot.Outbox.OutboxRow>(
                        $"SELECT {AiNewsBot.Outbox.OutboxRow.Columns} FROM outbox WHERE telling = 1 ORDER BY id"
                    ),
                TestContext.Current.CancellationToken
            )
        ).ToArray();

        Assert.Equal(2, rows.Length);
        Assert.False(await _news.Subscriptions.HasPostedAsync(rows[0], TestContext.Current.CancellationToken));
        await _news.ExecuteAsync("UPDATE outbox SET state = 'sent' WHERE id = @Id", new { rows[0].Id });
        Assert.True(await _news.Subscriptions.HasPostedAsync(rows[1], TestContext.Current.CancellationToken));
    }

    private async Task ReadAsync(string title, string text = "Its text")
    {
        if (_start == 0)
            (_start, _published) = (_news.Now, _news.Time.GetUtcNow());
        await _news.ReadAsync(_feed, _news.Entry("release", "https://lab.example/v2", text, _published) with { Title = title });
    }

    private async Task<string> TellingsAsync() =>
        string.Join(
            ' ',
            await _news.ListAsync<int>("SELECT telling FROM outbox WHERE subscription_id = @_retelling ORDER BY id", new { _retelling })
        );
}
