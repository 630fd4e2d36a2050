using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Scheduling;
using AiNewsBot.Storage;
using AiNewsBot.Tests.Harness;
using Dapper;
using Microsoft.Extensions.DependencyInjection;

namespace AiNewsBot.Tests.Answering;

/// <summary>No reply waits for the count of the questions that got no answer.</summary>
public sealed class UnansweredCountTests
{
    [Fact]
    public async Task Question_is_counted_after_its_reply_and_not_before()
    {
        await using var bot = await RunningBot.StartAsync();
        var counter = bot.Services.GetRequiredService<UnansweredQuestionCounter>();
        var answer = bot.Snapshot.Answerer.Ask("is zorbulon 7 open source", TimeProvider.System.Today());
        var cancellation = TestContext.Current.CancellationToken;

        var replied = counter.CountAfterReply(answer, new Caller("300000000000000001", "200000000000000000"));
        var written = counter.WrittenAsync(cancellation);
        Assert.Equal(0, await CountAsync(bot));
        Assert.False(written.IsCompleted);
        replied!(true);
        await written;

        Assert.Equal(1, await CountAsync(bot));
    }

    private static Task<long> CountAsync(RunningBot bot) =>
        bot
            .Services.GetRequiredService<IDatabase>()
            .ReadAsync(connection => connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM unanswered"));
}
