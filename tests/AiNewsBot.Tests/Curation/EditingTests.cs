using AiNewsBot.Tests.Harness;
using DiscordSimulator;
using DiscordSimulator.Interactions;

namespace AiNewsBot.Tests.Curation;

/// <summary>Moderators change facts of their server: before → after, undone, never lost.</summary>
public sealed class EditingTests(BotFixture bot) : IClassFixture<BotFixture>
{
    private const string Source = "https://huggingface.co/xai-org/grok-1/blob/main/LICENSE";

    private static (string, string)[] Fields(
        string value,
        string since = "",
        string until = "",
        string source = Source,
        string why = "The licence file says so"
    ) => [("value", value), ("since", since), ("until", until), ("source", source), ("why", why)];

    [Fact]
    public async Task Edit_shows_the_previous_value_and_the_next_answer_in_that_server_uses_it()
    {
        var user = bot.Discord.As(Guilds.Manager());
        var form = await user.RunCommandAsync("fact edit", ("subject", "grok-1"), ("property", "licence"));

        Assert.Equal("Grok-1: licence", form.Text);
        Assert.Equal("Apache-2.0", form.Written["value"]);
        var saved = await user.SubmitAsync(form.FormId!, Fields("MIT", since: "2024-03-17"));
        var answer = await user.RunCommandAsync("ask", ("question", "what is the licence of grok-1"));
        var elsewhere = await bot.Discord.As(Guilds.Manager()).RunCommandAsync("ask", ("question", "what is the licence of grok-1"));

        Assert.True(saved.IsPrivate);
        Assert.Contains("before: **Apache-2.0**", saved.Text);
        Assert.Contains("after: **MIT** since 2024-03-17", saved.Text);
        Assert.Contains("MIT", answer.Text);
        Assert.Contains("Moderators of this server state this.", answer.Text);
        Assert.Contains("Apache", elsewhere.Text);
        Assert.DoesNotContain("MIT", elsewhere.Text);
    }

    [Fact]
    public async Task Undo_restores_the_shared_fact()
    {
        var user = bot.Discord.As(Guilds.Manager());
        var saved = await EditLicenceAsync(user, "MIT");

        var undone = await user.PressAsync(saved.Buttons["Undo"]);
        var answer = await user.RunCommandAsync("ask", ("question", "what is the licence of grok-1"));
        var again = await user.PressAsync(saved.Buttons["Undo"]);

        Assert.Contains("after: as for all servers", undone.Text);
        Assert.Contains("Apache", answer.Text);
        Assert.DoesNotContain("Moderators", answer.Text);
        Assert.Contains("is already undone by revision", again.Text);
    }

    [Fact]
    public async Task Undo_is_refused_when_a_later_revision_changed_the_same_value()
    {
        var user = bot.Discord.As(Guilds.Manager());
        var first = await EditLicenceAsync(user, "MIT");
        await EditLicenceAsync(user, "Apache-2.0");

        var refused = await user.PressAsync(first.Buttons["Undo"]);

        Assert.Contains("changed the same (value", refused.Text);
        Assert.Contains("Take that back first", refused.Text);
    }

    [Fact]
    public async Task History_lists_author_change_and_reason_newest_first()
    {
        var manager = Guilds.Manager();
        var user = bot.Discord.As(manager);
        await EditLicenceAsync(user, "MIT", why: "First reason");
        await EditLicenceAsync(user, "Apache-2.0", why: "Second reason");

        var history = await user.RunCommandAsync("fact history", ("subject", "Grok-1"), ("property", "licence"));

        Assert.Contains($"<@{manager.User}>", history.Text);
        Assert.True(
            history.Text.IndexOf("Second reason", StringComparison.Ordinal) < history.Text.IndexOf("First reason", StringComparison.Ordinal)
        );
        Assert.Contains("the bot's own facts", history.Text);
    }

