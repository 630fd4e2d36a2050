using System.Text;
using AiNewsBot.Tests.Harness;
using Dapper;
using DiscordSimulator;

namespace AiNewsBot.Tests.Curation;

/// <summary>
/// What cannot be taken is answered by a clear sentence to that person alone, and changes nothing. That nothing of it is logged as a crash
/// is checked when the bot is disposed: a warning fails the class.
/// </summary>
public sealed class BadInputTests(BotFixture bot) : IClassFixture<BotFixture>
{
    private const string Source = "https://huggingface.co/xai-org/grok-1/blob/main/LICENSE";
    private const string Why = "I read it there";

    public static TheoryData<string, string, string, string, string, string, string, string> Wrong
    {
        get
        {
            var data = new TheoryData<string, string, string, string, string, string, string, string>();
            foreach (var command in (string[])["fact add", "fact edit", "suggest"])
            {
                void Add(
                    string property,
                    string value,
                    string says,
                    string since = "2024",
                    string until = "",
                    string source = Source,
                    string why = Why
                ) => data.Add(command, property, value, since, until, source, why, says);
                Add("licence", "MIT", "no web address", source: "ftp://example.org/licence");
                Add("licence", "MIT", "no web address", source: "javascript:alert(1)");
                Add("licence", "MIT", "no web address", source: "look in the repository");
                Add("licence", "MIT", "Others cannot read localhost", source: "http://localhost/licence");
                Add("licence", "MIT", "Others cannot read 192.168.1.1", source: "https://192.168.1.1/licence");
                Add("licence", "MIT", "Others cannot read 127.0.0.1", source: "http://2130706433/licence");
                Add("licence", "MIT", "needs its source", source: "");
                Add("licence", "MIT", "longer than 400 characters", source: "https://example.org/" + new string('a', 400));
                Add("licence", "MIT", "The reason has 301 characters", why: new string('a', 301));
                Add("licence", "MIT", "The reason is missing", why: " ");
                Add("licence", "MIT", "has a mention or Markdown", why: "@everyone look at this");
                Add("licence", "MIT", "has a mention or Markdown", why: "<@&123456789012345678> look");
                Add("licence", "MIT", "has a mention or Markdown", why: "```\nbox");
                Add("licence", "MIT", "invisible characters", why: "turned \u202Earound");
                Add("licence", "Unheard-Of-1.0", "I know no licence");
                Add("licence", "", "The value is missing");
                Add("licence", new string('x', 501), "The value has 501 characters");
                Add("licence", "MIT", "is no date", since: "last spring");
                Add("licence", "MIT", "is no date", until: "2024-02-30");
                Add("licence", "MIT", "out of order", since: "2025-05", until: "2024");
                Add("licence", "MIT", "out of order", since: "2024", until: "2024");
                Add("weights", "sometimes", "available");
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Invalid_fact_is_refused_in_a_sentence_and_changes_nothing(
        string command,
        string property,
        string value,
        string since,
        string until,
        string source,
        string why,
        string says
    )
    {
        var user = bot.Discord.As(Guilds.Manager());
        var form = await user.RunCommandAsync(command, ("subject", "grok-1"), ("property", property));
        var before = Counts();

        var refused = await user.SubmitAsync(
            form.FormId!,
            ("value", value),
            ("since", since),
            ("until", until),
            ("source", source),
            ("why", why)
        );

        Assert.True(refused.IsPrivate);
        Assert.Contains(says, refused.Text.Replace("\\", "", StringComparison.Ordinal));
        Assert.Contains("Nothing was changed.", refused.Text);
        Assert.True(refused.Text.Length < 1000, "a refusal is short");
        Assert.Equal(before, Counts());
    }

    [Fact]
    public async Task Text_with_Markdown_is_shown_as_written()
    {
        var user = bot.Discord.As(Guilds.Manager());
        var form = await user.RunCommandAsync("fact add", ("subject", "grok-1"), ("property", "event"));

        var saved = await user.SubmitAsync(
            form.FormId!,
            ("value", "**Bold** _news_ > of # x ||hidden||"),
            ("since", "2024"),
            ("source", Source),
            ("why", "- a list\n# a title")
        );
        var timeline = await user.RunCommandAsync("timeline", ("name", "grok-1"));
        var history = await user.RunCommandAsync("fact history", ("subject", "grok-1"), ("property", "event"));

        Assert.All([saved, timeline, history], reply => Assert.Contains(@"\*\*Bold\*\* \_news\_ \> of \# x \|\|hidden\|\|", reply.Text));
        Assert.Contains("\\- a list\n\\# a title", history.Text);
    }

    [Fact]
    public async Task Two_clicks_on_one_button_act_once()
    {
        var manager = Guilds.Manager();
        var user = bot.Discord.As(manager);
        var saved = await user.SubmitAsync(
            (await user.RunCommandAsync("fact edit", ("subject", "grok-1"), ("property", "licence"))).FormId!,
            Fields("MIT")
        );
        var member = bot.Discord.As(Guilds.Beside(manager));
        await member.SubmitAsync(
            (await member.RunCommandAsync("suggest", ("subject", "grok-1"), ("property", "paper"))).FormId!,
            Fields("unavailable")
        );
        var review = await user.RunCommandAsync("fact review");

        await OnceAsync(user, saved.Buttons["Undo"], "is already undone by revision", "in the same moment");
        await OnceAsync(user, review.Buttons["Approve"], "has been decided already", "fact changed meanwhile");
    }

    [Fact]
    public async Task Two_clicks_on_import_import_once()
    {
        var manager = Guilds.Manager();
        var entry = $$"""
            {"subject":"grok-1","property":"event","value":"It was imported","validFrom":"2025","verifiedOn":"2026-01-01",
            "sources":[{"url":"{{Source}}","title":"A","publisher":"B","kind":"FirstHand"}]}
            """;
        var file = Encoding.UTF8.GetBytes($$"""{"format":"ainewsbot-facts-1","statements":[{{entry}}]}""");
        var user = bot.Discord.As(
            manager with
            {
                Files = new Dictionary<string, (string, string, long)>
                {
                    ["270000000000000001"] = ("twice.json", bot.Discord.AddFile("twice.json", file), file.Length),
                },
            }
        );
        var plan = await user.RunCommandAsync("fact import", ("file", "270000000000000001"));

        await OnceAsync(user, plan.Buttons["Import all of it"], "imported already", "is here already");
    }

    [Fact]
    public async Task File_larger_than_declared_is_refused()
    {
        var big = new byte[10 * 1024 * 1024];
        var user = bot.Discord.As(
            Guilds.Manager() with
            {
                Files = new Dictionary<string, (string, string, long)>
                {
                    ["270000000000000001"] = ("liar.json", bot.Discord.AddFile("liar.json", big), 100),
                },
            }
        );
        var before = Counts();

        var refused = await user.RunCommandAsync("fact import", ("file", "270000000000000001"));

        Assert.True(refused.IsPrivate);
        Assert.Contains("Nothing was changed.", refused.Text);
        Assert.Equal(before, Counts());
    }

    [Fact]
    public async Task Editor_who_lost_the_role_is_told_and_keeps_the_draft()
    {
        const string role = "250000000000000005";
        var manager = Guilds.Manager();
        var admin = bot.Discord.As(manager);
        await RolesAsync(admin, role);
        var member = Guilds.Beside(manager, role);
        var form = await bot.Discord.As(member).RunCommandAsync("fact edit", ("subject", "grok-1"), ("property", "licence"));
        var before = Counts();

        // The role is still theirs, and means nothing any more; then the role is taken.
        await RolesAsync(admin, "250000000000000006");
        var byServer = await bot.Discord.As(member).SubmitAsync(form.FormId!, Fields("MIT"));
        await RolesAsync(admin, role);
        var byMember = await bot.Discord.As(member with { Roles = [] }).SubmitAsync(form.FormId!, Fields("MIT"));

        Assert.All(
            [byServer, byMember],
            refused =>
            {
                Assert.True(refused.IsPrivate);
                Assert.Contains("may edit facts. Ask one of them.", refused.Text);
            }
        );
        Assert.Equal(before, Counts());
    }

    // The one click does it, the other is told that it is done.
    private async Task OnceAsync(SimulatedUser user, string button, params string[] says)
    {
        var before = Counts().Revisions;
        var replies = await Task.WhenAll(user.PressAsync(button), user.PressAsync(button));

        Assert.Equal(before + 1, Counts().Revisions);
        Assert.Single(replies, reply => says.Any(part => reply.Text.Contains(part, StringComparison.Ordinal)));
    }

    private static async Task RolesAsync(SimulatedUser admin, string role)
    {
        var form = await admin.RunCommandAsync("settings roles");
        await admin.SubmitAsync(form.FormId!, ("suggest", ""), ("edit", role), ("approve", ""), ("news", ""));
    }

    private static (string, string)[] Fields(string value) =>
        [("value", value), ("since", "2024"), ("until", ""), ("source", Source), ("why", Why)];

    private (long Revisions, long Suggestions) Counts()
    {
        using var connection = bot.Database.Open();
        return (
            connection.ExecuteScalar<long>("SELECT COUNT(*) FROM revisions"),
            connection.ExecuteScalar<long>("SELECT COUNT(*) FROM suggestions")
        );
    }
}
