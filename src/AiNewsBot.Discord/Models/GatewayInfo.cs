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
    public static GatewayInfo Read(byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        try
        {
            var root = document.RootElement;
            var limit = root.GetProperty("session_start_limit");
            return new GatewayInfo(
                new Uri(root.GetProperty("url").GetString()!),
                Math.Max(1, root.GetProperty("shards").GetInt32()),
                Math.Max(1, limit.GetProperty("total").GetInt32()),
                limit.GetProperty("remaining").GetInt32(),
                TimeSpan.FromMilliseconds(limit.GetProperty("reset_after").GetInt64()),
                Math.Max(1, limit.GetProperty("max_concurrency").GetInt32())
            );
        }
        catch (Exception exception)
            when (exception is KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new JsonException("no description of a gateway", exception);
        }
    }
}
