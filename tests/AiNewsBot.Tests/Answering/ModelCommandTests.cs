using AiNewsBot.Tests.Harness;

namespace AiNewsBot.Tests.Answering;

public sealed class ModelCommandTests(BotFixture bot) : IClassFixture<BotFixture>
{
    [Fact]
    public async Task Name_completes_from_its_beginning()
    {
        var reply = await bot.Discord.AutocompleteAsync("model", "name", "grok");

        Assert.Equal(8, reply.Type);
        Assert.Equal("grok", reply.Choices[0].Value);
        Assert.Contains(reply.Choices, choice => choice.Value == "grok-1");
    }

    [Fact]
    public async Task Empty_input_suggests_at_most_25_names()
    {
        var reply = await bot.Discord.AutocompleteAsync("model", "name", "");

        Assert.Equal(25, reply.Choices.Count);
    }

    [Fact]
    public async Task Picked_name_gets_its_card()
    {
        var reply = await bot.Discord.RunCommandAsync("model", ("name", "llama-3"));

        Assert.Contains("Llama 3 has published weights under a restricted licence", reply.Text);
        Assert.False(reply.IsPrivate);
    }

    [Fact]
    public async Task Name_typed_past_the_list_is_still_found()
    {
        var reply = await bot.Discord.RunCommandAsync("model", ("name", "deepseek r1"));

        Assert.Contains("DeepSeek-R1", reply.Text.Replace("\\", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Unknown_model_is_reported_as_unknown()
    {
        var reply = await bot.Discord.RunCommandAsync("model", ("name", "WombatLM"));

        Assert.True(reply.IsPrivate);
        Assert.Contains("WombatLM", reply.Text);
        Assert.Contains("I don't know WombatLM.", reply.Text);
    }

    [Theory]
    [InlineData("about", "settles")]
    [InlineData("help", "/ask")]
    public async Task About_command_explains_the_bot(string command, string says)
    {
        var reply = await bot.Discord.RunCommandAsync(command);

        Assert.Contains(says, reply.Text);
    }

    [Fact]
    public async Task Names_begin_with_the_families_that_people_ask_for_most()
    {
        var reply = await bot.Discord.AutocompleteAsync("model", "name", "");

        Assert.Equal("Llama (all releases)", reply.Choices[0].Key);
        Assert.Equal(
            ["Gemma (all releases)", "Grok (all releases)"],
            reply
                .Choices.Select(choice => choice.Key)
                .Where(name => name.StartsWith("Gemma (", StringComparison.Ordinal) || name.StartsWith("Grok (", StringComparison.Ordinal))
        );
    }
}
