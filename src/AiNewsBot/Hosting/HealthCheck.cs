using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.News;
using AiNewsBot.Storage;

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
    public HealthReport Look() =>
        new(
            transport.State,
            snapshots.IsLoaded ? probe.GetError() ?? HealthReport.Ok : "loading",
            news.IsEnabled ? news.Error ?? HealthReport.Ok : HealthReport.Off,
            snapshots.IsLoaded ? time.GetUtcNow() - snapshots.Current.BuiltAt : null
        );
}
