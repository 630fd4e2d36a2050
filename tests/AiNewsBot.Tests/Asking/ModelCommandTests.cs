using AiNewsBot.Tests.Harness;

namespace AiNewsBot.Tests.Asking;

public sealed class ModelCommandTests(BotFixture bot) : IClassFixture<BotFixture>
{
    [Fact]
    public async Task A_name_completes_from_its_beginning()
    {
        var reply = await bot.Discord.AutocompleteAsync("model", "name", "grok");

        Assert.Equal(8, reply.Type);
        Assert.Equal("grok", reply.Choices[0].Value);
        Assert.Contains(reply.Choices, choice => choice.Value == "grok-1");
    }

    [Fact]
    public async Task Nothing_typed_yet_suggests_what_there_is_and_never_more_than_25()
    {
        var reply = await bot.Discord.AutocompleteAsync("model", "name", "");

        Assert.Equal(25, reply.Choices.Count);
    }

    [Fact]
    public async Task What_was_picked_gets_its_card()
    {
        var reply = await bot.Discord.RunCommandAsync("model", ("name", "llama-3"));

        Assert.Contains("Llama 3 has published weights under a restricted licence", reply.Text);
        Assert.False(reply.IsPrivate);
    }

    [Fact]
    public async Task A_name_typed_past_the_list_is_found_all_the_same()
    {
        var reply = await bot.Discord.RunCommandAsync("model", ("name", "deepseek r1"));

        Assert.Contains("DeepSeek-R1", reply.Text.Replace("\\", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_unknown_model_is_said_to_be_unknown()
    {
        var reply = await bot.Discord.RunCommandAsync("model", ("name", "WombatLM"));

        Assert.True(reply.IsPrivate);
        Assert.Contains("WombatLM", reply.Text);
        Assert.Contains("I don't know WombatLM.", reply.Text);
    }

    [Theory]
    [InlineData("about", "settles")]
    [InlineData("help", "/ask")]
    public async Task The_bot_explains_itself(string command, string says)
    {
        var reply = await bot.Discord.RunCommandAsync(command);

        Assert.Contains(says, reply.Text);
    }
}
