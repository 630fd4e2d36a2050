using AiNewsBot.Chat.Limits;
using AiNewsBot.Tests.Curation;
using AiNewsBot.Tests.Harness;
using Dapper;
using DiscordSimulator;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace AiNewsBot.Tests.Answering;

/// <summary>One person cannot use up the bot for all; a polite reply says so.</summary>
public sealed class LimitTests
{
    [Fact]
    public async Task Who_asks_more_than_the_limit_is_told_when_to_ask_again_and_others_are_answered()
    {
        await using var bot = await StartAsync(("Limits:QuestionsPerMinute", "3"));
        var (one, other) = (bot.Discord.As(new SimulatedMember()), bot.Discord.As(new SimulatedMember { User = "300000000000000077" }));
        for (var i = 0; i < 3; i++)
            Assert.DoesNotContain("try again", (await one.RunCommandAsync("ask", ("question", "is grok open source"))).Text);

        var refused = await one.RunCommandAsync("model", ("name", "grok-1"));

        Assert.True(refused.IsPrivate);
        Assert.Contains("Please try again in", refused.Text);
        Assert.Contains("Grok", (await other.RunCommandAsync("ask", ("question", "is grok open source"))).Text);
    }

    [Fact]
    public async Task Claim_checks_have_a_limit()
    {
        await using var bot = await StartAsync(("Limits:ClaimChecksPerMinute", "1"));
        await bot.Discord.As(new SimulatedMember()).RunMessageCommandAsync("Check openness claims", "Grok-1 is open source");

        Assert.Contains(
            "one check too many",
            (await bot.Discord.As(new SimulatedMember()).RunMessageCommandAsync("Check openness claims", "Grok-1 is open source")).Text
        );
    }

    [Theory]
    [InlineData("feeds check")]
    [InlineData("feeds add")]
    public async Task Asking_for_feeds_has_a_limit(string command)
    {
        await using var bot = await StartAsync(("Limits:FeedRequestsPerMinute", "1"));
        await bot.Discord.RunCommandAsync(command, ("url", "http://127.0.0.1:9/none.xml"));

        Assert.Contains("one feed too many", (await bot.Discord.RunCommandAsync(command, ("url", "http://127.0.0.1:9/none.xml"))).Text);
    }

    [Fact]
    public async Task One_person_adds_only_so_many_questions_without_an_answer_and_is_answered_all_the_same()
    {
        await using var bot = await StartAsync(("Limits:UnansweredPerHour", "5"));
        var manager = Guilds.Manager();
        var user = bot.Discord.As(manager);
        for (var i = 0; i < 8; i++)
            Assert.Contains(
                "Zorblax",
                (await user.RunCommandAsync("ask", ("question", $"is zorblax{(char)('a' + i)} open source"))).Text,
                StringComparison.OrdinalIgnoreCase
            );

        var listed = await user.RunCommandAsync("fact unanswered");

        Assert.Contains("5 in all", listed.Text);
    }

    [Fact]
    public async Task A_reader_does_not_wait_for_the_counter()
    {
        await using var bot = await StartAsync();
        var user = bot.Discord.As(Guilds.Manager());
        using var connection = new BotDatabase(bot.Services).Open();
        connection.Execute("BEGIN IMMEDIATE");

        var reply = await user.RunCommandAsync("ask", ("question", "is zorblax open source"));

        // An announcement would come first where it took two seconds, as long as nothing can be written.
        Assert.Equal(4, reply.Type);
        connection.Execute("ROLLBACK");
        Assert.Contains("zorblax", (await user.RunCommandAsync("fact unanswered")).Text);
    }

    [Fact]
    public void A_limit_takes_its_number_at_once_and_one_more_each_time_that_a_share_of_the_window_has_passed()
    {
        var time = new FakeTimeProvider();
        var limiter = new UserLimiter(3, TimeSpan.FromMinutes(1), time);

        Assert.Equal([0, 0, 0], Enumerable.Range(0, 3).Select(_ => limiter.Acquire("a").TotalSeconds));
        Assert.Equal(20, limiter.Acquire("a").TotalSeconds);
        Assert.Equal(0, limiter.Acquire("b").TotalSeconds);
        time.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal(0, limiter.Acquire("a").TotalSeconds);
        Assert.Equal(20, limiter.Acquire("a").TotalSeconds);
    }

    private static Task<RunningBot> StartAsync(params (string Key, string Value)[] settings) =>
        RunningBot.StartAsync(settings: settings.Select(setting => KeyValuePair.Create<string, string?>(setting.Key, setting.Value)));
}
