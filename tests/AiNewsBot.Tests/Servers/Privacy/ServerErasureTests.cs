using Moq;

namespace AiNewsBot.Tests.Servers.Privacy;

/// <summary>What is kept of a server is erased in every table when the bot has left it, and nothing of others is.</summary>
public sealed class ServerErasureTests : IAsyncLifetime
{
    private ErasureRig _rig = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _rig = await ErasureRig.CreateAsync();

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Fact]
    public async Task Server_that_was_left_for_thirty_days_is_in_no_table()
    {
        await _rig.FillAsync(ErasureRig.Here, ErasureRig.Me);

        await _rig.LookAsync([]);
        _rig.Time.Advance(TimeSpan.FromDays(30) - TimeSpan.FromMilliseconds(1));
        await _rig.LookAsync([]);
        Assert.NotEmpty(await _rig.TablesWithAsync(ErasureRig.Here));
        _rig.Time.Advance(TimeSpan.FromMilliseconds(1));
        await _rig.LookAsync([]);

        Assert.Empty(await _rig.TablesWithAsync(ErasureRig.Here));
    }

    [Fact]
    public async Task Server_that_still_has_the_bot_keeps_all()
    {
        await _rig.FillAsync(ErasureRig.Here, ErasureRig.Me);
        await _rig.FillAsync(ErasureRig.There, ErasureRig.Other);
        var before = await _rig.TablesWithAsync(ErasureRig.There);

        for (var i = 0; i < 2; i++)
        {
            await _rig.LookAsync([ErasureRig.There]);
            _rig.Time.Advance(TimeSpan.FromDays(31));
        }

        await _rig.LookAsync([ErasureRig.There]);

        Assert.Equal(before, await _rig.TablesWithAsync(ErasureRig.There));
        Assert.Empty(await _rig.TablesWithAsync(ErasureRig.Here));
    }

    [Fact]
    public async Task Server_to_which_the_bot_came_back_begins_its_thirty_days_again()
    {
        await _rig.FillAsync(ErasureRig.Here, ErasureRig.Me);
        await _rig.LookAsync([]);
        _rig.Time.Advance(TimeSpan.FromDays(29));
        await _rig.LookAsync([ErasureRig.Here]);
        _rig.Time.Advance(TimeSpan.FromDays(29));
        await _rig.LookAsync([]);
        _rig.Time.Advance(TimeSpan.FromDays(29));

        await _rig.LookAsync([]);

        Assert.NotEmpty(await _rig.TablesWithAsync(ErasureRig.Here));
    }

    // A server that never opened its settings has no row of its own, though others hold its id.
    [Theory]
    [InlineData("subscriptions")]
    [InlineData("server_feeds")]
    [InlineData("claim_checks")]
    [InlineData("unanswered")]
    [InlineData("suggestions")]
    [InlineData("drafts")]
    [InlineData("imports")]
    [InlineData("revisions")]
    [InlineData("items")]
    [InlineData("outbox")]
    [InlineData("channels")]
    public async Task Server_is_forgotten_whatever_it_left(string table)
    {
        await _rig.FillAsync(ErasureRig.Here, ErasureRig.Me);
        foreach (var other in (await _rig.TablesWithAsync(ErasureRig.Here)).Where(name => name != table))
            await _rig.ExecuteAsync($"DELETE FROM {other}");
        Assert.Equal([table], await _rig.TablesWithAsync(ErasureRig.Here));

        await _rig.LookAsync([]);
        _rig.Time.Advance(TimeSpan.FromDays(30));
        await _rig.LookAsync([]);

        Assert.Empty(await _rig.TablesWithAsync(ErasureRig.Here));
    }

    [Fact]
    public async Task Feed_that_only_a_forgotten_server_had_is_asked_no_more()
    {
        await _rig.FillAsync(ErasureRig.Here, ErasureRig.Me);
        await _rig.FillAsync(ErasureRig.There, ErasureRig.Other);
        await _rig.ExecuteAsync(
            """
            INSERT INTO server_feeds (feed_id, server_id, about, added_by, added_at)
            SELECT MIN(feed_id), @There, NULL, '', 1 FROM server_feeds
            """,
            new { ErasureRig.There }
        );

        await _rig.LookAsync([ErasureRig.There]);
        _rig.Time.Advance(TimeSpan.FromDays(30));
        await _rig.LookAsync([ErasureRig.There]);
        Assert.Equal(["Added 1", "Added 1"], await _rig.ListAsync("SELECT origin || ' ' || is_active FROM feeds"));
        await _rig.LookAsync([]);
        _rig.Time.Advance(TimeSpan.FromDays(30));
        await _rig.LookAsync([]);

        Assert.Equal(["Retired 0", "Retired 0"], await _rig.ListAsync("SELECT origin || ' ' || is_active FROM feeds"));
    }

    [Fact]
    public async Task Server_that_a_shard_of_another_process_serves_is_not_taken_for_one_that_was_left()
    {
        await _rig.FillAsync(ErasureRig.Here, ErasureRig.Me);
        await _rig.FillAsync(ErasureRig.There, ErasureRig.Other);

        await _rig.LookAsync([ErasureRig.Here], unknown: ErasureRig.There);

        Assert.Equal(0, await _rig.CountAsync("servers WHERE left_at IS NOT NULL"));
    }

    [Fact]
    public async Task Without_a_gateway_the_chat_is_asked_once_an_hour_for_all_processes()
    {
        await _rig.FillAsync(ErasureRig.Here, ErasureRig.Me);
        await _rig.FillAsync(ErasureRig.There, ErasureRig.Other);
        _rig.Transport.Setup(transport => transport.ListServersAsync(It.IsAny<CancellationToken>()))
            .ReturnsAsync(new HashSet<string> { ErasureRig.There });
        var before = await _rig.TablesWithAsync(ErasureRig.There);
        using var one = _rig.CreateJob();
        using var two = _rig.CreateJob();

        foreach (var hours in (int[])[1, 1, 30 * 24, 1])
        {
            await one.AskAsync(Cancelled);
            await two.AskAsync(Cancelled);
            _rig.Time.Advance(TimeSpan.FromHours(hours));
        }

        Assert.Empty(await _rig.TablesWithAsync(ErasureRig.Here));
        Assert.Equal(before, await _rig.TablesWithAsync(ErasureRig.There));
        _rig.Transport.Verify(transport => transport.ListServersAsync(It.IsAny<CancellationToken>()), Times.Exactly(4));
    }

    [Fact]
    public async Task Server_of_which_the_chat_says_nothing_is_not_taken_as_left()
    {
        await _rig.FillAsync(ErasureRig.Here, ErasureRig.Me);
        using var job = _rig.CreateJob();
        _rig.Transport.SetupSequence(transport => transport.ListServersAsync(It.IsAny<CancellationToken>()))
            .ThrowsAsync(new HttpRequestException("no answer"))
            .ReturnsAsync((IReadOnlySet<string>?)null);

        await Assert.ThrowsAsync<HttpRequestException>(() => job.AskAsync(Cancelled));
        _rig.Time.Advance(TimeSpan.FromHours(1));
        await job.AskAsync(Cancelled);

        Assert.Equal(0, await _rig.CountAsync("servers WHERE left_at IS NOT NULL"));
    }

    [Fact]
    public async Task Unfinished_drafts_and_imports_are_kept_for_a_day()
    {
        await _rig.FillAsync(ErasureRig.Here, ErasureRig.Me);
        using var job = _rig.CreateJob();

        _rig.Time.Advance(TimeSpan.FromDays(1));
        await job.DropUnfinishedAsync(Cancelled);
        Assert.Equal((1L, 1L), (await _rig.CountAsync("drafts"), await _rig.CountAsync("imports")));
        _rig.Time.Advance(TimeSpan.FromMilliseconds(1));
        await job.DropUnfinishedAsync(Cancelled);

        Assert.Equal((0L, 0L), (await _rig.CountAsync("drafts"), await _rig.CountAsync("imports")));
        Assert.Equal(1, await _rig.CountAsync("suggestions"));
    }
}
