using System.Runtime.InteropServices;
using System.Text.Json.Serialization;

namespace AiNewsBot.Discord.Gateway;

/// <summary>Begins a session.</summary>
internal sealed record IdentifyPayload(string Token, int Intents, ConnectionProperties Properties, int[] Shard, PresencePayload? Presence)
{
    public static IdentifyPayload Create(DiscordOptions options, int shard, int shards) =>
        new(
            options.Token,
            (int)options.Intents,
            ConnectionProperties.Own,
            [shard, shards],
            options.Presence is null ? null : new PresencePayload([new ActivityPayload(options.Presence)])
        );
}

/// <summary>Resumes a session.</summary>
internal sealed record ResumePayload(string Token, string SessionId, long Seq);

/// <summary>What connects.</summary>
internal sealed record ConnectionProperties(string Os, string Browser, string Device)
{
    private const string Library = "AiNewsBot.Discord";

    public static ConnectionProperties Own { get; } =
        new(
            OperatingSystem.IsWindows() ? "windows"
                : OperatingSystem.IsMacOS() ? "macos"
                : RuntimeInformation.RuntimeIdentifier.Split('-')[0],
            Library,
            Library
        );
}

/// <summary>How the bot shows itself.</summary>
internal sealed record PresencePayload(ActivityPayload[] Activities)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public long? Since { get; init; }

    public string Status { get; init; } = "online";

    public bool Afk { get; init; }
}

/// <summary>A status in words.</summary>
internal sealed record ActivityPayload(string State)
{
    private const int Custom = 4;

    public string Name { get; init; } = "Custom Status";

    public int Type { get; init; } = Custom;
}

/// <summary>Writers made at compile time.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(IdentifyPayload))]
[JsonSerializable(typeof(ResumePayload))]
internal sealed partial class SessionJson : JsonSerializerContext;
