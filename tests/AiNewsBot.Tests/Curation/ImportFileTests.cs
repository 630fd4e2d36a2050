using System.Text;
using AiNewsBot.Tests.Harness;
using DiscordSimulator;

namespace AiNewsBot.Tests.Curation;

/// <summary>Files that people really have: with a byte-order mark, with a fact twice, chosen by one and confirmed by another.</summary>
public sealed class ImportFileTests(BotFixture bot) : IClassFixture<BotFixture>
{
    private const string File = "270000000000000001";

    [Fact]
    public async Task A_file_with_a_byte_order_mark_is_read()
    {
        var user = bot.Discord.As(With(Guilds.Manager(), [.. Encoding.UTF8.Preamble, .. FileOf(EventOf("One"))]));

        Assert.Contains("1 new", (await user.RunCommandAsync("fact import", ("file", File))).Text);
    }

    [Fact]
    public async Task Fact_that_occurs_twice_is_named_with_both_lines()
    {
        var user = bot.Discord.As(With(Guilds.Manager(), FileOf(EventOf("One"), EventOf("Two"), EventOf("One"))));

        var refused = await user.RunCommandAsync("fact import", ("file", File));

        Assert.Contains("Line 5: the same as line 3", refused.Text);
        Assert.Empty(refused.Buttons);
    }

    [Fact]
    public async Task Only_the_one_who_chose_the_file_imports_it_and_once()
    {
        var manager = With(Guilds.Manager(), FileOf(EventOf("One")));
        var plan = await bot.Discord.As(manager).RunCommandAsync("fact import", ("file", File));

        var byOther = await bot.Discord.As(Guilds.AlsoManages(manager)).PressAsync(plan.Buttons["Import all of it"]);
        await bot.Discord.As(manager).PressAsync(plan.Buttons["Import all of it"]);
        var again = await bot.Discord.As(manager).PressAsync(plan.Buttons["Import all of it"]);

        Assert.Contains("Only the one who chose this file can import it", byOther.Text);
        Assert.Contains("This file was imported already, as revisions", again.Text);
    }

    private SimulatedMember With(SimulatedMember member, byte[] file) =>
        member with
        {
            Files = new Dictionary<string, (string, string, long)>
            {
                [File] = ("facts.json", bot.Discord.AddFile("facts.json", file), file.Length),
            },
        };

    private static byte[] FileOf(params string[] statements) =>
        Encoding.UTF8.GetBytes($"{{\"format\":\"ainewsbot-facts-1\",\n\"statements\":[\n{string.Join(",\n", statements)}]}}");

    private static string EventOf(string what) =>
        $$"""
            {"subject":"grok-1","property":"event","value":"{{what}} happened","validFrom":"2024-05","verifiedOn":"2026-01-01",
            "sources":[{"url":"https://press.example.com/1","title":"A page","publisher":"Press","kind":"Secondary"}]}
            """.ReplaceLineEndings("");
}
