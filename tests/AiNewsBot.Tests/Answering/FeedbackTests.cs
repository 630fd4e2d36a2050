using System.Text.Json;
using AiNewsBot.Answering.Feedback;
using AiNewsBot.Storage.Sqlite;
using AiNewsBot.Tests.Curation;
using AiNewsBot.Tests.Harness;
using Dapper;
using DiscordSimulator;
using DiscordSimulator.Interactions;
using Microsoft.Extensions.Time.Testing;

namespace AiNewsBot.Tests.Answering;

/// <summary>Useful and Wrong under an answer, what moderators see of them, and what is kept of those who vote.</summary>
public sealed class FeedbackTests(BotFixture bot) : IClassFixture<BotFixture>
{
    private const string Question = "is grok-1 open source?";

    private readonly SimulatedMember _manager = Guilds.Manager();

    [Fact]
    public async Task Worst_answer_comes_first_in_the_review()
    {
        var people = Enumerable.Range(0, 3).Select(_ => bot.Discord.As(Guilds.Beside(_manager))).ToArray();
        foreach (var person in people)
            await VoteAsync(person, Question, "Wrong");
        await VoteAsync(people[0], "what is the licence of grok-1?", "Wrong");
        await VoteAsync(people[1], "when did grok-1 come out?", "Useful");
        var moderator = bot.Discord.As(_manager);

        var worst = await moderator.RunCommandAsync("fact review");
        var next = await moderator.PressAsync(worst.Buttons["Looked at"]);
        var last = await moderator.PressAsync(next.Buttons["Looked at"]);
        var again = await VoteAsync(bot.Discord.As(Guilds.Beside(_manager)), Question, "Wrong");
        var back = await moderator.RunCommandAsync("fact review");

        Assert.Contains("Called wrong by 3 people, useful by 0", worst.Text);
        Assert.Contains("is grok 1 open source", worst.Text);
        Assert.Contains("licence of grok 1", next.Text);
        Assert.Contains("Called wrong by 1 person,", next.Text);
        Assert.Contains("Nothing else waits for a decision", last.Text);
        Assert.Contains("It was counted, without your name", again.Text);
        Assert.Contains("Called wrong by 4 people", back.Text);
    }

    [Fact]
    public async Task Spellings_of_one_question_are_counted_as_one()
    {
        foreach (var spelling in new[] { "is grok-1 open source?", "Is grok 1 open source", "IS GROK-1  OPEN SOURCE ??" })
            await VoteAsync(bot.Discord.As(Guilds.Beside(_manager)), spelling, "Wrong");

        var worst = await bot.Discord.As(_manager).RunCommandAsync("fact review");

        Assert.Contains("Called wrong by 3 people, useful by 0", worst.Text);
    }

    [Fact]
    public async Task One_person_counts_once_and_may_change_their_mind()
    {
        var member = bot.Discord.As(Guilds.Beside(_manager));

        await VoteAsync(member, Question, "Wrong");
        var repeated = await VoteAsync(member, Question, "Wrong");
        var counted = await bot.Discord.As(_manager).RunCommandAsync("fact review");
        var changed = await VoteAsync(member, Question, "Useful");
        var nothing = await bot.Discord.As(_manager).RunCommandAsync("fact review");

        Assert.Contains("it counts once", repeated.Text);
        Assert.Contains("Called wrong by 1 person, useful by 0", counted.Text);
        Assert.Contains("counts as useful now", changed.Text);
        Assert.Contains("Nothing waits", nothing.Text);
    }

    [Fact]
    public async Task Wrong_leads_to_the_form_that_reports_what_is_right()
    {
        Assert.SkipUnless(ChatClient.IsLean, "Discord.Net has no menus in forms");
        var voted = await VoteAsync(bot.Discord.As(_manager), Question, "Wrong");

        var form = await bot.Discord.As(_manager).PressAsync(voted.Buttons["Report a mistake"]);

        Assert.Contains("Grok-1: what is wrong?", form.Text);
    }

