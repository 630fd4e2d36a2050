using AiNewsBot.Tests.Harness;

namespace AiNewsBot.Tests.Asking;

public sealed class CheckClaimsTests(BotFixture bot) : IClassFixture<BotFixture>
{
    private const string Check = "Check openness claims";

    [Theory]
    [InlineData("OLMo 2 is open source", "✅ **OLMo 2 is open source**: that is so.")]
    [InlineData("GPT-4 is open source, trust me", "❌ **GPT-4 is open source**: that is not so.")]
    [InlineData("gpt-4 isn't open source", "✅ **GPT-4 is not open source**: that is so.")]
    [InlineData("Grok-1 is open source", "⚖️ **Grok-1 is open source**: that depends.")]
    [InlineData("grok is open source", "⚖️ **Grok is open source**: that depends.")]
    [InlineData("Grok-1 has open weights", "✅ **Grok-1 is open weights**: that is so.")]
    [InlineData("grok 1 is closed source", "❌ **Grok-1 is closed**: that is not so.")]
    [InlineData("Mistral 7B is under Apache 2.0", "✅ **Mistral 7B is under Apache License 2.0**: that is so.")]
    [InlineData("Mistral 7B is MIT licensed", "❌ **Mistral 7B is under MIT License**: that is not so.")]
    [InlineData("Grok-1 is out. It is proprietary.", "❌ **Grok-1 is closed**: that is not so.")]
    [InlineData("Unlike GPT-4, OLMo 2 is open source", "✅ **OLMo 2 is open source**: that is so.")]
    public async Task A_claim_is_judged_by_the_facts(string message, string says)
    {
        var reply = await bot.Discord.RunMessageCommandAsync(Check, message);

        Assert.True(reply.IsPrivate);
        Assert.Contains(says, reply.Text.Replace("\\", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Each_claim_of_a_message_gets_its_own_judgement_with_a_source()
    {
        var reply = await bot.Discord.RunMessageCommandAsync(Check, "OLMo 2 is open source. GPT-4 is open source. I also like Gemma 3.");

        Assert.Contains("✅ **OLMo 2 is open source**", reply.Text);
        Assert.Contains("❌ **GPT-4 is open source**", reply.Text.Replace("\\", "", StringComparison.Ordinal));
        Assert.Contains("ℹ️ **Gemma 3**", reply.Text);
        Assert.Contains("https://", reply.Text);
    }

    [Fact]
    public async Task What_was_checked_can_be_shown_to_all()
    {
        var reply = await bot.Discord.RunMessageCommandAsync(Check, "OLMo 2 is open source and Mistral 7B is not under MIT");

        var shared = await bot.Discord.PressAsync(reply.Buttons["Share"]);

        Assert.False(shared.IsPrivate);
        Assert.Contains("✅ **OLMo 2 is open source**", shared.Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("lunch at noon?")]
    [InlineData("@everyone **[x](https://evil.example)**")]
    public async Task A_message_without_models_is_said_to_have_none(string message)
    {
        var reply = await bot.Discord.RunMessageCommandAsync(Check, message);

        Assert.True(reply.IsPrivate);
        Assert.Contains("no model that I know", reply.Text);
    }
}
