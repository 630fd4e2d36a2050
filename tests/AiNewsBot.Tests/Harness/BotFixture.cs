using AiNewsBot.Storage.Sqlite;
using DiscordSimulator;
using Microsoft.Extensions.DependencyInjection;

namespace AiNewsBot.Tests.Harness;

/// <summary>One running bot for the tests of a class that only ask.</summary>
public sealed class BotFixture : IAsyncLifetime
{
    private RunningBot? _bot;

    public FakeDiscord Discord => _bot!.Discord;

    internal DatabaseFile Database => _bot!.Services.GetRequiredService<DatabaseFile>();

    public async ValueTask InitializeAsync() => _bot = await RunningBot.StartAsync();

    public ValueTask DisposeAsync() => _bot?.DisposeAsync() ?? ValueTask.CompletedTask;
}
