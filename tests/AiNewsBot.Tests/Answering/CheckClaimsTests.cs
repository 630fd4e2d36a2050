using AiNewsBot.Chat;
using AiNewsBot.Claims;
using AiNewsBot.Tests.Harness;
using DiscordSimulator;
using DiscordSimulator.Interactions;
using Microsoft.Extensions.DependencyInjection;

namespace AiNewsBot.Tests.Answering;

public sealed class CheckClaimsTests(BotFixture bot) : IClassFixture<BotFixture>
{
    private const string Check = "Check openness claims";

    [Theory]
    [InlineData("OLMo 2 is open source", "✅ **OLMo 2 is open source**: that is so.")]
    [InlineData("GPT-4 is open source, trust me", "❌ **GPT-4 is open source**: that is not so.")]
    [InlineData("gpt-4 isn't open source", "✅ **GPT-4 is not open source**: that is so.")]
    [InlineData("Grok-1 is open source", "❌ **Grok-1 is open source**: that is not so.")]
    [InlineData("grok is closed source", "⚖️ **Grok is closed**: that is partly so.")]
    [InlineData("Grok-1 has open weights", "✅ **Grok-1 is open weights**: that is so.")]
    [InlineData("Mistral 7B is under Apache 2.0", "✅ **Mistral 7B is under Apache License 2.0**: that is so.")]
    [InlineData("Meta says Llama 4 is open source", "❌ Meta: **Llama 4 is open source**: that is not so.")]
    [InlineData("Unlike GPT-4, OLMo 2 is open source", "✅ **OLMo 2 is open source**: that is so.")]
    public async Task Claim_is_judged_by_the_facts(string message, string says)
    {
        var reply = await bot.Discord.RunMessageCommandAsync(Check, message);

        Assert.True(reply.IsPrivate);
        Assert.Contains(says, Plain(reply));
    }

    [Fact]
    public async Task Claims_in_embeds_and_forwarded_messages_are_checked_too()
    {
        var reply = await bot
            .Discord.As(new SimulatedMember())
            .RunMessageCommandAsync(Check, "look at this", embed: "GPT-4 is closed", forwarded: "Grok-1 is under MIT");

        Assert.Contains("✅ **GPT-4 is closed**", Plain(reply));
        Assert.Contains("❌ **Grok-1 is under MIT License**", Plain(reply));
    }

    [Fact]
    public async Task A_licence_claim_gets_no_verdict_of_openness()
    {
        var reply = await bot.Discord.RunMessageCommandAsync(Check, "Llama 3 is under MIT");

        Assert.DoesNotContain("🟡", reply.Text);
        Assert.Contains("https://", reply.Text);
    }

    [Fact]
    public async Task All_claims_of_a_message_are_paged_and_shared_once()
    {
        var reply = await bot.Discord.RunMessageCommandAsync(Check, string.Join(". ", Many));

        Assert.Contains("12 claims, page 1 of", reply.Text);
        var second = await bot.Discord.PressAsync(reply.Buttons["More"]);
        Assert.Contains("page 2 of", second.Text);
        var shared = await bot.Discord.PressAsync(second.Buttons["Share"]);
        Assert.False(shared.IsPrivate);
        Assert.Contains("Checked for <@300000000000000001>", shared.Text);
        Assert.Contains("https://discord.com/channels/", shared.Text);
        Assert.Contains("page 2 of", (await bot.Discord.PressAsync(shared.Buttons["More"])).Text);
        var again = await bot.Discord.PressAsync(second.Buttons["Share"]);
        Assert.True(again.IsPrivate);
        Assert.Contains("shared already", again.Text);
    }

    [Fact]
    public async Task Check_whose_sharing_the_chat_did_not_take_can_be_shared_again()
    {
        var reply = await bot.Discord.RunMessageCommandAsync(Check, "Grok-1 is open source");
        var actions = bot.Services.GetServices<IComponentHandler>().OfType<ClaimActions>().Single();
        var (action, argument) = ButtonId.Parse(reply.Buttons["Share"]);
        var request = new Request
        {
            Kind = RequestKind.Button,
            Name = reply.Buttons["Share"],
            Caller = new Caller("300000000000000001", "200000000000000000"),
        };

        var lost = await actions.HandleAsync(request, action, argument, TestContext.Current.CancellationToken);
        var meanwhile = await bot.Discord.PressAsync(reply.Buttons["Share"]);
        lost.AfterSent!(false);
        var shared = await bot.Discord.PressAsync(reply.Buttons["Share"]);
        var again = await bot.Discord.PressAsync(reply.Buttons["Share"]);

        Assert.Contains("shared already", meanwhile.Text);
        Assert.False(shared.IsPrivate);
        Assert.Contains("Checked for <@300000000000000001>", shared.Text);
        Assert.Contains("shared already", again.Text);
    }

    [Fact]
    public async Task Who_shared_a_check_and_moderators_may_bring_it_up_to_date_and_take_it_back()
    {
        var someone = bot.Discord.As(new SimulatedMember { User = "300000000000000031", Permissions = 0 });
        var other = bot.Discord.As(new SimulatedMember { User = "300000000000000032", Permissions = 0 });
        var checkedClaims = await someone.RunMessageCommandAsync(Check, "OLMo 2 is open source");
        var shared = await someone.PressAsync(checkedClaims.Buttons["Share"]);

        Assert.Contains("Only the one who shared this check", (await other.PressAsync(shared.Buttons["Take back"])).Text);
        Assert.Contains("✅ **OLMo 2 is open source**", Plain(await someone.PressAsync(shared.Buttons["Bring up to date"])));
        Assert.Contains("taken back by", (await bot.Discord.PressAsync(shared.Buttons["Take back"])).Text);
        Assert.Contains("no longer kept", (await someone.PressAsync(shared.Buttons["Bring up to date"])).Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("lunch at noon?")]
    [InlineData("is Llama 3 open source?")]
    [InlineData("@everyone **[x](https://evil.example)**")]
    public async Task A_message_without_claims_is_said_to_have_none(string message)
    {
        var reply = await bot.Discord.RunMessageCommandAsync(Check, message);

        Assert.True(reply.IsPrivate);
        Assert.StartsWith("I found no claim I can check in this message", reply.Text);
        Assert.DoesNotContain("Share", reply.Buttons.Keys);
    }

    private static IEnumerable<string> Many =>
        new[]
        {
            "Grok-1",
            "Grok-2",
            "Llama 2",
            "Llama 3",
            "Mistral 7B",
            "GPT-4",
            "Claude 3",
            "OLMo 2",
            "Whisper",
            "Phi-2",
            "Gemma 2",
            "Qwen3",
        }.Select(name => name + " is closed");

    private static string Plain(SimulatedReply reply) => reply.Text.Replace("\\", "", StringComparison.Ordinal);
}
