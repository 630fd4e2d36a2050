using AiNewsBot.Tests.Harness;

namespace AiNewsBot.Tests.Answering;

public sealed class ModelsCommandTests(BotFixture bot) : IClassFixture<BotFixture>
{
    [Fact]
    public async Task Filters_are_combined()
    {
        var reply = await bot.Discord.RunCommandAsync("models", ("organization", "google"), ("licence", "Apache-2.0"));

        Assert.False(reply.IsPrivate);
        Assert.Contains("Google, Apache License 2.0", reply.Text);
        Assert.Contains("T5", reply.Text);
        Assert.DoesNotContain("Llama", reply.Text);
    }

    [Theory]
    [InlineData("country", "fr", "Mistral")]
    [InlineData("verdict", "open-source", "OLMo")]
    [InlineData("component", "training_data", "OLMo 3")]
    public async Task Each_filter_narrows_the_list(string option, string value, string found)
    {
        var reply = await bot.Discord.RunCommandAsync("models", (option, value));

        Assert.Contains(found, reply.Text);
        Assert.DoesNotContain("Claude", reply.Text);
    }

    [Theory]
    [InlineData("France")]
    [InlineData("FRA")]
    public async Task Country_is_found_by_its_name(string country)
    {
        var reply = await bot.Discord.RunCommandAsync("models", ("country", country));

        Assert.Contains("From France:", reply.Text);
        Assert.Contains("Mistral", reply.Text);
    }

    [Fact]
    public async Task Country_without_makers_is_told()
    {
        var reply = await bot.Discord.RunCommandAsync("models", ("country", "Atlantis"));

        Assert.Contains("I know no maker from Atlantis", reply.Text);
    }

    [Fact]
    public async Task Year_narrows_to_releases_of_that_year()
    {
        var reply = await bot.Discord.RunCommandAsync("models", ("year", 2019));

        Assert.Contains("GPT-2", reply.Text);
        Assert.DoesNotContain("Llama", reply.Text);
    }

    [Fact]
    public async Task Future_year_is_refused_with_the_valid_range()
    {
        var reply = await bot.Discord.RunCommandAsync("models", ("year", 2999));

        Assert.True(reply.IsPrivate);
        Assert.Contains("2999 is no year", reply.Text);
    }

    [Fact]
    public async Task Long_list_turns_pages_in_place_and_shows_each_release_once()
    {
        var page = await bot.Discord.RunCommandAsync("models");
        Assert.Matches(@"All \d+, newest first \(page 1 of \d+\):", page.Text);
        var seen = new HashSet<string>();
        var pages = 1;
        AddLines(page.Text, seen);
        while (page.Buttons.TryGetValue("Next", out var more))
        {
            page = await bot.Discord.PressAsync(more);
            Assert.Equal(7, page.Type);
            AddLines(page.Text, seen);
            pages++;
        }

        Assert.True(pages > 2);
        Assert.True(page.Buttons.ContainsKey("Back"));
        Assert.DoesNotContain("more.", page.Text);
    }

    [Fact]
    public async Task List_asked_for_in_words_turns_pages_in_place()
    {
        var list = await bot.Discord.RunCommandAsync("ask", ("question", "which models are from american companies"));

        var next = await bot.Discord.PressAsync(list.Buttons["Next"]);

        Assert.Equal(7, next.Type);
        Assert.NotEqual(list.Text, next.Text);
    }

    [Theory]
    [InlineData("chinese models except qwen", "Not Qwen")]
    [InlineData("list all MIT or apache models", "MIT License or Apache License 2.0")]
    public async Task Further_page_keeps_what_the_words_narrow_by(string question, string filter)
    {
        var list = await bot.Discord.RunCommandAsync("ask", ("question", question));

        var next = await bot.Discord.PressAsync(list.Buttons["Next"]);

        Assert.Contains(filter, next.Text);
        Assert.NotEqual(list.Text, next.Text);
    }

    [Fact]
    public async Task Page_button_for_removed_data_says_so()
    {
        var reply = await bot.Discord.PressAsync("list-page:no-such-maker||||||:2");

        Assert.True(reply.IsPrivate);
        Assert.Contains("no longer known", reply.Text);
    }

    [Theory]
    [InlineData("organization", "mistr", "mistral-ai")]
    [InlineData("country", "f", "FR")]
    [InlineData("country", "Fra", "FR")]
    [InlineData("country", "Germany", "DE")]
    [InlineData("country", "deutschl", "DE")]
    [InlineData("country", "Frankr", "FR")]
    [InlineData("country", "中国", "CN")]
    [InlineData("licence", "apache", "Apache-2.0")]
    public async Task Options_of_models_command_autocomplete(string option, string typed, string value)
    {
        var reply = await bot.Discord.AutocompleteAsync("models", option, typed);

        Assert.Contains(reply.Choices, choice => choice.Value == value);
    }

    private static void AddLines(string text, HashSet<string> seen) =>
        Assert.All(
            text.Split('\n').Where(line => line.StartsWith("- ", StringComparison.Ordinal)),
            line => Assert.True(seen.Add(line), $"twice: {line}")
        );
}
