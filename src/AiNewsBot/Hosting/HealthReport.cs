using AiNewsBot.Chat;

namespace AiNewsBot.Hosting;

/// <summary>How the bot is: its connection, its commands, its database, its news, the age of its facts.</summary>
/// <param name="Transport">The state of the connection.</param>
/// <param name="Database">ok, or what is wrong with it.</param>
/// <param name="News">ok, off, or what has stopped.</param>
/// <param name="SnapshotAge">How long ago the facts were loaded; null when they are not.</param>
internal sealed record HealthReport(TransportState Transport, string Database, string News, TimeSpan? SnapshotAge)
{
    public const string Ok = "ok";
    public const string Off = "off";

    /// <summary>Whether it can answer, keep what it is told, and do what it is set to do.</summary>
    public bool IsHealthy =>
        Transport is { IsConnected: true, CommandsError: null } && Database == Ok && News is Ok or Off && SnapshotAge is not null;
}
