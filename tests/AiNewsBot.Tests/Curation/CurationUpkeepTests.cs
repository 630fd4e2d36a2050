using System.Text;
using System.Text.Json;
using AiNewsBot.Servers.Privacy;
using AiNewsBot.Tests.Harness;
using Dapper;
using DiscordSimulator;
using DiscordSimulator.Channels;
using DiscordSimulator.Interactions;
using Microsoft.Extensions.DependencyInjection;

namespace AiNewsBot.Tests.Curation;

/// <summary>What keeps facts in order beside edits: checks, unanswered questions, files, notifications, privacy.</summary>
public sealed class CurationUpkeepTests(NewsBotFixture bot) : IClassFixture<NewsBotFixture>
{
    private const string Source = "https://huggingface.co/xai-org/grok-1/blob/main/LICENSE";

    private static (string, string)[] Fields(string value, string since = "") =>
        [("value", value), ("since", since), ("until", ""), ("source", Source), ("why", "I read it there")];

    [Fact]
    public async Task Audit_channel_is_notified_of_each_change_once()
    {
        var manager = WithAuditChannel(out var channel);
        var user = bot.Discord.As(manager);
        await user.RunCommandAsync("settings audit-channel", ("channel", channel));

        await EditAsync(user, "MIT");
        var message = await Line(channel, "Grok-1, licence");

        Assert.Contains($"<@{manager.User}>", message);
        Assert.Contains("**Apache-2.0**", message);
        Assert.Contains("→ **MIT**", message);
        Assert.Contains("I read it there", message);
        Assert.Single(bot.Discord.SimulatedChannels.MessagesIn(channel));
    }

    [Fact]
    public async Task Author_of_a_suggestion_is_notified_of_its_outcome()
    {
        var manager = Guilds.Manager();
        var member = Guilds.Beside(manager);
        var form = await bot.Discord.As(member).RunCommandAsync("suggest", ("subject", "grok-1"), ("property", "licence"));
        await bot.Discord.As(member).SubmitAsync(form.FormId!, Fields("MIT"));
        var review = await bot.Discord.As(manager).RunCommandAsync("fact review");
        var reason = await bot.Discord.As(manager).PressAsync(review.Buttons["Reject"]);
        await bot.Discord.As(manager).SubmitAsync(reason.FormId!, ("reason", "The file says Apache 2.0"));

        var told = await Line(SimulatedChannels.DirectWith(member.User), "Your suggestion");

        Assert.Contains("was not taken", told);
        Assert.Contains("> The file says Apache 2.0", told);
    }

    [Fact]
    public async Task Unanswered_questions_are_listed_most_asked_first_and_settled_by_an_alias()
    {
        var user = bot.Discord.As(Guilds.Manager());
        await user.RunCommandAsync("ask", ("question", "is zorblax 5 open source"));
        for (var i = 0; i < 2; i++)
            await user.RunCommandAsync("ask", ("question", "is muskbrain open source"));

        var first = await user.RunCommandAsync("fact unanswered");
        var form = await user.PressAsync(first.Buttons["Add alias"]);
        await user.SubmitAsync(
            form.FormId!,
            ("subject", "Grok-1"),
            ("value", "muskbrain"),
            ("source", Source),
            ("why", "People call it so")
        );
        var second = await user.RunCommandAsync("fact unanswered");
        var ignored = await user.PressAsync(second.Buttons["Ignore"]);

        Assert.Contains("muskbrain", first.Text);
        Assert.Contains("asked 2 times", first.Text);
        Assert.Contains("zorblax", second.Text);
        Assert.Contains("There are no unanswered questions here", ignored.Text);
        Assert.Contains(
            "There are no unanswered questions here",
            (await bot.Discord.As(Guilds.Manager()).RunCommandAsync("fact unanswered")).Text
        );
    }

    [Fact]
    public async Task Stale_fact_is_verified_by_a_button()
    {
        await using var own = await RunningBot.StartAsync();
        using (var connection = new BotDatabase(own.Services).Open())
            connection.Execute(
                "UPDATE statements SET verified_on = '2020-01-01' WHERE subject IN ('grok-1', 'grok-2.5') AND property = 'licence'"
            );
        var user = own.Discord.As(Guilds.Manager());

        var first = await user.RunCommandAsync("fact stale");
        var next = await user.PressAsync(first.Buttons["I read the source: still true"]);
        var again = await user.RunCommandAsync("fact stale");

        Assert.Contains("last checked on", first.Text);
        Assert.Contains("Thank you.", next.Text);
        Assert.NotEqual(first.Text.Split('\n')[0], again.Text.Split('\n')[0]);
    }

