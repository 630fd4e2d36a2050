using System.Text;
using AiNewsBot.Servers.Privacy;
using AiNewsBot.Tests.Harness;
using Dapper;
using DiscordSimulator;
using DiscordSimulator.Interactions;
using Microsoft.Extensions.DependencyInjection;

namespace AiNewsBot.Tests.Curation;

/// <summary>Models that a server's moderators add: from a question, a command, a suggestion or a file, and what they are then.</summary>
public sealed class ServerModelTests(BotFixture bot) : IClassFixture<BotFixture>, IAsyncLifetime
{
    private readonly SimulatedMember _manager = Guilds.Manager();

    private SimulatedUser User => bot.Discord.As(_manager);

    // Forms cannot be announced, and the first question that a bot reads takes longer than those after it.
    public async ValueTask InitializeAsync() => await FactForm.AskAsync(bot.Discord.As(Guilds.Manager()), "is grok-1 open source?");

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Unanswered_question_is_answered_by_adding_its_model()
    {
        var unknown = await FactForm.AskAsync(User, "is Zorblax-5 open source?");
        var waiting = await User.RunCommandAsync("fact unanswered");
        var form = await User.PressAsync(waiting.Buttons["Add model"]);
        var preview = await User.SubmitAsync(form.FormId!, Fields("Zorblax-5"));
        var notYet = await FactForm.AskAsync(User, "is Zorblax-5 open source?");
        var added = await User.PressAsync(preview.Buttons["Add it"]);
        var answered = await FactForm.AskAsync(User, "is Zorblax-5 open source?");
        var empty = await User.RunCommandAsync("fact unanswered");

        Assert.Contains("I don't know", unknown.Text);
        Assert.Equal("zorblax 5", form.Written["name"]);
        Assert.Contains("would be added for this server", preview.Text);
        Assert.Contains("maker: Zorblax Labs, new here, too", preview.Text);
        Assert.Contains("Asked how open it is, I answer: 🔵", preview.Text);
        Assert.Contains("I don't know", notYet.Text);
        Assert.Contains("was added for this server", added.Text);
        Assert.Contains("open weights", answered.Text);
        Assert.Contains("Apache", answered.Text);
        Assert.Contains("Moderators of this server state", answered.Text);
        Assert.Contains("zorblax.example.com", answered.Text);
        Assert.Contains("There are no unanswered questions here", empty.Text);
    }

    [Fact]
    public async Task Another_server_does_not_know_it_and_may_add_its_own()
    {
        await AddAsync(User, Fields("Quuxmoth-1"));
        var other = bot.Discord.As(Guilds.Manager());

        var unknown = await FactForm.AskAsync(other, "is quuxmoth-1 open source?");
        await AddAsync(other, Fields("Quuxmoth-1", weights: "unavailable", licence: ""));
        var theirs = await FactForm.AskAsync(other, "is quuxmoth-1 open source?");
        var ours = await FactForm.AskAsync(User, "is quuxmoth-1 open source?");

        Assert.Contains("I don't know", unknown.Text);
        Assert.Contains("closed", theirs.Text);
        Assert.Contains("open weights", ours.Text);
    }

    [Fact]
    public async Task Undo_takes_all_of_it_back_and_it_can_be_added_again()
    {
        var added = await AddAsync(User, Fields("Flimwick-2"));

        var undone = await User.PressAsync(added.Buttons["Undo"]);
        var gone = await FactForm.AskAsync(User, "is flimwick-2 open source?");
        var maker = await FactForm.AskAsync(User, "what models does Zorblax Labs make?");
        await AddAsync(User, Fields("Flimwick-2", licence: "MIT"));
        var again = await FactForm.AskAsync(User, "what is the licence of flimwick-2?");

        Assert.Contains("2 facts were changed together", undone.Text);
        Assert.Contains("Flimwick-2", undone.Text);
        Assert.Contains("I don't know", gone.Text);
        Assert.DoesNotContain("Flimwick", maker.Text);
        Assert.Contains("MIT", again.Text);
    }