    [Fact]
    public async Task Long_history_turns_pages()
    {
        var user = bot.Discord.As(Guilds.Manager());
        for (var i = 0; i < 8; i++)
            await EditLicenceAsync(user, i % 2 == 0 ? "MIT" : "Apache-2.0", why: $"Reason {i}");

        var first = await user.RunCommandAsync("fact history", ("subject", "grok-1"), ("property", "licence"));
        var second = await user.PressAsync(first.Buttons["Earlier"]);

        Assert.Contains("Reason 7", first.Text);
        Assert.DoesNotContain("Reason 1\n", first.Text);
        Assert.Contains("Reason 0", second.Text);
        Assert.Equal(7, second.Type);
    }

    [Fact]
    public async Task Concurrent_edit_is_shown_and_the_typed_text_is_kept()
    {
        var manager = Guilds.Manager();
        var (one, other) = (bot.Discord.As(manager), bot.Discord.As(Guilds.AlsoManages(manager)));
        var mine = await one.RunCommandAsync("fact edit", ("subject", "grok-1"), ("property", "licence"));
        var theirs = await other.RunCommandAsync("fact edit", ("subject", "grok-1"), ("property", "licence"));
        await other.SubmitAsync(theirs.FormId!, Fields("BSD-3-Clause"));

        var conflict = await one.SubmitAsync(mine.FormId!, Fields("MIT"));
        Assert.Contains("Another editor changed Grok\\-1, licence meanwhile".Replace("\\", ""), conflict.Text.Replace("\\", ""));
        Assert.Contains("you both saw: **Apache-2.0**", conflict.Text);
        Assert.Contains("it is now: **BSD-3-Clause**", conflict.Text);
        Assert.Contains("you wrote: **MIT**", conflict.Text);

        var again = await one.PressAsync(conflict.Buttons["Edit again"]);
        Assert.Equal("MIT", again.Written["value"]);
        var overwritten = await one.PressAsync(conflict.Buttons["Overwrite"]);
        Assert.Contains("before: **BSD-3-Clause**", overwritten.Text);
        Assert.Contains("after: **MIT**", overwritten.Text);
        Assert.Contains("done or discarded already", (await one.PressAsync(conflict.Buttons["Overwrite"])).Text);
    }

    [Fact]
    public async Task Unsaved_draft_is_offered_again()
    {
        var user = bot.Discord.As(Guilds.Manager());
        var form = await user.RunCommandAsync("fact edit", ("subject", "grok-1"), ("property", "licence"));
        var fault = await user.SubmitAsync(form.FormId!, Fields("a licence that nobody knows"));
        Assert.Contains("I know no licence", fault.Text);

        var offered = await user.RunCommandAsync("fact edit", ("subject", "grok-1"), ("property", "licence"));
        Assert.Contains("that was not saved", offered.Text);
        var resumed = await user.PressAsync(offered.Buttons["Continue with it"]);
        Assert.Equal("a licence that nobody knows", resumed.Written["value"]);
        var discarded = await user.PressAsync(offered.Buttons["Discard it"]);
        Assert.Contains("Discarded", discarded.Text);
        Assert.Equal(
            "Apache-2.0",
            (await user.RunCommandAsync("fact edit", ("subject", "grok-1"), ("property", "licence"))).Written["value"]
        );
    }

    [Fact]
    public async Task Fact_is_added_and_retracted()
    {
        var user = bot.Discord.As(Guilds.Manager());
        var form = await user.RunCommandAsync("fact add", ("subject", "grok-1"), ("property", "event"));
        await user.SubmitAsync(form.FormId!, Fields("Somebody wrote a poem about it", since: "2025-05-05"));

        var timeline = await user.RunCommandAsync("timeline", ("name", "grok-1"));
        var suggestions = await user.AutocompleteAsync("fact retract", "property", "poem", ("subject", "grok-1"));
        var retracted = await user.RunCommandAsync(
            "fact retract",
            ("subject", "grok-1"),
            ("property", suggestions.Choices.Single().Value),
            ("why", "Nobody reads poems")
        );
        var after = await user.RunCommandAsync("timeline", ("name", "grok-1"));

        Assert.Contains("poem", timeline.Text);
        Assert.Contains("nothing (retracted)", retracted.Text);
        Assert.DoesNotContain("poem", after.Text);
    }

