using AiNewsBot.Tests.Harness;
using DiscordSimulator.Interactions;

namespace AiNewsBot.Tests.Answering;

/// <summary>Which answers include a picture, its alt text, and that Discord takes it.</summary>
public sealed class PictureTests(BotFixture bot) : IClassFixture<BotFixture>
{
    [Fact]
    public async Task Comparison_comes_with_a_component_matrix()
    {
        Assert.SkipUnless(ChatClient.IsLean, "Discord.Net cuts descriptions of pictures");
        var reply = await bot.Discord.RunCommandAsync("compare", ("first", "grok-1"), ("second", "llama-3"), ("third", "olmo-2"));

        var picture = Assert.Single(reply.Pictures);
        Assert.Equal("comparison.png", picture.Name);
        Assert.Contains("Grok-1 (open weights, Apache-2.0): public: weights", picture.Description);
        Assert.Contains("OLMo 2 (open source", picture.Description);
        AssertPng(picture);
    }

    [Theory]
    [InlineData("grok")]
    [InlineData("llama")]
    [InlineData("openai")]
    public async Task Timeline_comes_with_an_event_line(string name)
    {
        var reply = await bot.Discord.RunCommandAsync("timeline", ("name", name));

        var picture = Assert.Single(reply.Pictures);
        Assert.Equal("timeline.png", picture.Name);
        Assert.Contains("what happened when", picture.Description);
        AssertPng(picture);
    }

    [Theory]
    [InlineData("model", "name", "xai")]
    [InlineData("model", "name", "grok")]
    [InlineData("ask", "question", "is alibaba open source")]
    public async Task Maker_comes_with_a_release_chart(string command, string option, string value)
    {
        var reply = await bot.Discord.RunCommandAsync(command, (option, value));

        var picture = Assert.Single(reply.Pictures);
        Assert.Equal("releases.png", picture.Name);
        Assert.Contains("releases by openness", picture.Description);
        AssertPng(picture);
    }

    [Theory]
    [InlineData("ask", "question", "is grok open source")]
    [InlineData("model", "name", "grok-1")]
    [InlineData("ask", "question", "what licence is grok-1 under")]
    [InlineData("ask", "question", "is wombatlm open source")]
    public async Task Short_answer_comes_without_a_picture(string command, string option, string value)
    {
        var reply = await bot.Discord.RunCommandAsync(command, (option, value));

        Assert.Empty(reply.Pictures);
    }

    [Fact]
    public async Task Next_page_of_a_timeline_brings_its_own_picture()
    {
        var latest = await bot.Discord.RunCommandAsync("timeline", ("name", "google"));

        var earlier = await bot.Discord.PressAsync(latest.Buttons["Earlier"]);

        Assert.NotEqual(Assert.Single(latest.Pictures).Description, Assert.Single(earlier.Pictures).Description);
    }

    [Fact]
    public async Task Comparison_by_button_and_form_has_its_picture()
    {
        var answer = await bot.Discord.RunCommandAsync("ask", ("question", "is grok-1 open source"));

        var form = await bot.Discord.PressAsync(answer.Buttons["Compare"]);
        var comparison = await bot.Discord.SubmitAsync(form.FormId!, (form.Fields.Values.Single(), "llama 4"));

        AssertPng(Assert.Single(comparison.Pictures));
    }

    private static void AssertPng(SimulatedPicture picture)
    {
        Assert.InRange(picture.Description.Length, 1, 1024);

        // Two pixels to the point, as wide as a phone's screen.
        Assert.Equal(800, System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(picture.File.AsSpan(16)));
    }
}
