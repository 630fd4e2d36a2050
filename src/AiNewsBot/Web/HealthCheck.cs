using AiNewsBot.Answering;
using AiNewsBot.News;
using AiNewsBot.Storage;
using AiNewsBot.Transport;

namespace AiNewsBot.Web;

/// <summary>Looks at how the bot is.</summary>
internal sealed class HealthCheck(IChatTransport transport, WriteProbe probe, NewsWatch news, SnapshotHolder snapshots, TimeProvider time)
{
    public HealthReport Look() => new(
        transport.State,
        snapshots.IsLoaded ? probe.GetError() ?? HealthReport.Ok : "loading",
        news.IsEnabled ? news.Error ?? HealthReport.Ok : HealthReport.Off,
        snapshots.IsLoaded ? time.GetUtcNow() - snapshots.Current.BuiltAt : null);
}
