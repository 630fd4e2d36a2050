using DiscordSimulator;

namespace AiNewsBot.Tests.Harness;

/// <summary>One running bot for the tests of a class that only ask.</summary>
public sealed class BotFixture : IAsyncLifetime
{
    private RunningBot? _bot;

    public FakeDiscord Discord => _bot!.Discord;

    internal IServiceProvider Services => _bot!.Services;

    internal BotDatabase Database => new(_bot!.Services);

    public async ValueTask InitializeAsync() => _bot = await RunningBot.StartAsync();

    public ValueTask DisposeAsync() => _bot?.DisposeAsync() ?? ValueTask.CompletedTask;
}