    [Fact]
    public async Task Shared_fact_can_be_retracted_for_one_server()
    {
        var user = bot.Discord.As(Guilds.Manager());

        await user.RunCommandAsync("fact retract", ("subject", "grok-1"), ("property", "licence"));
        var here = await user.RunCommandAsync("ask", ("question", "what is the licence of grok-1"));
        var elsewhere = await bot.Discord.As(Guilds.Manager()).RunCommandAsync("ask", ("question", "what is the licence of grok-1"));

        Assert.DoesNotContain("Apache", here.Text);
        Assert.Contains("Apache", elsewhere.Text);
    }

    [Fact]
    public async Task Locked_fact_is_changed_by_reviewers_only()
    {
        var manager = Guilds.Manager();
        var admin = bot.Discord.As(manager);
        var roles = await admin.RunCommandAsync("settings roles");
        await admin.SubmitAsync(roles.FormId!, ("edit", "250000000000000001"), ("approve", "250000000000000002"));
        var editor = bot.Discord.As(Guilds.Beside(manager, "250000000000000001"));
        var reviewer = bot.Discord.As(Guilds.Beside(manager, "250000000000000002"));

        var early = await editor.RunCommandAsync("fact edit", ("subject", "grok-1"), ("property", "licence"));
        var byEditor = await editor.RunCommandAsync("fact lock", ("subject", "grok-1"), ("property", "licence"));
        var byReviewer = await reviewer.RunCommandAsync("fact lock", ("subject", "grok-1"), ("property", "licence"));
        var refused = await editor.RunCommandAsync("fact edit", ("subject", "grok-1"), ("property", "licence"));
        var conflict = await editor.SubmitAsync(early.FormId!, Fields("MIT"));
        var added = await editor.RunCommandAsync("fact add", ("subject", "grok-1"), ("property", "licence"));
        var allowed = await EditLicenceAsync(reviewer, "MIT");

        Assert.Contains("may review suggestions and lock facts", byEditor.Text);
        Assert.Contains("locked", byReviewer.Text);
        Assert.Contains("This fact is locked", refused.Text);
        Assert.Contains("meanwhile", conflict.Text);
        Assert.Contains("This fact is locked", added.Text);
        Assert.Contains("after: **MIT**", allowed.Text);
    }

    [Fact]
    public async Task Editor_who_lost_the_role_before_sending_changes_nothing()
    {
        var manager = Guilds.Manager();
        var form = await bot.Discord.As(manager).RunCommandAsync("fact edit", ("subject", "grok-1"), ("property", "licence"));

        var refused = await bot.Discord.As(manager with { Permissions = 0 }).SubmitAsync(form.FormId!, Fields("MIT"));
        var answer = await bot.Discord.As(manager).RunCommandAsync("ask", ("question", "what is the licence of grok-1"));

        Assert.True(refused.IsPrivate);
        Assert.Contains("those who may manage the server may edit facts", refused.Text);
        Assert.Contains("You wrote: **MIT**", refused.Text);
        Assert.Contains(
            "was not saved",
            (await bot.Discord.As(manager).RunCommandAsync("fact edit", ("subject", "grok-1"), ("property", "licence"))).Text
        );
        Assert.Contains("Apache", answer.Text);
    }

