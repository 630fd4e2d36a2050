using AiNewsBot.Tests.Harness;

namespace AiNewsBot.Tests.Curation.Forms;

/// <summary>By what a form lets people choose.</summary>
public sealed class FormControlTests(BotFixture bot) : IClassFixture<BotFixture>
{
    private const int Menu = 3;
    private const int RadioGroup = 21;

    [Fact]
    public async Task Few_values_are_all_in_view_with_the_present_one_chosen_and_the_one_that_is_sent_is_saved()
    {
        var user = bot.Discord.As(Guilds.Manager());
        var form = await user.RunCommandAsync("fact edit", ("subject", "grok-1"), ("property", "weights"));
        var options = form.Content.GetProperty("components")[0].GetProperty("component").GetProperty("options").EnumerateArray().ToArray();

        var saved = await user.SubmitAsync(
            form.FormId!,
            ("value", "gated"),
            ("since", "2024-03-17"),
            ("until", ""),
            ("source", "https://example.org/weights"),
            ("why", "The page asks for a name")
        );

        Assert.Equal(RadioGroup, form.Controls["value"]);
        Assert.Equal(
            ["available", "gated", "on-request", "partial", "unavailable", "unknown"],
            options.Select(option => option.GetProperty("value").GetString())
        );
        var chosen = Assert.Single(options, option => option.TryGetProperty("default", out _));
        Assert.Equal("available", chosen.GetProperty("value").GetString());
        Assert.Contains("after: **gated**", saved.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_ten_are_in_a_menu()
    {
        var user = bot.Discord.As(Guilds.Manager());
        var answer = await user.RunCommandAsync("ask", ("question", "is grok-1 open source"));
        var more = await user.PressAsync(answer.Buttons["More"]);

        var form = await user.PressAsync(more.Buttons["Report a mistake"]);

        Assert.Equal(Menu, form.Controls["property"]);
    }
}
