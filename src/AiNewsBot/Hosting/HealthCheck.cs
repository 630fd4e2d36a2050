using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.News;
using AiNewsBot.Storage.Sqlite;

namespace AiNewsBot.Hosting;

/// <summary>Looks at how the bot is.</summary>
internal sealed class HealthCheck(
    IChatTransport transport,
    WriteProbe probe,
    NewsStallDetector news,
    SnapshotHolder snapshots,
    TimeProvider time
)
{
    public async Task<HealthReport> LookAsync() =>
        new(
            transport.State,
            snapshots.IsLoaded ? await probe.GetErrorAsync() ?? HealthReport.Ok : "loading",
            news.IsEnabled ? news.Error ?? HealthReport.Ok : HealthReport.Off,
            snapshots.IsLoaded ? time.GetUtcNow() - snapshots.Current.BuiltAt : null
        );
}
