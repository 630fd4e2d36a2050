using AiNewsBot.Tests.Harness;
using DiscordSimulator.Interactions;

namespace AiNewsBot.Tests.Asking;

/// <summary>Which answers come with a picture, what it says to those who do not see it, and that Discord takes it.</summary>
public sealed class PictureTests(BotFixture bot) : IClassFixture<BotFixture>
{
    [Fact]
    public async Task A_comparison_comes_with_its_component_matrix()
    {
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
    public async Task A_timeline_comes_with_a_line_of_its_events(string name)
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
    public async Task A_maker_comes_with_its_releases_over_time(string command, string option, string value)
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
    public async Task What_a_sentence_answers_comes_without(string command, string option, string value)
    {
        var reply = await bot.Discord.RunCommandAsync(command, (option, value));

        Assert.Empty(reply.Pictures);
    }

    [Fact]
    public async Task Another_page_of_a_timeline_brings_its_own_picture()
    {
        var latest = await bot.Discord.RunCommandAsync("timeline", ("name", "google"));

        var earlier = await bot.Discord.PressAsync(latest.Buttons["Earlier"]);

        Assert.NotEqual(Assert.Single(latest.Pictures).Description, Assert.Single(earlier.Pictures).Description);
    }

    [Fact]
    public async Task A_comparison_by_button_and_form_has_its_picture_too()
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
