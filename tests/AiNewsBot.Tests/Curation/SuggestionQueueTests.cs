using System.Globalization;
using AiNewsBot.Curation.Editing;
using AiNewsBot.Curation.Suggestions;
using AiNewsBot.Tests.Harness;
using DiscordSimulator;
using DiscordSimulator.Channels;
using Microsoft.Extensions.DependencyInjection;

namespace AiNewsBot.Tests.Curation;

/// <summary>A bounded number of suggestions waits for a server's reviewers; and authors learn when an edit was faster.</summary>
public sealed class SuggestionQueueTests
{
    private const string Source = "https://huggingface.co/xai-org/grok-1/blob/main/LICENSE";

    private static (string, string)[] Fields(string value) =>
        [("value", value), ("since", "2024-03-17"), ("until", ""), ("source", Source), ("why", "I read it there")];

    [Fact]
    public async Task Full_suggestion_queue_is_reported_and_the_draft_is_kept()
    {
        await using var bot = await RunningBot.StartAsync();
        var manager = Guilds.Manager();
        var (reviewer, member, other) = (
            bot.Discord.As(manager),
            bot.Discord.As(Guilds.Beside(manager)),
            bot.Discord.As(Guilds.Beside(manager))
        );
        await SuggestAsync(other, "Apache-2.0");
        var store = bot.Services.GetRequiredService<SuggestionStore>();
        for (var i = 1; i < SuggestionStore.MaxWaiting; i++)
            Assert.NotNull((await store.CreateAsync(ForSomebody(manager.Guild!, i), "", TestContext.Current.CancellationToken)).Number);

        var refused = await SuggestAsync(member, "MIT");

        Assert.True(refused.IsPrivate);
        Assert.Contains("200 suggestions wait here already", refused.Text);
        Assert.Contains("MIT", refused.Text);
        Assert.Equal(
            SuggestionStore.MaxWaiting,
            await store.CountWaitingAsync(new ReviewedLayers(manager.Guild!, manager.Guild!), TestContext.Current.CancellationToken)
        );

        // One that waits already may still be changed, and elsewhere there is room.
        Assert.Contains("Thank you", (await SuggestAsync(other, "BSD-3-Clause")).Text);
        Assert.Contains("Thank you", (await SuggestAsync(bot.Discord.As(Guilds.Beside(Guilds.Manager())), "MIT")).Text);

        var review = await reviewer.RunCommandAsync("fact review");
        var reason = await reviewer.PressAsync(review.Buttons["Reject"]);
        Assert.Contains("is rejected", (await reviewer.SubmitAsync(reason.FormId!, ("reason", "No"))).Text);
        var form = await member.PressAsync(refused.Buttons["Edit again"]);
        Assert.Equal(("MIT", Source), (form.Written["value"], form.Written["source"]));
        Assert.Contains("Thank you", (await member.SubmitAsync(form.FormId!, Fields("MIT"))).Text);
        Assert.Equal(
            SuggestionStore.MaxWaiting,
            await store.CountWaitingAsync(new ReviewedLayers(manager.Guild!, manager.Guild!), TestContext.Current.CancellationToken)
        );
    }

    [Fact]
    public async Task Author_of_an_overtaken_suggestion_is_not_told_of_a_rejection()
    {
        await using var bot = await RunningBot.StartAsync(
            settings:
            [
                KeyValuePair.Create<string, string?>("News:Enabled", "true"),
                KeyValuePair.Create<string, string?>("News:WatchedOrganizations", ""),
                KeyValuePair.Create<string, string?>("News:Feeds:0:Url", "http://127.0.0.1:9/none.xml"),
            ]
        );
        var manager = Guilds.Manager();
        var member = Guilds.Beside(manager);
        await SuggestAsync(bot.Discord.As(member), "MIT");

        var form = await bot.Discord.As(manager).RunCommandAsync("fact edit", ("subject", "grok-1"), ("property", "licence"));
        await bot.Discord.As(manager).SubmitAsync(form.FormId!, Fields("MIT"));
        await bot.Discord.SimulatedChannels.Posted.ReachAsync(1, "the direct message");
        var told = Assert.Single(bot.Discord.SimulatedChannels.Posted.All);

        Assert.Equal(SimulatedChannels.DirectWith(member.User), told.Channel);
        Assert.Contains("was superseded: an editor wrote the same meanwhile", told.Text);
        Assert.DoesNotContain("not taken", told.Text);
        Assert.DoesNotContain("approved", told.Text);
        Assert.Equal(
            "superseded",
            (await bot.Services.GetRequiredService<SuggestionStore>().FindAsync(1, TestContext.Current.CancellationToken))!.State
        );
    }

    private static FactSuggestion ForSomebody(string server, int number) =>
        new()
        {
            Layer = new Layer(server),
            Author = (250_000_000_000_000_000 + number).ToString(CultureInfo.InvariantCulture),
            Subject = "grok-1",
            Property = "licence",
            Statement = null,
            Base = 0,
            Fields = new FactFields("MIT", "2024-03-17", null, Source, "I read it there"),
        };

    private static async Task<DiscordSimulator.Interactions.SimulatedReply> SuggestAsync(SimulatedUser member, string value)
    {
        var form = await member.RunCommandAsync("suggest", ("subject", "grok-1"), ("property", "licence"));
        return await member.SubmitAsync(form.FormId!, Fields(value));
    }
}
