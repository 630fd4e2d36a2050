using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.News;
using AiNewsBot.Storage;

namespace AiNewsBot.Hosting;

/// <summary>Checks the connection, the database, the news and the facts.</summary>
internal sealed class HealthCheck(
    IChatTransport transport,
    IWriteProbe probe,
    NewsStallDetector news,
    SnapshotHolder snapshots,
    TimeProvider time
)
{
    /// <summary>Whether requests that come to this process are answered. Questions are while the database is away, too, which is not
    /// asked.</summary>
    public bool IsReady => transport.State.IsConnected && snapshots.IsLoaded;

    public async Task<HealthReport> CheckAsync() =>
        new(
            transport.State,
            snapshots.IsLoaded ? await probe.GetErrorAsync() : null,
            news.IsEnabled,
            news.IsEnabled ? news.Error : null,
            snapshots.IsLoaded ? time.GetUtcNow() - snapshots.Current.BuiltAt : null
        );
}
