using AiNewsBot.Tests.Curation;
using AiNewsBot.Tests.Harness;
using DiscordSimulator;
using DiscordSimulator.Channels;
using DiscordSimulator.Interactions;

namespace AiNewsBot.Tests.News.Sharing;

/// <summary>What one server says of facts, asks or suggests is nothing to another: place by place, with two servers.</summary>
public sealed class ForeignFactsTests(NewsBotFixture bot) : IClassFixture<NewsBotFixture>
{
    private const string Source = "https://huggingface.co/xai-org/grok-1/blob/main/LICENSE";
    private readonly SimulatedMember _manager = Guilds.Manager();

    private SimulatedUser User => bot.Discord.As(_manager);

    private SimulatedUser Stranger { get; } = bot.Discord.As(Guilds.Manager());

    [Fact]
    public async Task Cached_answers_are_those_of_the_server_that_asks()
    {
        await User.RunCommandAsync("ask", ("question", "what is the licence of grok-1"));
        await EditAsync("fact edit", "licence", "MIT");

        Assert.Contains("MIT", (await User.RunCommandAsync("ask", ("question", "what is the licence of grok-1"))).Text);
        Assert.DoesNotContain("MIT", (await Stranger.RunCommandAsync("ask", ("question", "what is the licence of grok-1"))).Text);
    }

    [Fact]
    public async Task Cached_pictures_are_those_of_the_server_that_asks()
    {
        (string, object)[] models = [("first", "grok-1"), ("second", "llama-3"), ("third", "olmo-2")];
        var before = Assert.Single((await Stranger.RunCommandAsync("compare", models)).Pictures);
        await EditAsync("fact edit", "licence", "MIT");

        var here = Assert.Single((await User.RunCommandAsync("compare", models)).Pictures);
        var there = Assert.Single((await Stranger.RunCommandAsync("compare", models)).Pictures);

        Assert.Contains("MIT", here.Description);
        Assert.Equal(before.Description, there.Description);
    }

    [Fact]
    public async Task Names_that_one_server_added_are_neither_known_nor_suggested_elsewhere()
    {
        await EditAsync("fact add", "alias", "zeppelinbot");

        Assert.Contains("Grok-1", (await User.RunCommandAsync("model", ("name", "zeppelinbot"))).Text);
        Assert.DoesNotContain("Grok-1", (await Stranger.RunCommandAsync("model", ("name", "zeppelinbot"))).Text);
        Assert.Empty((await Stranger.AutocompleteAsync("news latest", "about", "zeppelin")).Choices);
    }

    [Fact]
    public async Task Unanswered_questions_are_shown_where_they_were_asked()
    {
        await User.RunCommandAsync("ask", ("question", "is quuxtron open source"));

        Assert.Contains("quuxtron", (await User.RunCommandAsync("fact unanswered")).Text);
        Assert.DoesNotContain("quuxtron", (await Stranger.RunCommandAsync("fact unanswered")).Text);
    }

    [Fact]
    public async Task Suggestions_are_reviewed_where_they_were_made()
    {
        var form = await bot.Discord.As(Guilds.Beside(_manager)).RunCommandAsync("suggest", ("subject", "grok-1"), ("property", "licence"));
        await bot.Discord.As(Guilds.Beside(_manager)).SubmitAsync(form.FormId!, Fields("MIT"));
        var review = await User.RunCommandAsync("fact review");

        Assert.Contains("MIT", review.Text);
        Assert.DoesNotContain("MIT", (await Stranger.RunCommandAsync("fact review")).Text);
        Assert.Contains("Nothing was changed", (await Stranger.PressAsync(review.Buttons["Approve"])).Text);
    }

    [Fact]
    public async Task Histories_and_undo_are_of_ones_own_server()
    {
        var saved = await EditAsync("fact edit", "licence", "MIT");

        Assert.DoesNotContain("MIT", (await Stranger.RunCommandAsync("fact history", ("subject", "grok-1"), ("property", "licence"))).Text);
        Assert.Contains("There is no revision", (await Stranger.PressAsync(saved.Buttons["Undo"])).Text);
        Assert.Contains("MIT", (await User.RunCommandAsync("ask", ("question", "what is the licence of grok-1"))).Text);
    }