    [Fact]
    public async Task Export_imported_into_another_server_exports_the_same_file()
    {
        var writer = bot.Discord.As(Guilds.Manager());
        await EditAsync(writer, "MIT");
        await writer.SubmitAsync(
            (await writer.RunCommandAsync("fact add", ("subject", "grok-1"), ("property", "event"))).FormId!,
            Fields("Something happened, in 中文 too", since: "2025-05")
        );
        await writer.RunCommandAsync("fact retract", ("subject", "grok-1"), ("property", "paper"));
        var exported = await writer.RunCommandAsync("fact export");

        await using var empty = await RunningBot.StartAsync();
        var reader = empty.Discord.As(WithFile(empty.Discord, exported.Files[0].Content));
        var plan = await reader.RunCommandAsync("fact import", ("file", "270000000000000001"));
        var done = await reader.PressAsync(plan.Buttons["Import all of it"]);
        var again = await reader.RunCommandAsync("fact export");
        var same = await reader.RunCommandAsync("fact import", ("file", "270000000000000001"));

        Assert.Contains("1 new, 2 changed, 0 that were edited here, 0 as they are", plan.Text);
        Assert.Contains("3 facts were changed together", done.Text);
        Assert.Equal(Encoding.UTF8.GetString(exported.Files[0].Content), Encoding.UTF8.GetString(again.Files[0].Content));
        Assert.Contains("0 new, 0 changed, 0 that were edited here, 3 as they are", same.Text);

        var undone = await reader.PressAsync(done.Buttons["Undo all"]);
        Assert.Contains("3 facts were changed together", undone.Text);
        Assert.DoesNotContain("MIT", (await reader.RunCommandAsync("ask", ("question", "what is the licence of grok-1"))).Text);
    }

    [Theory]
    [InlineData("{", "Line 1: this is no JSON")]
    [InlineData("[]", "its format differs")]
    [InlineData(
        "{\"format\":\"ainewsbot-facts-1\",\n\"statements\":[\n{\"subject\":\"grok-1\","
            + "\"property\":\"licence\",\"value\":\"Nope-1.0\",\"verifiedOn\":\"2026-01-01\",\"sources\":[]},\n"
            + "{\"subject\":5}]}",
        "Line 3: I know no licence|Line 4: '"
    )]
    [InlineData(
        "{\"format\":\"ainewsbot-facts-1\",\"statements\":[{\"subject\":\"no-such-thing\","
            + "\"property\":\"licence\",\"value\":\"MIT\",\"verifiedOn\":\"2026-01-01\"}]}",
        "Line 1: nothing has the name 'no-such-thing'"
    )]
    public async Task File_that_does_not_fit_is_refused_with_its_lines(string text, string says)
    {
        var user = bot.Discord.As(WithFile(bot.Discord, Encoding.UTF8.GetBytes(text)));

        var refused = await user.RunCommandAsync("fact import", ("file", "270000000000000001"));

        Assert.All(says.Split('|'), part => Assert.True(refused.Text.Contains(part, StringComparison.Ordinal), refused.Text));
        Assert.Empty(refused.Buttons);
    }

    [Fact]
    public async Task File_of_10_MB_or_from_elsewhere_is_refused()
    {
        var big = Guilds.Manager() with
        {
            Files = new Dictionary<string, (string, string, long)>
            {
                ["270000000000000001"] = ("big.json", bot.Discord.AddFile("big.json", []), 10_000_000),
            },
        };
        var foreign = Guilds.Manager() with
        {
            Files = new Dictionary<string, (string, string, long)>
            {
                ["270000000000000001"] = ("x.json", "http://169.254.169.254/latest", 10),
            },
        };

        Assert.Contains("the limit is", (await bot.Discord.As(big).RunCommandAsync("fact import", ("file", "270000000000000001"))).Text);
        Assert.Contains(
            "could not be read",
            (await bot.Discord.As(foreign).RunCommandAsync("fact import", ("file", "270000000000000001"))).Text
        );
    }

    [Fact]
    public async Task Personal_data_is_exported_and_deleted()
    {
        var manager = Guilds.Manager();
        var user = bot.Discord.As(manager);
        await EditAsync(user, "MIT");
        var privacy = await user.RunCommandAsync("privacy");

        var export = await user.PressAsync(privacy.Buttons["What data is kept about me"]);
        using var kept = JsonDocument.Parse(export.Files[0].Content);
        var ask = await user.PressAsync(privacy.Buttons["Forget me"]);
        await user.PressAsync(ask.Buttons["Delete my data"]);
        var history = await user.RunCommandAsync("fact history", ("subject", "grok-1"), ("property", "licence"));

        Assert.Equal("grok-1", kept.RootElement.GetProperty("edits")[0].GetProperty("subject").GetString());
        Assert.DoesNotContain(manager.User, history.Text);
        Assert.Contains("a user whose data was deleted", history.Text);
    }

    [Fact]
    public async Task Server_that_the_bot_left_is_deleted_after_30_days()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(DateTimeOffset.UtcNow);
        var manager = Guilds.Manager();
        await using var own = await RunningBot.StartAsync();
        await EditAsync(own.Discord.As(manager), "MIT");
        var care = ActivatorUtilities.CreateInstance<ServerRetentionJob>(own.Services, time);

