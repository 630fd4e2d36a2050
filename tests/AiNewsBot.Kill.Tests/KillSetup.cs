using AiNewsBot.Tests.Harness;

namespace AiNewsBot.Kill.Tests;

/// <summary>What is killed: one process after the other on a file, or some of several that share a server.</summary>
/// <param name="Processes">How many share the news.</param>
/// <param name="Cluster">The server; null for SQLite.</param>
internal sealed record KillSetup(int Processes, PostgresCluster? Cluster)
{
    public const string Database = "kills";

    /// <summary>What each process is told. It has no gateway: processes come and go faster than Discord lets them identify.</summary>
    public static IEnumerable<(string Key, string Value)> Settings =>
        [
            ("Discord__Gateway", "false"),
            ("Http__Urls", ""),
            ("News__PollInterval", "00:00:01"),
            ("News__ArticlePictures", "true"),
            ("News__AllowedPrivateAddresses", "127.0.0.1"),
            ("News__WatchedOrganizations", ""),
        ];

    public static KillSetup OneOnSqlite { get; } = new(1, null);

    /// <summary>The channels that are posted in: a forum, one of announcements, and texts.</summary>
    public int Texts => Cluster is null ? 2 : 10;

    public int Feeds => Cluster is null ? 2 : 6;

    // Those that happen between processes come among the first: however few kills there are, a frozen process is one of them. Templates,
    // webhooks and limits are set in the file.
    public KillStage[] Stages =>
        Cluster is null
            ? [.. Enum.GetValues<KillStage>().Where(stage => stage != KillStage.Frozen)]
            :
            [
                KillStage.AtRandom,
                KillStage.MessagePosted,
                KillStage.Frozen,
                .. Enum.GetValues<KillStage>()
                    .Except([
                        KillStage.AtRandom,
                        KillStage.MessagePosted,
                        KillStage.Frozen,
                        KillStage.WebhookLost,
                        KillStage.WebhookPosted,
                    ]),
            ];
}
