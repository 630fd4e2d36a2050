using AiNewsBot.Tests.Harness;
using DiscordSimulator;
using DiscordSimulator.Interactions;

namespace AiNewsBot.Tests.Curation;

/// <summary>Where several statements are under one property, one is picked by its button, for each thing that can be done.</summary>
public sealed class PickStatementTests(BotFixture bot) : IClassFixture<BotFixture>
{
    private readonly SimulatedMember _manager = Guilds.Manager();

    private SimulatedUser User => bot.Discord.As(_manager);

    [Fact]
    public async Task Retract_offers_the_statements_and_keeps_the_reason()
    {
        await AddEventsAsync("Alpha happened", "Beta happened");
        var offered = await RunAsync("fact retract", "It was never seen");

        Assert.True(offered.IsPrivate);
        Assert.Contains("choose one", offered.Text);
        var retracted = await User.ChooseAsync("choose", OptionOf(offered, "Retract", "Beta happened"));
        var timeline = await User.RunCommandAsync("timeline", ("name", "grok-1"));
        var history = await User.RunCommandAsync("fact history", ("subject", "grok-1"), ("property", "event"));

        Assert.Contains("before: **Beta happened**", retracted.Text);
        Assert.Contains("after: nothing (retracted)", retracted.Text);
        Assert.Contains("Alpha happened", timeline.Text);
        Assert.DoesNotContain("Beta happened", timeline.Text);
        Assert.Contains("It was never seen", history.Text);
    }

    [Fact]
    public async Task Picked_twice_it_is_retracted_once()
    {
        await AddEventsAsync("Alpha happened", "Beta happened");
        var button = OptionOf(await RunAsync("fact retract"), "Retract", "Alpha happened");

        await User.PressAsync(button);
        var again = await User.PressAsync(button);

        Assert.Contains("is gone", again.Text);
        Assert.Contains("Nothing was changed", again.Text);
    }

    [Fact]
    public async Task Lock_offers_only_what_is_not_locked_and_unlock_takes_the_only_locked_one()
    {
        await AddEventsAsync("Alpha happened", "Beta happened", "Gamma happened");
        var locked = await User.ChooseAsync("choose", OptionOf(await RunAsync("fact lock"), "Lock", "Alpha happened"));
        var offered = await RunAsync("fact lock");
        var unlocked = await RunAsync("fact unlock");
        var none = await RunAsync("fact unlock");

        Assert.Contains("**Alpha happened**", locked.Text);
        Assert.Contains("locked", locked.Text);
        Assert.DoesNotContain("Alpha happened", offered.Text);
        Assert.Contains("**Alpha happened**", unlocked.Text);
        Assert.Contains("unlocked", unlocked.Text);
        Assert.Contains("not locked", none.Text);
    }

    [Fact]
    public async Task Unlock_offers_the_locked_ones_of_several()
    {
        await AddEventsAsync("Alpha happened", "Beta happened", "Gamma happened");
        foreach (var name in new[] { "Alpha happened", "Beta happened" })
            await User.ChooseAsync("choose", OptionOf(await RunAsync("fact lock"), "Lock", name));

        var offered = await RunAsync("fact unlock");
        var unlocked = await User.ChooseAsync("choose", OptionOf(offered, "Unlock", "Beta happened"));

        Assert.DoesNotContain("Gamma happened", offered.Text);
        Assert.Contains("**Beta happened**", unlocked.Text);
    }

    [Fact]
    public async Task A_picked_statement_of_another_server_is_not_there()
    {
        await AddEventsAsync("Alpha happened", "Beta happened");
        var button = OptionOf(await RunAsync("fact retract", "Mine alone"), "Retract", "Alpha happened");

        var stranger = await bot.Discord.As(Guilds.Manager()).PressAsync(button);

        Assert.Contains("is gone", stranger.Text);
        Assert.Contains("Alpha happened", (await User.RunCommandAsync("timeline", ("name", "grok-1"))).Text);
    }

    [Fact]
    public async Task A_reason_that_waits_is_offered_by_no_form()
    {
        await AddEventsAsync("Alpha happened", "Beta happened");
        await RunAsync("fact retract", "It was never seen");

        Assert.DoesNotContain("not saved", (await RunAsync("fact edit")).Text);
    }

    private async Task AddEventsAsync(params string[] events)
    {
        foreach (var name in events)
            await FactForm.SaveAsync(User, "grok-1", "event", FactForm.Fields(name, since: "2025-05-05"), "fact add");
    }

    private Task<SimulatedReply> RunAsync(string command, string? why = null) =>
        User.RunCommandAsync(
            command,
            why is null ? [("subject", "grok-1"), ("property", "event")] : [("subject", "grok-1"), ("property", "event"), ("why", why)]
        );

    private static string OptionOf(SimulatedReply offered, string verb, string statement)
    {
        var line = offered.Text.Split('\n').Single(one => one.Contains($"**{statement}**", StringComparison.Ordinal));
        Assert.Equal("choose", offered.MenuId);
        Assert.Equal(
            $"{verb} which one?",
            offered
                .Content.GetProperty("components")[0]
                .GetProperty("components")
                .EnumerateArray()
                .Last()
                .GetProperty("components")[0]
                .GetProperty("placeholder")
                .GetString()
        );
        return offered.Options.Single(option => option.Key.StartsWith($"{line.Split('.')[0]}. ", StringComparison.Ordinal)).Value;
    }
}
