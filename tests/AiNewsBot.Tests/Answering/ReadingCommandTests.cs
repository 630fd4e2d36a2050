using AiNewsBot.Chat;
using AiNewsBot.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace AiNewsBot.Tests.Answering;

public sealed class ReadingCommandTests(BotFixture bot) : IClassFixture<BotFixture>
{
    [Fact]
    public async Task Timeline_lists_announcements_promises_and_releases_by_date()
    {
        var reply = await bot.Discord.RunCommandAsync("timeline", ("name", "grok"));

        Assert.Contains("What is known of Grok, by date", reply.Text);
        Assert.Contains("2024-03-17", reply.Text);
        Assert.Contains("2025-08-23", reply.Text);
    }

    [Fact]
    public async Task Long_timeline_pages_back_in_time()
    {
        var latest = await bot.Discord.RunCommandAsync("timeline", ("name", "openai"));

        var earlier = await bot.Discord.PressAsync(latest.Buttons["Earlier"]);

        Assert.Equal(7, earlier.Type);
        Assert.True(earlier.Buttons.ContainsKey("Later"));
        Assert.NotEqual(latest.Text, earlier.Text);
    }

    [Theory]
    [InlineData("Apache-2.0", "Apache License 2.0")]
    [InlineData("apache 2", "Apache License 2.0")]
    [InlineData("LicenseRef-Llama-3", "700 million")]
    [InlineData("grok-1", "Apache-2.0")]
    public async Task Licence_is_explained_by_id_name_or_model(string name, string says)
    {
        var reply = await bot.Discord.RunCommandAsync("licence", ("name", name));

        Assert.False(reply.IsPrivate);
        Assert.Contains(says, reply.Text.Replace("\\", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Commands_are_registered_with_translated_names()
    {
        await using var own = await RunningBot.StartAsync();

        var commands = own.Services.GetRequiredService<IRequestHandler>().Commands;

        Assert.Equal("license", commands.Single(command => command.Name == "licence").Names["en-US"]);
        Assert.All(
            commands,
            command => Assert.Superset(new HashSet<string> { "es-ES", "de", "fr", "pt-BR", "hi", "ja" }, command.Names.Keys.ToHashSet())
        );
    }

    [Fact]
    public async Task Reading_commands_work_in_servers_direct_messages_and_user_installs()
    {
        var sent = await bot.Discord.Rest.Requests.FirstAsync(
            "the commands to be registered",
            request => request is { Method: "PUT" } && request.Path.EndsWith("/commands", StringComparison.Ordinal)
        );

        var commands = System
            .Text.Json.JsonDocument.Parse(sent.Body)
            .RootElement.EnumerateArray()
            .ToDictionary(command => command.GetProperty("name").GetString()!);

        Assert.All(
            ["ask", "model", "compare", "models", "timeline", "licence", "help", "about", "Check openness claims"],
            name =>
            {
                Assert.Equal("[0,1]", commands[name].GetProperty("integration_types").GetRawText());
                Assert.Equal("[0,1,2]", commands[name].GetProperty("contexts").GetRawText());
            }
        );
    }

    [Fact]
    public async Task Refusal_can_be_shared_with_everyone()
    {
        var refusal = await bot.Discord.RunCommandAsync("ask", ("question", "is llama 9 open source"));

        var shared = await bot.Discord.PressAsync(refusal.Buttons["Share"]);

        Assert.True(refusal.IsPrivate);
        Assert.False(shared.IsPrivate);
        Assert.Contains("I don't know Llama 9", shared.Text);
    }

    [Fact]
    public async Task Button_of_an_unknown_version_says_so()
    {
        var reply = await bot.Discord.PressAsync("no-such-action:grok");

        Assert.True(reply.IsPrivate);
        Assert.Contains("another version", reply.Text);
    }
}
