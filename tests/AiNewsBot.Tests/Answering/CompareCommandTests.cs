using AiNewsBot.Tests.Harness;

namespace AiNewsBot.Tests.Answering;

public sealed class CompareCommandTests(BotFixture bot) : IClassFixture<BotFixture>
{
    [Fact]
    public async Task Two_models_are_compared_component_by_component()
    {
        var reply = await bot.Discord.RunCommandAsync("compare", ("first", "grok-1"), ("second", "olmo-2"));

        Assert.False(reply.IsPrivate);
        Assert.Contains("Grok-1", reply.Text);
        Assert.Contains("OLMo 2", reply.Text);
        Assert.Contains("training data", reply.Text);
    }

    [Fact]
    public async Task Three_makers_can_be_compared()
    {
        var reply = await bot.Discord.RunCommandAsync("compare", ("first", "xai"), ("second", "Mistral AI"), ("third", "allenai"));

        Assert.Contains("xAI", reply.Text);
        Assert.Contains("Mistral AI", reply.Text);
        Assert.Contains("Ai2", reply.Text);
    }

    [Fact]
    public async Task Model_compared_with_itself_is_refused()
    {
        var reply = await bot.Discord.RunCommandAsync("compare", ("first", "grok-1"), ("second", "Grok 1"));

        Assert.True(reply.IsPrivate);
        Assert.Contains("alone is no comparison", reply.Text);
    }

    [Fact]
    public async Task Unknown_model_is_named_in_an_ephemeral_refusal()
    {
        var reply = await bot.Discord.RunCommandAsync("compare", ("first", "grok-1"), ("second", "WombatLM"));

        Assert.True(reply.IsPrivate);
        Assert.Contains("WombatLM", reply.Text);
    }

    [Fact]
    public async Task Compare_button_asks_for_the_other_model_and_compares()
    {
        var answer = await bot.Discord.RunCommandAsync("ask", ("question", "is grok-1 open source"));

        var form = await bot.Discord.PressAsync(answer.Buttons["Compare"]);
        var comparison = await bot.Discord.SubmitAsync(form.FormId!, (form.Fields.Values.Single(), "llama 4"));

        Assert.Equal("Compare Grok-1", form.Text);
        Assert.True(comparison.IsPrivate);
        Assert.Contains("Llama 4", comparison.Text);
        Assert.Contains("Grok-1", comparison.Text);
    }
}