        await care.RunAsync(new HashSet<string>(), _ => true, TestContext.Current.CancellationToken);
        time.Advance(TimeSpan.FromDays(29));
        await care.RunAsync(new HashSet<string>(), _ => true, TestContext.Current.CancellationToken);
        var kept = await own.Discord.As(manager).RunCommandAsync("ask", ("question", "what is the licence of grok-1"));
        time.Advance(TimeSpan.FromDays(2));
        await care.RunAsync(new HashSet<string>(), _ => true, TestContext.Current.CancellationToken);
        var gone = await own.Discord.As(manager).RunCommandAsync("ask", ("question", "what is the licence of grok-1"));

        Assert.Contains("MIT", kept.Text);
        Assert.DoesNotContain("MIT", gone.Text);
        using var connection = new BotDatabase(own.Services).Open();
        Assert.Equal(0, connection.ExecuteScalar<int>("SELECT COUNT(*) FROM revisions WHERE layer = @Guild", manager));
    }

    [Fact]
    public async Task Curator_edits_for_all_servers_and_conflicting_servers_are_asked()
    {
        var curator = Guilds.Manager() with { User = "280000000000000001" };
        await using var own = await RunningBot.StartAsync(
            settings: KeyValuePair.Create<string, string?>("Curation:Curators", "280000000000000001")
        );
        var manager = Guilds.Manager();
        var server = own.Discord.As(manager);
        await EditAsync(server, "MIT");
        var refused = await server.RunCommandAsync("fact edit", ("subject", "grok-1"), ("property", "licence"), ("layer", "global"));

        var form = await own
            .Discord.As(curator)
            .RunCommandAsync("fact edit", ("subject", "grok-1"), ("property", "licence"), ("layer", "global"));
        await own.Discord.As(curator).SubmitAsync(form.FormId!, Fields("BSD-3-Clause"));
        var elsewhere = await own.Discord.As(Guilds.Manager()).RunCommandAsync("ask", ("question", "what is the licence of grok-1"));
        var here = await server.RunCommandAsync("ask", ("question", "what is the licence of grok-1"));
        var review = await server.RunCommandAsync("fact review");
        var settled = await server.PressAsync(review.Buttons["Take that of all servers"]);
        var after = await server.RunCommandAsync("ask", ("question", "what is the licence of grok-1"));

        Assert.Contains("Only the bot's curators", refused.Text);
        Assert.Contains("BSD", elsewhere.Text);
        Assert.Contains("MIT", here.Text);
        Assert.Contains("changed for all servers", review.Text);
        Assert.Contains("Nothing waits", settled.Text);
        Assert.Contains("BSD", after.Text);
    }

    [Fact]
    public async Task Server_statement_can_be_proposed_to_the_curators()
    {
        var curator = Guilds.Manager() with { User = "280000000000000001" };
        await using var own = await RunningBot.StartAsync(
            settings: KeyValuePair.Create<string, string?>("Curation:Curators", "280000000000000001")
        );
        var manager = Guilds.Manager();
        var edited = await EditAsync(own.Discord.As(manager), "MIT");
        var proposed = await own.Discord.As(manager).PressAsync(edited.Buttons["Propose to the curators"]);
        var review = await own.Discord.As(curator).RunCommandAsync("fact review");
        await own.Discord.As(curator).PressAsync(review.Buttons["Approve"]);
        var everywhere = await own.Discord.As(Guilds.Manager()).RunCommandAsync("ask", ("question", "what is the licence of grok-1"));

        Assert.Contains("waits for the bot's curators", proposed.Text);
        Assert.Contains("for all servers", review.Text);
        Assert.Contains("MIT", everywhere.Text);
    }

    private SimulatedMember WithAuditChannel(out string channel)
    {
        var manager = Guilds.Manager();
        channel = $"8{manager.Guild![1..]}";
        bot.Discord.SimulatedChannels.Add(new SimulatedChannel { Id = channel, Guild = manager.Guild });
        return manager with { Channels = new Dictionary<string, (string, int, ulong)> { [channel] = ("audit", 0, ulong.MaxValue >> 1) } };
    }

    private static SimulatedMember WithFile(FakeDiscord discord, byte[] content)
    {
        var name = $"{Guid.NewGuid():N}.json";
        return Guilds.Manager() with
        {
            Files = new Dictionary<string, (string, string, long)>
            {
                ["270000000000000001"] = (name, discord.AddFile(name, content), content.Length),
            },
        };
    }

    private async Task<string> Line(string channel, string text)
    {
        bool IsIt(SimulatedMessage posted) =>
            posted.Channel == channel && posted.Body.GetRawText().Contains(text, StringComparison.Ordinal);
        var next = bot.Discord.SimulatedChannels.Posted.NextAsync($"a line with '{text}'", IsIt);
        var message = bot.Discord.SimulatedChannels.Posted.All.FirstOrDefault(IsIt) ?? await next;
        return message.Body.GetProperty("components")[0].GetProperty("components")[0].GetProperty("content").GetString()!;
    }

    private static async Task<SimulatedReply> EditAsync(SimulatedUser user, string value)
    {
        var form = await user.RunCommandAsync("fact edit", ("subject", "grok-1"), ("property", "licence"));
        return await user.SubmitAsync(form.FormId!, Fields(value));
    }
}
