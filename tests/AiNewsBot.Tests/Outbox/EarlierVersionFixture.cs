using AiNewsBot.Tests.Harness;
using AiNewsBot.Tests.News;

namespace AiNewsBot.Tests.Outbox;

/// <summary>One bot over the database of an earlier version, for tests that leave what the others look at.</summary>
public sealed class EarlierVersionFixture : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private NewsRig? _rig;

    internal NewsRig Rig => _rig!;

    public async ValueTask InitializeAsync() => _rig = await EarlierVersion.StartAsync(_folder);

    public async ValueTask DisposeAsync()
    {
        if (_rig is not null)
            await _rig.DisposeAsync();
        _folder.Dispose();
    }
}
