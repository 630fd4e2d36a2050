using System.Text.Json;

namespace AiNewsBot.Discord.Models;

/// <summary>What GET /gateway/bot tells.</summary>
/// <param name="Url">Where to connect.</param>
/// <param name="Shards">How many shards Discord recommends.</param>
/// <param name="Total">How many identifies a day has.</param>
/// <param name="Remaining">How many of them are left.</param>
/// <param name="ResetAfter">When they are all back.</param>
/// <param name="MaxConcurrency">How many shards may identify within five seconds.</param>
internal sealed record GatewayInfo(Uri Url, int Shards, int Total, int Remaining, TimeSpan ResetAfter, int MaxConcurrency)
{
    /// <exception cref="JsonException">The JSON is not of this form.</exception>
    public static GatewayInfo Read(byte[] json) =>
        JsonSerializer.Deserialize(json, DiscordJson.Default.GatewayPayload) is var (url, shards, limit)
        && Uri.TryCreate(url, UriKind.Absolute, out var address)
            ? new GatewayInfo(
                address,
                Math.Max(1, shards),
                Math.Max(1, limit.Total),
                limit.Remaining,
                TimeSpan.FromMilliseconds(limit.ResetAfter),
                Math.Max(1, limit.MaxConcurrency)
            )
            : throw new JsonException("no description of a gateway");
}