    [Fact]
    public async Task Answer_that_has_changed_is_counted_for_itself()
    {
        var moderator = bot.Discord.As(_manager);
        await VoteAsync(moderator, "what is the licence of grok-1?", "Wrong");

        await FactForm.SaveAsync(moderator, "grok-1", "licence", FactForm.Fields("MIT"));
        await VoteAsync(moderator, "what is the licence of grok-1?", "Wrong");
        var worst = await moderator.RunCommandAsync("fact review");

        Assert.Contains("Called wrong by 1 person", worst.Text);
    }

    [Fact]
    public async Task Another_server_sees_nothing_of_it()
    {
        await VoteAsync(bot.Discord.As(_manager), Question, "Wrong");

        var other = await bot.Discord.As(Guilds.Manager()).RunCommandAsync("fact review");

        Assert.Contains("Nothing waits", other.Text);
    }

    [Fact]
    public async Task No_user_id_is_kept_and_privacy_shows_and_deletes_the_vote()
    {
        var member = Guilds.Beside(_manager);
        await VoteAsync(bot.Discord.As(member), Question, "Wrong");
        var privacy = await bot.Discord.As(member).RunCommandAsync("privacy");

        var export = await bot.Discord.As(member).PressAsync(privacy.Buttons["What data is kept about me"]);
        var before = Count("SELECT COUNT(*) FROM feedback_votes");
        var ask = await bot.Discord.As(member).PressAsync(privacy.Buttons["Forget me"]);
        await bot.Discord.As(member).PressAsync(ask.Buttons["Delete my data"]);
        using var kept = JsonDocument.Parse(export.Files[0].Content);

        Assert.Contains("with their question and how often, without the user id: 90 days after the last vote", privacy.Text);
        Assert.Contains("a message whose claims were checked, and the link to it, without its text", privacy.Text);
        Assert.Equal("wrong", Assert.Single(kept.RootElement.GetProperty("votes").EnumerateArray()).GetProperty("vote").GetString());
        Assert.Equal(before - 1, Count("SELECT COUNT(*) FROM feedback_votes"));
        Assert.Equal(0, Count($"SELECT COUNT(*) FROM feedback_votes WHERE voter LIKE '%{member.User}%'"));
    }

    [Fact]
    public async Task Hash_of_a_vote_goes_after_a_day_with_its_key_and_the_count_after_ninety()
    {
        using var folder = new TemporaryFolder();
        await SeededDatabase.CopyAsync(folder["facts.db"]);
        var file = new DatabaseFile($"Data Source={folder["facts.db"]}");
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 5, 5, 23, 50, 0, TimeSpan.Zero));
        var store = new FeedbackStore(new SqliteDatabase(file), time);

        await store.VoteAsync("1", "q", "a", "42", Vote.Wrong, TestContext.Current.CancellationToken);
        time.Advance(TimeSpan.FromMinutes(20));
        var pastMidnight = await store.VoteAsync("1", "q", "a", "42", Vote.Wrong, TestContext.Current.CancellationToken);
        time.Advance(TimeSpan.FromHours(25));
        await store.DeleteOldAsync(TestContext.Current.CancellationToken);
        using var connection = file.Open();
        var votes = connection.ExecuteScalar<int>("SELECT COUNT(*) FROM feedback_votes");
        var wrong = connection.ExecuteScalar<int>("SELECT wrong FROM feedback");
        time.Advance(TimeSpan.FromDays(91));
        await store.DeleteOldAsync(TestContext.Current.CancellationToken);

        Assert.Equal(VoteResult.Repeated, pastMidnight);
        Assert.Equal((0, 1), (votes, wrong));
        Assert.Equal(0, connection.ExecuteScalar<int>("SELECT COUNT(*) FROM feedback_keys"));
        Assert.Equal(0, connection.ExecuteScalar<int>("SELECT COUNT(*) FROM feedback"));
    }

    private static async Task<SimulatedReply> VoteAsync(SimulatedUser user, string question, string button)
    {
        var answer = await user.RunCommandAsync("ask", ("question", question));
        return await user.PressAsync((await user.PressAsync(answer.Buttons["More"])).Buttons[button]);
    }

    private int Count(string sql)
    {
        using var connection = bot.Database.Open();
        return connection.ExecuteScalar<int>(sql);
    }
}