    [Fact]
    public async Task Facts_of_an_added_model_are_edited_told_and_listed_like_any_others()
    {
        await AddAsync(User, Fields("Grumbold-7"));
        var names = await User.AutocompleteAsync("model", "name", "grumb");
        var id = Assert.Single(names.Choices).Value;

        await FactForm.SaveAsync(User, id, "announced", FactForm.Fields("2026-03-17"), "fact add");
        await FactForm.SaveAsync(User, id, "licence", FactForm.Fields("MIT"));
        var history = await User.RunCommandAsync("fact history", ("subject", id), ("property", "licence"));
        var shown = await User.RunCommandAsync("model", ("name", id));
        var maker = await FactForm.AskAsync(User, "who makes grumbold-7?");
        var by = await FactForm.AskAsync(User, "which models does Zorblax Labs make?");
        var compared = await User.RunCommandAsync("compare", ("first", id), ("second", "grok-1"));

        Assert.Contains("**Apache-2.0**", history.Text);
        Assert.Contains("→ **MIT**", history.Text);
        Assert.Contains("**Maker**: Zorblax Labs", shown.Text);
        Assert.Contains("2026", shown.Text);
        Assert.Contains("Zorblax Labs", maker.Text);
        Assert.Contains("Grumbold-7", by.Text);
        Assert.Contains("Grumbold-7", compared.Text);
    }

    [Fact]
    public async Task Known_maker_is_found_by_its_name()
    {
        await AddAsync(User, Fields("Snorfle-9", maker: "mistral ai"));

        var maker = await FactForm.AskAsync(User, "who makes snorfle-9?");

        Assert.Contains("Mistral AI", maker.Text);
    }

    [Theory]
    [InlineData("Grok-1", "Zorblax Labs", "Apache-2.0", "already means Grok-1")]
    [InlineData("grok 1", "Zorblax Labs", "Apache-2.0", "already means Grok-1")]
    [InlineData("Plonk-1", "Llama 3", "Apache-2.0", "already means Llama 3")]
    [InlineData("licence", "Zorblax Labs", "Apache-2.0", "is in questions of every kind")]
    [InlineData("Plonk-1", "Zorblax Labs", "No-Such-1.0", "I know no licence")]
    [InlineData("7", "Zorblax Labs", "MIT", "letters among them")]
    [InlineData("Plonk <@1>", "Zorblax Labs", "MIT", "a mention or Markdown")]
    [InlineData("Plonk-1", "Plonk 1", "MIT", "cannot be its own maker")]
    public async Task Names_and_licences_that_do_not_fit_are_told_with_what_was_written_kept(
        string name,
        string maker,
        string licence,
        string says
    )
    {
        var form = await OpenAsync(User);

        var refused = await User.SubmitAsync(form, Fields(name, maker: maker, licence: licence));
        var again = await User.PressAsync(refused.Buttons["Edit again"]);

        Assert.Contains(says, refused.Text);
        Assert.Contains("Nothing was changed.", refused.Text);
        Assert.Equal(name, again.Written["name"]);
        Assert.Equal("https://zorblax.example.com/release", again.Written["source"]);
    }

    [Fact]
    public async Task Member_suggests_a_model_and_a_moderator_approves_it()
    {
        var member = bot.Discord.As(Guilds.Beside(_manager));
        var unknown = await member.RunCommandAsync("suggest", ("subject", "Wibbleton-3"), ("property", "licence"));
        var form = await member.PressAsync(unknown.Buttons["Suggest a model"]);
        var made = await member.SubmitAsync(form.FormId!, Fields("Wibbleton-3"));
        var review = await User.RunCommandAsync("fact review");
        var edited = await User.PressAsync(review.Buttons["Edit and approve"]);
        var added = await User.SubmitAsync(edited.FormId!, Fields("Wibbleton-3", licence: "MIT"));
        var answered = await FactForm.AskAsync(member, "what is the licence of wibbleton-3?");
        var twice = await User.PressAsync(review.Buttons["Approve"]);

        Assert.Contains("I know nothing called Wibbleton-3", unknown.Text);
        Assert.Equal("Wibbleton-3", form.Written["name"]);
        Assert.Contains("waits for those who review suggestions here", made.Text);
        Assert.Contains("Wibbleton-3, a new model", review.Text);
        Assert.Contains("by Zorblax Labs", review.Text);
        Assert.Equal("Wibbleton-3", edited.Written["name"]);
        Assert.Contains("was added for this server", added.Text);
        Assert.Contains("MIT", answered.Text);
        Assert.Contains("has been decided already", twice.Text);
    }

    [Fact]
    public async Task Suggested_model_is_approved_as_it_is()
    {
        var member = bot.Discord.As(Guilds.Beside(_manager));
        var unknown = await member.RunCommandAsync("suggest", ("subject", "Bumbler-1"), ("property", "licence"));
        await member.SubmitAsync((await member.PressAsync(unknown.Buttons["Suggest a model"])).FormId!, Fields("Bumbler-1"));

        var approved = await User.PressAsync((await User.RunCommandAsync("fact review")).Buttons["Approve"]);
        var answered = await FactForm.AskAsync(member, "is bumbler-1 open source?");

        Assert.Contains("is approved", approved.Text);
        Assert.Contains("open weights", answered.Text);
    }

