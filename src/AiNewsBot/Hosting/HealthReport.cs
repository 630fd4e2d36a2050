using AiNewsBot.Chat;

namespace AiNewsBot.Hosting;

/// <summary>How the bot is: its connection, its commands, its database, its news, the age of its facts.</summary>
/// <param name="Transport">The state of the connection.</param>
/// <param name="DatabaseError">What is wrong with the database; null where nothing is.</param>
/// <param name="IsNewsEnabled">Whether it is set to post news.</param>
/// <param name="NewsError">What has stopped; null where nothing has.</param>
/// <param name="SnapshotAge">How long ago the facts were loaded; null when they are not.</param>
internal sealed record HealthReport(
    TransportState Transport,
    string? DatabaseError,
    bool IsNewsEnabled,
    string? NewsError,
    TimeSpan? SnapshotAge
)
{
    /// <summary>Whether it can answer, keep what it is told, and do what it is set to do.</summary>
    public bool IsHealthy =>
        Transport is { IsConnected: true, CommandsError: null } && DatabaseError is null && NewsError is null && SnapshotAge is not null;
}
