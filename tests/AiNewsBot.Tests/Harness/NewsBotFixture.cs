using DiscordSimulator;

namespace AiNewsBot.Tests.Harness;

/// <summary>One running bot that posts, too, for the tests of a class; it follows no feeds.</summary>
public sealed class NewsBotFixture : IAsyncLifetime
{
    private RunningBot? _bot;

    public FakeDiscord Discord => _bot!.Discord;

    public async ValueTask InitializeAsync() =>
        _bot = await RunningBot.StartAsync(
            settings:
            [
                KeyValuePair.Create<string, string?>("News:Enabled", "true"),
                KeyValuePair.Create<string, string?>("News:WatchedOrganizations", ""),
                KeyValuePair.Create<string, string?>("News:Feeds:0:Url", "http://127.0.0.1:9/none.xml"),
            ]
        );

    public ValueTask DisposeAsync() => _bot?.DisposeAsync() ?? ValueTask.CompletedTask;
}