    [Fact]
    public async Task The_audit_channel_tells_of_its_own_server()
    {
        var (here, there) = ($"{_manager.Guild![..^4]}8801", $"{_manager.Guild[..^4]}8802");
        var other = Guilds.Manager();
        await SetAuditAsync(_manager, here);
        await SetAuditAsync(other, there);

        await EditAsync("fact edit", "licence", "MIT");
        await NewsRig.UntilAsync(() => Task.FromResult(bot.Discord.SimulatedChannels[here].Messages.Count == 1), "the line of the change");
        await EditAsync(bot.Discord.As(other), "fact edit", "licence", "BSD-3-Clause");
        await NewsRig.UntilAsync(() => Task.FromResult(bot.Discord.SimulatedChannels[there].Messages.Count == 1), "the other line");

        Assert.Contains("MIT", Assert.Single(bot.Discord.SimulatedChannels[here].Messages).Text);
        Assert.Contains(
            "BSD",
            Assert.Single(bot.Discord.SimulatedChannels[there].Messages).Text.Replace("\\", "", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("claims-page", "")]
    [InlineData("share-claims", "")]
    [InlineData("claims-shared", ":300000000000000001")]
    [InlineData("claims-refresh", ":300000000000000001")]
    [InlineData("claims-back", ":300000000000000001")]
    public async Task A_claim_check_is_shown_shared_and_dropped_where_it_was_made(string action, string rest)
    {
        var check = await User.RunMessageCommandAsync("Check openness claims", "Grok-1 is open source. GPT-4 is open source");
        var id = check.Buttons["Share"].Split(':')[1];

        var there = await Stranger.PressAsync($"{action}:{id}{rest}:1");
        var here = await User.PressAsync($"claims-page:{id}:1");

        Assert.Contains("no longer kept", there.Text);
        Assert.DoesNotContain("Grok-1", there.Text);
        Assert.Contains("Grok-1", here.Text);
    }

    [Fact]
    public async Task Draft_of_a_moderator_in_one_server_is_not_saved_in_another()
    {
        var form = await User.RunCommandAsync("fact edit", ("subject", "grok-1"), ("property", "licence"));
        var fault = await User.SubmitAsync(form.FormId!, Fields("a licence that is unknown"));
        var elsewhere = bot.Discord.As(Guilds.Manager() with { User = _manager.User });

        foreach (var button in new[] { "Edit again", "Cancel" })
            Assert.Null((await elsewhere.PressAsync(fault.Buttons[button])).FormId);

        Assert.DoesNotContain(
            "not saved",
            (await elsewhere.RunCommandAsync("fact edit", ("subject", "grok-1"), ("property", "licence"))).Text
        );
    }

    [Fact]
    public async Task A_form_that_names_a_foreign_suggestion_tells_and_decides_nothing()
    {
        var author = bot.Discord.As(Guilds.Beside(_manager));
        var form = await author.RunCommandAsync("suggest", ("subject", "grok-1"), ("property", "licence"));
        await author.SubmitAsync(form.FormId!, Fields("MIT"));
        var review = await User.RunCommandAsync("fact review");
        var number = review.Buttons["Approve"].Split(':', '|')[1];

        var forged = await Stranger.SubmitAsync($"fact-form:2|s||||0|{number}", Fields("MIT"));

        Assert.DoesNotContain("Grok", forged.Text);
        Assert.Contains("MIT", (await User.RunCommandAsync("fact review")).Text);
        Assert.DoesNotContain("MIT", (await Stranger.RunCommandAsync("ask", ("question", "what is the licence of grok-1"))).Text);
    }

    private async Task SetAuditAsync(SimulatedMember member, string channel)
    {
        bot.Discord.SimulatedChannels.Add(new SimulatedChannel { Id = channel, Guild = member.Guild! });
        var user = bot.Discord.As(
            member with
            {
                Channels = new Dictionary<string, (string, int, ulong)> { [channel] = ("audit", 0, ulong.MaxValue >> 1) },
            }
        );
        await user.RunCommandAsync("settings audit-channel", ("channel", channel));
    }

    private Task<SimulatedReply> EditAsync(string command, string property, string value) => EditAsync(User, command, property, value);

    private static async Task<SimulatedReply> EditAsync(SimulatedUser user, string command, string property, string value)
    {
        var form = await user.RunCommandAsync(command, ("subject", "grok-1"), ("property", property));
        return await user.SubmitAsync(form.FormId!, Fields(value));
    }

    private static (string, string)[] Fields(string value) =>
        [("value", value), ("since", "2024-03-17"), ("until", ""), ("source", Source), ("why", "I read it there")];
}
