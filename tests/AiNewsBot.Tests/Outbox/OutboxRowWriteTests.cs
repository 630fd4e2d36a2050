using AiNewsBot.Outbox;
using AiNewsBot.Storage.Postgres;
using AiNewsBot.Tests.Harness;
using Dapper;
using Npgsql;

namespace AiNewsBot.Tests.Outbox;

/// <summary>On a server, a post is claimed and finished beside the transactions of others, and without a word to all.</summary>
public sealed class OutboxRowWriteTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private string _connectionString = "";
    private OutboxRig? _rig;

    public static bool IsInstalled => PostgresCluster.IsInstalled;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private OutboxRig Rig => _rig!;

    public async ValueTask InitializeAsync()
    {
        if (!IsInstalled)
            return;
        _connectionString = await TestDatabase.CreateEmptyPostgresAsync(_folder);
        _rig = await OutboxRig.CreateAsync(TestDatabase.OpenPostgres(_connectionString));
    }

    public async ValueTask DisposeAsync()
    {
        if (_rig is not null)
            await _rig.DisposeAsync();
        _folder.Dispose();
    }

    [Fact(Skip = PostgresCluster.Absent, SkipUnless = nameof(IsInstalled))]
    public async Task Post_is_sent_while_another_process_is_within_a_transaction()
    {
        var story = await Rig.AddStoryAsync();
        await using var other = await OpenAsync();
        await using var transaction = await other.BeginTransactionAsync(Cancelled);
        await other.ExecuteAsync($"SELECT pg_advisory_xact_lock({PostgresServer.WriteLock})");

        var claimed = await ClaimAsync(story);
        await Rig.Outbox.MarkSentAsync(claimed!, OutboxRig.Channel, "99", "shown", publishes: false);

        Assert.Equal(OutboxState.Sent, (await Rig.FindAsync(story.Id)).State);
    }

    [Fact(Skip = PostgresCluster.Absent, SkipUnless = nameof(IsInstalled))]
    public async Task Post_that_another_process_is_writing_is_left_to_it()
    {
        var story = await Rig.AddStoryAsync();
        await using var other = await OpenAsync();
        await using (var transaction = await other.BeginTransactionAsync(Cancelled))
        {
            await other.ExecuteAsync("UPDATE outbox SET reason_detail = 'theirs'");

            Assert.Null(await ClaimAsync(story));
        }

        Assert.NotNull(await ClaimAsync(story));
    }

    // The claim waits for the takeover, and sees it.
    [Fact(Skip = PostgresCluster.Absent, SkipUnless = nameof(IsInstalled))]
    public async Task Claim_is_void_where_the_channel_is_taken_over_while_it_is_made()
    {
        var story = await Rig.AddStoryAsync();
        await using var other = await OpenAsync();
        await using var transaction = await other.BeginTransactionAsync(Cancelled);
        await other.ExecuteAsync("UPDATE leases SET fence = fence + 1 WHERE name = 'news'");

        var claim = ClaimAsync(story);
        await UntilBlockedAsync();
        await transaction.CommitAsync(Cancelled);

        Assert.Null(await claim);
        Assert.Equal(OutboxState.Pending, (await Rig.FindAsync(story.Id)).State);
    }

    // The one that edits the story has looked for posts that show it, and saw none that was sent.
    [Fact(Skip = PostgresCluster.Absent, SkipUnless = nameof(IsInstalled))]
    public async Task Post_of_a_story_that_is_edited_at_that_moment_is_brought_up_to_date()
    {
        var claimed = (await ClaimAsync(await Rig.AddStoryAsync()))!;
        await using var other = await OpenAsync();
        await using var transaction = await other.BeginTransactionAsync(Cancelled);
        await other.ExecuteAsync("UPDATE items SET revision = revision + 1");

        var sent = Rig.Outbox.MarkSentAsync(claimed, OutboxRig.Channel, "99", "shown", publishes: false);
        await UntilBlockedAsync();
        await transaction.CommitAsync(Cancelled);
        await sent;

        Assert.Equal(OutboxState.Stale, (await Rig.FindAsync(claimed.Id)).State);
    }

    [Fact(Skip = PostgresCluster.Absent, SkipUnless = nameof(IsInstalled))]
    public async Task A_hundred_claims_and_answers_tell_of_no_change_and_a_post_that_is_to_be_published_does()
    {
        var stories = new List<OutboxRow>();
        for (var i = 0; i < 101; i++)
            stories.Add(await Rig.AddNoticeAsync());
        await using var listener = await OpenAsync();
        await listener.ExecuteAsync($"LISTEN {PostgresServer.Channel}");
        var heard = 0;
        listener.Notification += (_, _) => heard++;
        var before = await Rig.Database.ReadChangeCounterAsync();

        foreach (var story in stories.Take(100))
            await Rig.Outbox.MarkSentAsync((await ClaimAsync(story))!, OutboxRig.Channel, "99", "shown", publishes: false);
        await listener.ExecuteAsync("SELECT 1");
        Assert.Equal((0, before), (heard, await Rig.Database.ReadChangeCounterAsync()));
        await Rig.Outbox.MarkSentAsync((await ClaimAsync(stories[100]))!, OutboxRig.Channel, "99", "shown", publishes: true);
        await listener.ExecuteAsync("SELECT 1");

        Assert.Equal((1, before + 1), (heard, await Rig.Database.ReadChangeCounterAsync()));
    }

    private Task<OutboxRow?> ClaimAsync(OutboxRow row) =>
        Rig.Outbox.ClaimAsync(OutboxStore.WithNonce(row), 1, webhook: null, isRepeat: false);

    private async Task<NpgsqlConnection> OpenAsync()
    {
        var connection = new NpgsqlConnection($"{_connectionString};Pooling=False");
        await connection.OpenAsync(Cancelled);
        return connection;
    }

    private async Task UntilBlockedAsync()
    {
        await using var connection = await OpenAsync();
        while (
            !await connection.ExecuteScalarAsync<bool>(
                "SELECT EXISTS (SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock')"
            )
        )
            Cancelled.ThrowIfCancellationRequested();
    }
}
