using System.Text.Json.Serialization;

namespace AiNewsBot.Discord.Models;

/// <summary>GET /gateway/bot.</summary>
internal sealed record GatewayPayload(string Url, int Shards, SessionStartLimit SessionStartLimit);

/// <summary>How many sessions may start.</summary>
internal sealed record SessionStartLimit(int Total, int Remaining, long ResetAfter, int MaxConcurrency);

/// <summary>GET /applications/@me.</summary>
internal sealed record ApplicationPayload(Snowflake Id, string Name, string VerifyKey);

/// <summary>GET /users/@me.</summary>
internal sealed record UserPayload(Snowflake Id);

/// <summary>One of the servers of GET /users/@me/guilds.</summary>
internal sealed record GuildPayload(Snowflake Id);

/// <summary>A member of a server.</summary>
internal sealed record MemberPayload(Snowflake[] Roles);

/// <summary>A role of a server.</summary>
[JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
internal sealed record RolePayload(Snowflake Id, ulong Permissions);

/// <summary>A webhook.</summary>
internal sealed record WebhookPayload(Snowflake Id, Snowflake? ChannelId = null, Snowflake? ApplicationId = null, string? Token = null)
{
    public Webhook ToWebhook() =>
        new()
        {
            Id = Id,
            ChannelId = ChannelId,
            ApplicationId = ApplicationId,
            Token = Token,
        };
}

/// <summary>Readers of what Discord answers, made at compile time; what it adds to them is passed over.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true
)]
[JsonSerializable(typeof(GatewayPayload))]
[JsonSerializable(typeof(ApplicationPayload))]
[JsonSerializable(typeof(UserPayload))]
[JsonSerializable(typeof(GuildPayload[]))]
[JsonSerializable(typeof(MemberPayload))]
[JsonSerializable(typeof(RolePayload[]))]
[JsonSerializable(typeof(WebhookPayload))]
[JsonSerializable(typeof(WebhookPayload[]))]
internal sealed partial class DiscordJson : JsonSerializerContext;
