using System.Text.Json;

namespace AiNewsBot.Discord.Gateway;

/// <summary>What GET /gateway/bot tells.</summary>
/// <param name="Url">Where to connect.</param>
/// <param name="Shards">How many shards Discord recommends.</param>
/// <param name="Remaining">How many identifies are left.</param>
/// <param name="ResetAfter">When they are all back.</param>
/// <param name="MaxConcurrency">How many shards may identify within five seconds.</param>
internal sealed record GatewayInfo(Uri Url, int Shards, int Remaining, TimeSpan ResetAfter, int MaxConcurrency)
{
    /// <exception cref="JsonException">It is none.</exception>
    public static GatewayInfo Read(byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        var limit = root.GetProperty("session_start_limit");
        return new GatewayInfo(
            new Uri(root.GetProperty("url").GetString()!),
            root.GetProperty("shards").GetInt32(),
            limit.GetProperty("remaining").GetInt32(),
            TimeSpan.FromMilliseconds(limit.GetProperty("reset_after").GetInt64()),
            Math.Max(1, limit.GetProperty("max_concurrency").GetInt32()));
    }
}
