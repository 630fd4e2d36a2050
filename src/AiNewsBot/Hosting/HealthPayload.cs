using System.Text.Json.Serialization;

namespace AiNewsBot.Hosting;

/// <summary>A report of health as monitoring reads it.</summary>
internal sealed record HealthPayload(
    string Status,
    string Gateway,
    string Commands,
    string Database,
    string News,
    TimeSpan? SnapshotAge,
    string Version
)
{
    private const string Ok = "ok";

    public static HealthPayload From(HealthReport report) =>
        new(
            report.IsHealthy ? Ok : "degraded",
            report.Transport.Description,
            report.Transport.CommandsError ?? Ok,
            report.SnapshotAge is null ? "loading" : report.DatabaseError ?? Ok,
            report.IsNewsEnabled ? report.NewsError ?? Ok : "off",
            report.SnapshotAge,
            BuildInfo.Text
        );
}

/// <summary>The writer, made at compile time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(HealthPayload))]
internal sealed partial class HealthJson : JsonSerializerContext;
