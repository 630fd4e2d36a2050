using AiNewsBot.Tests.Harness;
using DiscordSimulator;
using static AiNewsBot.Tests.Curation.FactForm;

namespace AiNewsBot.Tests.Curation;

/// <summary>An answer says which part of it moderators state, cites them first, and says who took a fact back.</summary>
public sealed class SpokenLayerTests(BotFixture bot) : IClassFixture<BotFixture>
{
    [Fact]
    public async Task A_retracted_fact_says_that_moderators_took_it_back_and_only_in_their_server()
    {
        var user = bot.Discord.As(Guilds.Manager());
        await user.RunCommandAsync("fact retract", ("subject", "grok-1"), ("property", "licence"));

        var here = await AskAsync(user, "what is the licence of grok-1");
        var elsewhere = await AskAsync(bot.Discord.As(Guilds.Manager()), "what is the licence of grok-1");

        Assert.Contains("Moderators of this server took back what was stated of: licence.", here.Text);
        Assert.DoesNotContain("took back", elsewhere.Text);
    }

    [Fact]
    public async Task A_fact_that_moderators_call_unknown_says_so()
    {
        var user = bot.Discord.As(Guilds.Manager());
        await SaveAsync(user, "grok-1", "paper", Fields("unknown"));

        Assert.Contains(
            "Moderators of this server state that this is not known: paper.",
            (await AskAsync(user, "does grok-1 have a paper")).Text
        );
    }

    [Fact]
    public async Task A_fact_that_curators_took_back_says_so_everywhere()
    {
        await using var own = await RunningBot.StartAsync(
            new FakeDiscordOptions { IdentifyPace = TimeSpan.Zero },
            settings: KeyValuePair.Create<string, string?>("Curation:Curators", "300000000000000001")
        );
        await own.Discord.RunCommandAsync("fact retract", ("subject", "grok-1"), ("property", "licence"), ("layer", "global"));

        Assert.Contains(
            "The bot's curators took back what was stated of: licence.",
            (await own.Discord.RunCommandAsync("ask", ("question", "what is the licence of grok-1"))).Text
        );
        await using var next = await own.RestartAsync();
        Assert.Contains(
            "The bot's curators took back what was stated of: licence.",
            (await next.Discord.RunCommandAsync("ask", ("question", "what is the licence of grok-1"))).Text
        );
    }

    [Fact]
    public async Task Statement_of_moderators_is_marked_and_their_source_comes_first_and_is_not_called_second_hand()
    {
        var user = bot.Discord.As(Guilds.Manager());
        await SaveAsync(user, "grok-1", "licence", Fields("MIT", source: "https://press.example.com/a-page"));

        var answer = await AskAsync(user, "is grok-1 open source");

        Assert.Contains("What they state: licence.", answer.Text);
        Assert.Contains("1\\. [press", answer.Text);
        Assert.DoesNotContain("no first-hand source was read", answer.Text);
    }

    [Fact]
    public async Task A_line_of_a_timeline_that_moderators_state_is_marked_and_no_other_is()
    {
        var user = bot.Discord.As(Guilds.Manager());
        await SaveAsync(user, "grok-1", "event", Fields("A poem was written on it", since: "2025-05-05"), "fact add");

        var timeline = await user.RunCommandAsync("timeline", ("name", "grok-1"));

        var marked = Assert.Single(
            timeline.Text.Split('\n'),
            line => line.Contains("(moderators of this server)", StringComparison.Ordinal)
        );
        Assert.Contains("A poem was written on it", marked);
    }

    [Fact]
    public async Task A_promise_has_who_what_and_due_and_is_found_when_asked_for()
    {
        var user = bot.Discord.As(Guilds.Manager());
        var form = await user.RunCommandAsync("fact add", ("subject", "grok"), ("property", "promise"));
        (string, string)[] promise =
        [
            ("value", "to publish Grok 9"),
            ("by", "Ada Example"),
            ("since", "2025-11-01"),
            ("due", "2031"),
            ("source", Source),
        ];

        var missing = await user.SubmitAsync(form.FormId!, [.. promise.Where(field => field.Item1 != "by")]);
        var saved = await user.SubmitAsync((await user.PressAsync(missing.Buttons["Edit again"])).FormId!, promise);
        var answer = await AskAsync(user, "what did they promise about grok");

        Assert.Contains("by", form.Fields.Values);
        Assert.Contains("due", form.Fields.Values);
        Assert.Contains("who promised it is missing", missing.Text);
        Assert.Contains("promised by Ada Example", saved.Text);
        Assert.Contains("due 2031", saved.Text);
        Assert.Contains(
            "Ada Example promised on 2025-11-01 to publish Grok 9; that is still open and due by 2031",
            answer.Text.Replace("\\", "", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_condition_has_its_text()
    {
        var user = bot.Discord.As(Guilds.Manager());
        var form = await OpenAsync(user, "MIT", "condition", "fact add");

        await user.SubmitAsync(
            form,
            ("value", "attribution"),
            ("text", "Name the authors on the box"),
            ("since", ""),
            ("source", Source),
            ("why", "The box says so")
        );

        Assert.Contains("Name the authors on the box", (await user.RunCommandAsync("licence", ("name", "MIT"))).Text);
    }
}