    [Theory]
    [InlineData("MIT", "", "ftp://example.org/licence", "Because", "The source is no web address")]
    [InlineData("MIT", "", "http://10.0.0.7/licence", "Because", "Others cannot read 10.0.0.7")]
    [InlineData("MIT", "", "http://[::ffff:169.254.169.254]/", "Because", "Others cannot read")]
    [InlineData("MIT", "", "https://wiki.internal/licence", "Because", "Others cannot read wiki.internal")]
    [InlineData("MIT", "", "https://user:pass@huggingface.co/", "Because", "The source is no web address")]
    [InlineData("MIT", "", "", "Because", "A fact needs its source")]
    [InlineData("MIT", "2025-13", Source, "Because", "is no date")]
    [InlineData("MIT", "", Source, "@everyone look", "has a mention or Markdown in it")]
    [InlineData("MIT", "", Source, "a\u202Eb", "invisible characters")]
    [InlineData("Unheard-Of", "", Source, "Because", "I know no licence 'Unheard-Of'")]
    public async Task Invalid_fact_is_refused_to_its_author_only(string value, string since, string source, string why, string says)
    {
        var user = bot.Discord.As(Guilds.Manager());
        var form = await user.RunCommandAsync("fact edit", ("subject", "grok-1"), ("property", "licence"));

        var refused = await user.SubmitAsync(form.FormId!, Fields(value, since: since, source: source, why: why));
        var history = await user.RunCommandAsync("fact history", ("subject", "grok-1"), ("property", "licence"));

        Assert.True(refused.IsPrivate);
        Assert.Contains(says, refused.Text);
        Assert.DoesNotContain("@everyone", refused.Text.Replace("\\@everyone", "", StringComparison.Ordinal));
        Assert.DoesNotContain($"<@{300}", history.Text);
        Assert.Single(history.Text.Split('\n'), line => line.Contains('→'));
    }

    [Fact]
    public async Task Dates_out_of_order_are_refused()
    {
        var user = bot.Discord.As(Guilds.Manager());
        var form = await user.RunCommandAsync("fact edit", ("subject", "grok-1"), ("property", "licence"));

        var refused = await user.SubmitAsync(form.FormId!, Fields("MIT", since: "2025-05", until: "2024"));

        Assert.Contains("out of order: since 2025\\-05, until 2024".Replace("\\", ""), refused.Text.Replace("\\", ""));
    }

    [Fact]
    public async Task Alias_is_understood_in_its_server_and_a_collision_is_named()
    {
        var user = bot.Discord.As(Guilds.Manager());
        var form = await user.RunCommandAsync("fact add", ("subject", "grok-1"), ("property", "alias"));

        var collision = await user.SubmitAsync(form.FormId!, Fields("Llama 3"));
        await user.PressAsync(collision.Buttons["Cancel"]);
        await user.SubmitAsync(
            (await user.RunCommandAsync("fact add", ("subject", "grok-1"), ("property", "alias"))).FormId!,
            Fields("elonbot")
        );
        var here = await user.RunCommandAsync("ask", ("question", "is elonbot open source"));
        var elsewhere = await bot.Discord.As(Guilds.Manager()).RunCommandAsync("ask", ("question", "is elonbot open source"));

        Assert.Contains("already means Llama 3", collision.Text);
        Assert.Contains("Grok-1 is open weights", here.Text);
        Assert.DoesNotContain("Grok-1 is open weights", elsewhere.Text);
    }

    [Fact]
    public async Task Old_or_malformed_buttons_and_forms_say_so()
    {
        var user = bot.Discord.As(Guilds.Manager());

        Assert.Contains("There is no revision 999999", (await user.PressAsync("fact-undo:999999")).Text);
        Assert.Contains("another version", (await user.PressAsync("fact-history:nonsense")).Text);
        Assert.Contains("done or discarded already", (await user.PressAsync("draft-overwrite:0123456789abcdef")).Text);
        Assert.Contains("another version", (await user.SubmitAsync("fact-form:zzz", Fields("MIT"))).Text);
        Assert.Contains("is gone", (await user.SubmitAsync("fact-form:0|s|||00000000000000000000|1|0", Fields("MIT"))).Text);
    }

    private static async Task<SimulatedReply> EditLicenceAsync(SimulatedUser user, string value, string why = "Because")
    {
        var form = await user.RunCommandAsync("fact edit", ("subject", "grok-1"), ("property", "licence"));
        return await user.SubmitAsync(form.FormId!, Fields(value, why: why));
    }
}