    [Fact]
    public async Task Member_cannot_add_what_they_may_only_suggest()
    {
        var member = bot.Discord.As(Guilds.Beside(_manager));
        var unknown = await User.RunCommandAsync("fact add", ("subject", "Nargle-1"), ("property", "licence"));

        var form = await member.PressAsync(unknown.Buttons["Add model"]);
        var sent = await member.SubmitAsync(await OpenAsync(User), Fields("Nargle-1"));

        Assert.Contains("Ask one of them", form.Text);
        Assert.Contains("Ask one of them", sent.Text);
        Assert.Contains("Nargle-1", sent.Text);
        Assert.Contains("I don't know", (await FactForm.AskAsync(User, "is nargle-1 open source?")).Text);
    }

    [Fact]
    public async Task Exported_model_is_imported_into_another_server_under_its_own_id()
    {
        await AddAsync(User, Fields("Tumbrel-4"));
        var exported = await User.RunCommandAsync("fact export");
        var text = Encoding.UTF8.GetString(exported.Files[0].Content);
        var other = bot.Discord.As(WithFile(exported.Files[0].Content));

        var plan = await other.RunCommandAsync("fact import", ("file", "270000000000000001"));
        var done = await other.PressAsync(plan.Buttons["Import all of it"]);
        var answered = await FactForm.AskAsync(other, "is tumbrel-4 open source?");
        var same = await other.RunCommandAsync("fact import", ("file", "270000000000000001"));

        Assert.Contains("\"name\": \"Tumbrel-4\"", text);
        Assert.Contains("2 new", plan.Text);
        Assert.Contains("Tumbrel-4, licence", plan.Text);
        Assert.Contains("Tumbrel-4", done.Text);
        Assert.Contains("open weights", answered.Text);
        Assert.Contains("0 new, 0 changed", same.Text);
    }

    [Fact]
    public async Task Models_of_a_server_go_with_it()
    {
        await using var own = await RunningBot.StartAsync();
        var manager = Guilds.Manager();
        await AddAsync(own.Discord.As(manager), Fields("Vexling-1"));
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(DateTimeOffset.UtcNow);
        var care = ActivatorUtilities.CreateInstance<ServerRetentionJob>(own.Services, time);

        await care.RunAsync(new HashSet<string>(), _ => true, TestContext.Current.CancellationToken);
        time.Advance(TimeSpan.FromDays(31));
        await care.RunAsync(new HashSet<string>(), _ => true, TestContext.Current.CancellationToken);

        using var connection = new BotDatabase(own.Services).Open();
        Assert.Equal(0, connection.ExecuteScalar<int>("SELECT COUNT(*) FROM subjects WHERE layer <> 'global'"));
        Assert.Contains("I don't know", (await FactForm.AskAsync(own.Discord.As(manager), "is vexling-1 open source?")).Text);
    }

    [Fact]
    public async Task Added_model_survives_a_restart_and_a_new_dataset()
    {
        await using var first = await RunningBot.StartAsync(new FakeDiscordOptions { IdentifyPace = TimeSpan.Zero });
        var manager = Guilds.Manager();
        await AddAsync(first.Discord.As(manager), Fields("Mugwump-8"));
        using (var connection = new BotDatabase(first.Services).Open())
            connection.Execute("UPDATE dataset SET digest = 'another', version = 1");

        await using var second = await first.RestartAsync();
        var answered = await FactForm.AskAsync(second.Discord.As(manager), "is mugwump-8 open source?");

        Assert.Contains("open weights", answered.Text);
    }

    private static (string, string)[] Fields(
        string name,
        string maker = "Zorblax Labs",
        string licence = "Apache-2.0",
        string weights = "available"
    ) => [("name", name), ("maker", maker), ("licence", licence), ("weights", weights), ("source", "https://zorblax.example.com/release")];

    private static async Task<string> OpenAsync(SimulatedUser user)
    {
        var unknown = await user.RunCommandAsync("fact add", ("subject", "Nothing-So"), ("property", "licence"));
        return (await user.PressAsync(unknown.Buttons["Add model"])).FormId!;
    }

    private static async Task<SimulatedReply> AddAsync(SimulatedUser user, (string, string)[] fields) =>
        await user.PressAsync((await user.SubmitAsync(await OpenAsync(user), fields)).Buttons["Add it"]);

    private SimulatedMember WithFile(byte[] content)
    {
        var name = $"{Guid.NewGuid():N}.json";
        return Guilds.Manager() with
        {
            Files = new Dictionary<string, (string, string, long)>
            {
                ["270000000000000001"] = (name, bot.Discord.AddFile(name, content), content.Length),
            },
        };
    }
}
