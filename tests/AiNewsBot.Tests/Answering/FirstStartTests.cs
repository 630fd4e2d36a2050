using AiNewsBot.Answering;
using AiNewsBot.Storage;
using AiNewsBot.Storage.Sqlite;
using AiNewsBot.Tests.Harness;
using Dapper;
using DiscordSimulator;
using Microsoft.Extensions.DependencyInjection;

namespace AiNewsBot.Tests.Answering;

/// <summary>The first start of all, while the new database is not filled yet.</summary>
public sealed class FirstStartTests
{
    private readonly TaskCompletionSource _mayPrepare = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<FakeDiscord> _discord = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task Questions_are_answered_while_a_new_database_is_filled()
    {
        var starting = StartAsync();
        var discord = await ConnectedAsync();

        var reply = await discord.RunCommandAsync("ask", ("question", "is grok-1 open source"));

        Assert.Contains("Grok-1", reply.Text, StringComparison.Ordinal);
        Assert.False(starting.IsCompleted);
        _mayPrepare.SetResult();
        await using var bot = await starting;
        Assert.Equal(reply.Text, (await discord.RunCommandAsync("ask", ("question", "is grok-1 open source"))).Text);
    }

    [Fact]
    public async Task Question_without_an_answer_is_counted_once_there_is_a_database()
    {
        var starting = StartAsync();
        await (await ConnectedAsync()).RunCommandAsync("ask", ("question", "is zorbulon 7 open source"));

        _mayPrepare.SetResult();
        await using var bot = await starting;
        await bot.Services.GetRequiredService<UnansweredQuestionCounter>().WrittenAsync(TestContext.Current.CancellationToken);

        Assert.Equal(1, await CountAsync(bot, "unanswered"));
    }

    private Task<RunningBot> StartAsync() =>
        RunningBot.StartAsync(
            prepare: discord => _discord.SetResult(discord),
            change: services =>
                services.AddSingleton<IDatabasePreparer>(provider => new WaitingPreparer(
                    ActivatorUtilities.CreateInstance<SqlitePreparer>(provider),
                    _mayPrepare.Task
                )),
            isFirst: true
        );

    private async Task<FakeDiscord> ConnectedAsync()
    {
        var discord = await _discord.Task;
        await discord.Gateway.Readies.ReachAsync(1, "the bot to be ready");
        return discord;
    }

    private static Task<long> CountAsync(RunningBot bot, string table) =>
        bot
            .Services.GetRequiredService<IDatabase>()
            .ReadAsync(connection => connection.ExecuteScalarAsync<long>($"SELECT COUNT(*) FROM {table}"));

    private sealed class WaitingPreparer(IDatabasePreparer preparer, Task mayPrepare) : IDatabasePreparer
    {
        public async Task PrepareAsync(CancellationToken cancellationToken)
        {
            await mayPrepare;
            await preparer.PrepareAsync(cancellationToken);
        }
    }
}
